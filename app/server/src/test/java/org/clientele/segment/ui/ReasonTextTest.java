package org.clientele.segment.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.clientele.engine.column.Value;
import org.clientele.engine.condition.Check;
import org.clientele.engine.condition.Gap;
import org.clientele.engine.condition.Operator;
import org.clientele.engine.condition.Truth;
import org.clientele.engine.model.ChurnResult;
import org.clientele.engine.model.Reason;
import org.clientele.plugin.AsOfMode;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalTables;
import org.clientele.plugins.api.Texts;
import org.clientele.segment.ShopDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReasonTextTest {
    private final Vertical shop = new Vertical(
            1,
            "shop",
            "USD",
            AsOfMode.LAST_ACTIVITY,
            null,
            ShopDefinition.shop(),
            new Texts.Bundles(Map.of(
                    "en",
                    Map.of(
                            "model.pyramid", "Value pyramid",
                            "model.rfm.segment.promising", "Promising",
                            "metric.monetary", "total spend",
                            "metric.recency", "time since the last purchase",
                            "metric.frequency", "purchases",
                            "model.pyramid.segment.gold", "Gold",
                            "model.pyramid.segment.platinum", "Platinum",
                            "model.rfm.segment.loyal", "Loyal",
                            "model.life_cycle.parameter.lapsed_days", "Days until lapsed"),
                    "zh-CN",
                    Map.of(
                            "metric.monetary", "累计消费",
                            "metric.frequency", "购买次数",
                            "model.pyramid.segment.gold", "黄金",
                            "model.pyramid.segment.platinum", "铂金",
                            "model.rfm.segment.loyal", "忠诚客户"))),
            new VerticalTables(new VerticalTables.Table("t", Map.of()), Map.of()));
    private final ReasonText english = new ReasonText(shop, Locale.ENGLISH);
    private final ReasonText chinese = new ReasonText(shop, Locale.SIMPLIFIED_CHINESE);

    @Test
    void shouldSayWhereTheTierStartsAndWhatIsMissing() {
        Reason gold = new Reason(
                "pyramid",
                "gold",
                List.of(check("monetary", money(124_000), Operator.AT_LEAST, money(31_000), null, 0)),
                false,
                new Reason.Better(
                        "platinum", List.of(new Gap("monetary", Operator.AT_LEAST, money(210_000), money(86_000)))));
        assertThat(english.sentence(gold))
                .isEqualTo("Total spend $1,240; Gold starts at $310; $860 short of Platinum.");
        assertThat(chinese.sentence(gold)).isEqualTo("累计消费 $1,240；黄金起点为 $310；距铂金还差 $860。");
    }

    @Test
    void shouldSayThatNothingIsBetter() {
        Reason platinum = new Reason(
                "pyramid",
                "platinum",
                List.of(check("monetary", money(250_000), Operator.AT_LEAST, money(210_000), null, 0)),
                true,
                null);
        assertThat(english.sentence(platinum))
                .isEqualTo("Total spend $2,500; Platinum starts at $2,100; already the best there is.");
    }

    @Test
    void shouldSayInWordsForTheCustomerWhatWasLookedAtAndWhatLeadsFurther() {
        List<Check> checks = List.of(
                check("recency", new Value.Whole(10), Operator.AT_MOST, new Value.Whole(16), null, 5),
                check("frequency", new Value.Whole(3), Operator.MORE, new Value.Whole(2), null, 4),
                check("frequency", new Value.Whole(3), Operator.LESS, new Value.Whole(9), null, 4),
                check("monetary", money(124_000), Operator.MORE, money(100_000), null, 4));
        Reason.Better loyal = new Reason.Better(
                "loyal", List.of(new Gap("frequency", Operator.AT_LEAST, new Value.Whole(5), new Value.Whole(2))));
        assertThat(english.spoken(new Reason("rfm", "promising", checks, false, loyal)))
                .isEqualTo(
                        "This goes by what we have on record for you: time since the last purchase (10 days), purchases (3) and"
                                + " total spend ($1,240); the next step would take purchases at least 5 (2 more).");
        assertThat(chinese.spoken(new Reason("rfm", "loyal", checks.subList(1, 4), true, null)))
                .isEqualTo("这是根据我们记录中您的购买次数（3）和累计消费（$1,240）得出的，目前已是最高一级。");
    }

    @Test
    void shouldNotSpeakOfHiddenValuesAndSayWhereACustomerIsInNoGroup() {
        List<Check> checks =
                List.of(check("monetary", Value.Missing.MISSING, Operator.AT_LEAST, money(31_000), null, 0));
        assertThat(english.spoken(new Reason("pyramid", null, checks, false, null)))
                .isEqualTo(
                        "Going by what we have on record for you, total spend (not known), none of our groups fits at present.");
        assertThat(new ReasonText(shop, Locale.ENGLISH, Set.of("monetary"))
                        .spoken(new Reason(
                                "pyramid",
                                "gold",
                                List.of(check("monetary", money(124_000), Operator.AT_LEAST, money(31_000), null, 0)),
                                false,
                                null)))
                .isEqualTo("This goes by what we have on record for you: total spend.");
    }

    @Test
    void shouldNotTellCustomersHowLikelyTheyAreToLeave() {
        Vertical leaving = new Vertical(
                1,
                "shop",
                "USD",
                AsOfMode.LAST_ACTIVITY,
                null,
                ShopDefinition.withChurn(),
                new Texts.Bundles(Map.of(
                        "en", Map.of("metric.frequency", "Purchases (a year)", "model.risk.segment.low", "Loyal"),
                        "zh-CN", Map.of("metric.frequency", "购买（次）", "model.risk.segment.low", "稳定"))),
                shop.tables());
        Reason reason = new Reason(
                "risk",
                "low",
                List.of(
                        check(
                                ChurnResult.PROBABILITY,
                                new Value.Decimal(0.077),
                                Operator.LESS,
                                new Value.Decimal(0.3),
                                null,
                                0),
                        check("frequency", new Value.Whole(12), Operator.ADDS, new Value.Decimal(-0.87), null, 0)),
                true,
                null);
        assertThat(new ReasonText(leaving, Locale.ENGLISH).spoken(reason))
                .isEqualTo("This goes by what we have on record for you: purchases (a year: 12).");
        assertThat(new ReasonText(leaving, Locale.SIMPLIFIED_CHINESE).spoken(reason))
                .isEqualTo("这是根据我们记录中您的购买（次：12）得出的。");
    }

    @Test
    void shouldNeitherSpeakOfSegmentsNorOfWhatIsExpected() {
        Check segment =
                check("segment_pyramid", new Value.Text("gold"), Operator.EQUAL, new Value.Text("gold"), null, 0);
        Check bought = check("frequency", new Value.Whole(3), Operator.MORE, new Value.Whole(2), null, 0);
        Reason.Better better = new Reason.Better(
                "loyal",
                List.of(new Gap("segment_pyramid", Operator.EQUAL, new Value.Text("platinum"), Value.Missing.MISSING)));

        assertThat(english.spoken(new Reason("rfm", "promising", List.of(segment, bought), false, better)))
                .isEqualTo("This goes by what we have on record for you: purchases (3).");
        Reason.Better otherThanOne = new Reason.Better(
                "growing",
                List.of(new Gap("frequency", Operator.NOT_EQUAL, new Value.Whole(1), Value.Missing.MISSING)));
        assertThat(english.spoken(new Reason("life_cycle", "new", List.of(bought), false, otherThanOne)))
                .isEqualTo("This goes by what we have on record for you: purchases (3).");
        assertThat(english.spoken(new Reason("life_cycle", "new", List.of(bought), true, null)))
                .doesNotContain("highest step");
        assertThat(english.spoken(new Reason("rfm", "promising", List.of(segment), false, null)))
                .startsWith("Nothing here is for the customer");
        assertThat(chinese.spoken(new Reason("rfm", "promising", List.of(segment), false, null)))
                .isEqualTo("此处没有适合念给客户的内容，只有我们的内部分组或预估。");
        assertThat(english.spoken(new Reason("rfm", "promising", List.of(), false, null)))
                .isEqualTo("Nothing particular that we have on record for you stands behind this.");
    }

    @Test
    void shouldNameScoresAndTheStepsToTheNextLabel() {
        Reason reason = new Reason(
                "rfm",
                "promising",
                List.of(check("frequency", new Value.Whole(3), Operator.MORE, new Value.Whole(2), null, 4)),
                false,
                new Reason.Better(
                        "loyal",
                        List.of(new Gap("frequency", Operator.AT_LEAST, new Value.Whole(5), new Value.Whole(2)))));
        assertThat(english.sentence(reason))
                .isEqualTo("Purchases 3: score 4 of 5; for Loyal: purchases at least 5 (2 more).");
        assertThat(chinese.sentence(reason)).isEqualTo("购买次数 3，得 4 分（满分 5）；升为“忠诚客户”需购买次数不低于 5（还差 2）。");
    }

    @Test
    void shouldTurnRoundWhatDidNotHold() {
        Reason reason = new Reason(
                "life_cycle",
                "mature",
                List.of(new Check(
                        "recency",
                        new Value.Whole(20),
                        Operator.MORE,
                        List.of(new Value.Whole(180)),
                        "lapsed_days",
                        Truth.FAILS,
                        0)),
                true,
                null);
        assertThat(english.sentence(reason))
                .isEqualTo("Time since the last purchase 20 days, at most 180 days; already the best there is.");
    }

    /** "Channel online, exactly online" would say it twice. */
    @Test
    void shouldSayOnceWhatIsAsItMustBe() {
        Value online = new Value.Text("online");
        Reason reason = new Reason(
                "rfm", "loyal", List.of(check("channel", online, Operator.EQUAL, online, null, 0)), false, null);

        assertThat(english.sentence(reason)).isEqualTo("Channel: online.");
        assertThat(chinese.sentence(reason)).isEqualTo("Channel：online。");
    }

    @Test
    void shouldSayTheRiskAndWhatMakesItUp() {
        Reason reason = new Reason(
                "risk",
                "high",
                List.of(
                        check(
                                ChurnResult.PROBABILITY,
                                new Value.Decimal(0.624),
                                Operator.AT_LEAST,
                                new Value.Decimal(0.5),
                                null,
                                0),
                        check("frequency", new Value.Whole(1), Operator.ADDS, new Value.Decimal(0.87), null, 0),
                        check("city", new Value.Text("Ulm"), Operator.ADDS, new Value.Decimal(0.52), null, 0),
                        check("recency", Value.MISSING, Operator.ADDS, new Value.Decimal(-0.31), null, 0)),
                false,
                null);
        assertThat(english.sentence(reason))
                .isEqualTo("Risk of leaving 62.4%, at least 50%; purchases 1 +0.9; attribute.city Ulm +0.5;"
                        + " time since the last purchase not known −0.3.");
        assertThat(chinese.sentence(reason)).startsWith("流失风险 62.4%，不低于 50%；购买次数 1（+0.9）；");
        assertThat(new ReasonText(shop, Locale.ENGLISH, Set.of("city")).sentence(reason))
                .doesNotContain("city", "0.5;");
        Reason none = new Reason(
                "risk",
                null,
                List.of(new Check(
                        ChurnResult.PROBABILITY, Value.MISSING, Operator.PRESENT, List.of(), null, Truth.FAILS, 0)),
                false,
                null);
        assertThat(english.sentence(none)).isEqualTo("Risk of leaving is not known.");
    }

    @Test
    void shouldSayWhatIsNotKnown() {
        Reason none = new Reason(
                "pyramid",
                null,
                List.of(new Check("monetary", Value.MISSING, Operator.PRESENT, List.of(), null, Truth.FAILS, 0)),
                false,
                null);
        assertThat(english.sentence(none)).isEqualTo("Total spend is not known.");
        assertThat(english.sentence(new Reason("pyramid", null, List.of(), false, null)))
                .isEqualTo("Not a customer yet on this day.");
    }

    private static Value money(long cents) {
        return new Value.Money(cents, 2);
    }

    private static Check check(
            String subject, Value actual, Operator operator, Value threshold, @Nullable String parameter, int score) {
        return new Check(subject, actual, operator, List.of(threshold), parameter, Truth.HOLDS, score);
    }
}
