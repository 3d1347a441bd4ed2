package org.clientele.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.StrategyDefinition.Relationship;
import org.clientele.stakeholder.Agreement;
import org.clientele.stakeholder.Market;
import org.clientele.stakeholder.NewRow;
import org.clientele.stakeholder.PartnerScores;
import org.clientele.stakeholder.PartyContact;
import org.clientele.stakeholder.PlanAction;
import org.clientele.stakeholder.Plans;
import org.clientele.stakeholder.Purpose;
import org.clientele.stakeholder.Risks;
import org.clientele.stakeholder.StakeholderData;
import org.clientele.stakeholder.StakeholderQuery;
import org.clientele.stakeholder.Stakeholders;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** A few parties of the other five markets, with plans that are begun. */
@Component
@ConditionalOnProperty("clientele.demo")
class SampleParties {
    private static final int QUARTER = 3;

    private final Stakeholders register;
    private final Plans plans;
    private final PartnerScores scores;
    private final Clock clock;

    SampleParties(Stakeholders register, Plans plans, PartnerScores scores, Clock clock) {
        this.register = register;
        this.plans = plans;
        this.scores = scores;
        this.clock = clock;
    }

    /** What is invented of a party; marks of the usual periodic criteria, none: it is not judged. */
    private record Sample(
            Market market,
            Relationship level,
            List<String> names,
            List<String> goals,
            List<String> people,
            List<Integer> marks,
            Risks risks) {
        String in(List<String> words) {
            return words.get(Locale.getDefault().getLanguage().equals("zh") ? 1 : 0);
        }
    }

    private static final List<Sample> PARTIES = List.of(
            new Sample(
                    Market.SUPPLIER,
                    Relationship.PARTNERSHIP,
                    List.of("Harbour Supply", "海港供应"),
                    List.of("Deliver within two days; plan demand together every quarter.", "两天内交货；每季度共同编制需求计划。"),
                    List.of("Grace Lin", "林雅"),
                    List.of(5, 4, 4, 3),
                    new Risks(1, 1, 2, 1)),
            new Sample(
                    Market.SUPPLIER,
                    Relationship.REACTIVE,
                    List.of("Hillside Works", "山麓制造"),
                    List.of("Fewer late deliveries.", "减少迟交。"),
                    List.of("Owen Shaw", "邵文"),
                    List.of(3, 2, 3, 5),
                    new Risks(4, 2, 2, 2)),
            new Sample(
                    Market.DISTRIBUTOR,
                    Relationship.PROACTIVE,
                    List.of("Riverbank Agency", "江岸代理"),
                    List.of("Open two more districts.", "再开拓两个区。"),
                    List.of("Mei Tang", "唐梅"),
                    List.of(4, 4, 3, 3),
                    new Risks(2, 2, 3, 1)),
            new Sample(
                    Market.INFLUENCER,
                    Relationship.ACCOUNTABLE,
                    List.of("Evening Herald", "城市晚报"),
                    List.of("A report on service once a year.", "每年一篇服务报道。"),
                    List.of("Paul Qin", "秦朗"),
                    List.of(),
                    new Risks(1, 1, 1, 1)),
            new Sample(
                    Market.GOVERNMENT,
                    Relationship.ACCOUNTABLE,
                    List.of("District bureau", "区主管部门"),
                    List.of("Know new rules before they hold.", "新规生效前知悉。"),
                    List.of("Helen Ge", "葛宁"),
                    List.of(),
                    new Risks(1, 1, 1, 1)),
            new Sample(
                    Market.COMPETITOR,
                    Relationship.BASIC,
                    List.of("Bright Star", "明星公司"),
                    List.of("Watch prices; work together in the trade association.", "关注价格；在行业协会中合作。"),
                    List.of("Ian Bo", "柏宇"),
                    List.of(),
                    new Risks(1, 1, 1, 1)),
            new Sample(
                    Market.STAFF,
                    Relationship.PROACTIVE,
                    List.of("City college", "城市学院"),
                    List.of("Ten trainees a year.", "每年十名实习生。"),
                    List.of("Ada Kang", "康宁"),
                    List.of(),
                    new Risks(1, 1, 1, 1)));

    /** @param owners who look after parties, in turn */
    void register(Vertical vertical, List<Long> owners) {
        if (register.count(vertical, StakeholderQuery.ALL) > 0) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        for (int i = 0; i < PARTIES.size(); i++) {
            register(vertical, PARTIES.get(i), owners.get(i % owners.size()), today.plusDays(9L * i - 12));
        }
    }

    private void register(Vertical vertical, Sample sample, long owner, LocalDate day) {
        String name = sample.in(sample.names());
        long id = register.create(
                vertical,
                new StakeholderData(
                        sample.market(),
                        name,
                        "",
                        sample.in(sample.goals()),
                        sample.level(),
                        owner,
                        2 * QUARTER,
                        day.plusMonths(1)));
        register.save(vertical, id, new PartyContact(NewRow.ID, sample.in(sample.people()), "", "010 5555 0100", ""));
        act(vertical, id, owner, day, "Visit and ask what they need", "上门拜访，了解需求");
        act(vertical, id, owner, day.plusMonths(QUARTER), "Agree on the target of the quarter", "商定季度目标");
        act(vertical, id, owner, day.plusMonths(2 * QUARTER), "Holiday visit", "节日走访");
        if (!sample.marks().isEmpty()) {
            LocalDate end = day.plusDays(Agreement.NOTICE);
            register.save(
                    vertical,
                    id,
                    new Agreement(NewRow.ID, word("Frame contract", "框架协议"), end.minusYears(1), end, day));
            scores.score(vertical, id, Purpose.PERIODIC, sample.marks(), sample.risks(), "");
        }
        plans.note(vertical, id, word("First talk; they are open to more.", "首次面谈，对方有意深化合作。"));
    }

    private void act(Vertical vertical, long party, long owner, LocalDate due, String english, String chinese) {
        plans.save(vertical, party, PlanAction.open(word(english, chinese), owner, due));
    }

    private static String word(String english, String chinese) {
        return Locale.getDefault().getLanguage().equals("zh") ? chinese : english;
    }
}
