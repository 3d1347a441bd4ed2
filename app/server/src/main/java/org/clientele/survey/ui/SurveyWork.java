package org.clientele.survey.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.clientele.access.Rights;
import org.clientele.common.ConflictProblem;
import org.clientele.common.ui.Translations;
import org.clientele.plugin.Vertical;
import org.clientele.survey.Invitation;
import org.clientele.survey.Invitations;
import org.clientele.survey.Reply;
import org.clientele.survey.SurveysChanged;
import org.clientele.survey.UnhappyCustomer;
import org.clientele.survey.UnhappyCustomers;
import org.clientele.worklist.WorkAct;
import org.clientele.worklist.WorkItem;
import org.clientele.worklist.WorkLoad;
import org.clientele.worklist.WorkQuery;
import org.clientele.worklist.WorkSource;
import org.springframework.stereotype.Component;

/** Unhappy answers to which somebody has to come back, on the worklist with what was said. */
@Component
class SurveyWork implements WorkSource {
    private static final String KIND = "survey";

    private final UnhappyCustomers unhappy;
    private final Invitations invitations;
    private final Rights rights;
    private final Translations translations;
    private final Clock clock;

    SurveyWork(
            UnhappyCustomers unhappy, Invitations invitations, Rights rights, Translations translations, Clock clock) {
        this.unhappy = unhappy;
        this.invitations = invitations;
        this.rights = rights;
        this.translations = translations;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String name(Locale locale) {
        return translations.getTranslation("survey.work", locale);
    }

    @Override
    public List<WorkItem> open(Vertical vertical, WorkQuery query, int limit, Locale locale) {
        return items(vertical, unhappy.open(vertical, query, limit), locale);
    }

    @Override
    public List<WorkItem> ofCustomer(Vertical vertical, long customerId, Locale locale) {
        return items(vertical, unhappy.ofCustomer(vertical, customerId), locale);
    }

    private List<WorkItem> items(Vertical vertical, List<UnhappyCustomer> open, Locale locale) {
        SurveyWords words = new SurveyWords(locale, vertical.currency(), clock.getZone());
        boolean may = invitations.mayAsk(vertical.key());
        Map<Long, List<Reply>> replies = invitations.repliesOf(
                vertical, open.stream().map(UnhappyCustomer::invitation).toList());
        return open.stream()
                .map(one ->
                        item(words, one, replies.getOrDefault(one.invitation().id(), List.of()), may))
                .toList();
    }

    private static WorkItem item(SurveyWords words, UnhappyCustomer one, List<Reply> replies, boolean mayAct) {
        Invitation invitation = one.invitation();
        return new WorkItem(
                KIND,
                invitation.id(),
                String.valueOf(invitation.answeredAt()),
                invitation.customerId(),
                one.customer(),
                one.dueOn(),
                one.ownerId(),
                one.owner(),
                words.text("survey.work.title", words.score(invitation), words.title(invitation.survey())),
                String.join("\n", words.answers(invitation.survey(), replies)),
                mayAct ? acts(one) : Set.of(),
                one.version());
    }

    private static Set<WorkAct.Kind> acts(UnhappyCustomer one) {
        EnumSet<WorkAct.Kind> acts = EnumSet.of(WorkAct.Kind.DONE, WorkAct.Kind.POSTPONE, WorkAct.Kind.HAND_OVER);
        if (one.ownerId() == null) {
            acts.add(WorkAct.Kind.CLAIM);
        }
        return acts;
    }

    @Override
    public int count(Vertical vertical, WorkQuery query, int most) {
        return unhappy.count(vertical, query, most);
    }

    @Override
    public Runnable act(Vertical vertical, WorkItem seen, WorkAct act) {
        UnhappyCustomer now = unhappy.get(vertical, seen.id());
        if (now.done() || now.version() != seen.version()) {
            throw new ConflictProblem("survey.problem.work");
        }
        long id = seen.id();
        switch (act) {
            case WorkAct.Done done -> unhappy.finish(vertical, now, true);
            case WorkAct.Postpone later -> unhappy.postpone(vertical, now, later.day());
            case WorkAct.HandOver over -> unhappy.assign(vertical, now, over.person());
            case WorkAct.Claim claim ->
                unhappy.assign(vertical, now, rights.user().id());
            case WorkAct.Skip skip -> throw new IllegalArgumentException("An unhappy customer is not decided against");
        }
        return switch (act) {
            case WorkAct.Done done -> () -> unhappy.finish(vertical, unhappy.get(vertical, id), false);
            case WorkAct.Postpone later -> () -> unhappy.postpone(vertical, unhappy.get(vertical, id), now.dueOn());
            default -> () -> unhappy.assign(vertical, unhappy.get(vertical, id), now.ownerId());
        };
    }

    @Override
    public Class<?> changedBy() {
        return SurveysChanged.class;
    }

    @Override
    public List<WorkLoad> load(Vertical vertical, LocalDate today) {
        return unhappy.load(vertical, today);
    }
}
