package org.clientele.segment;

import java.util.List;
import java.util.Map;
import org.clientele.plugin.DefinitionBuilder;
import org.clientele.plugin.VerticalFixture;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.CheckDefinition;
import org.clientele.plugins.api.CheckDefinition.Severity;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.GuideDefinition;
import org.clientele.plugins.api.Layer;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.Rule;
import org.clientele.plugins.api.PlayDefinition;
import org.clientele.plugins.api.ProgrammeDefinition;
import org.clientele.plugins.api.RoleName;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.api.WorkflowDefinition;
import org.clientele.plugins.api.WorkflowDefinition.Step;

/**
 * The shop as a supplier of electricity: grades of importance with checks of their supply, temperaments as guides, an approval, and a
 * strategy with plays. For everything that the shop alone does not declare.
 */
public final class PowerDefinition {
    private PowerDefinition() {}

    public static VerticalDefinition definition() {
        return DefinitionBuilder.like(ShopDefinition.shop())
                .attributes(
                        VerticalFixture.attribute("demand", FieldType.CHOICE, Layer.BASIC, "vital", "large"),
                        VerticalFixture.attribute("grade", FieldType.CHOICE, Layer.SEGMENT, "first", "second"),
                        VerticalFixture.attribute("sources", FieldType.INTEGER, Layer.BASIC),
                        VerticalFixture.attribute("own_kw", FieldType.DECIMAL, Layer.BASIC),
                        VerticalFixture.attribute("load_kw", FieldType.DECIMAL, Layer.BASIC),
                        VerticalFixture.attribute("bypassed", FieldType.BOOLEAN, Layer.BASIC),
                        VerticalFixture.attribute("drill", FieldType.DATE, Layer.BASIC),
                        VerticalFixture.attribute("contract_end", FieldType.DATE, Layer.BASIC),
                        new AttributeDefinition(
                                "temperament",
                                FieldType.CHOICE,
                                Layer.NEEDS,
                                true,
                                List.of("impatient", "slow", "silent"),
                                null,
                                null),
                        new AttributeDefinition("age", FieldType.INTEGER, Layer.BASIC, true, List.of(), null, null))
                .models(importance())
                .strategies(
                        new StrategyDefinition(
                                "importance",
                                "first",
                                "own",
                                StrategyDefinition.Relationship.PROACTIVE,
                                List.of(
                                        play("welcome", PlayDefinition.From.ENTRY, null, 0, null),
                                        play("review", PlayDefinition.From.ENTRY, null, 7, 90),
                                        play("renew", PlayDefinition.From.DATE, "contract_end", -30, 365),
                                        play("thank", PlayDefinition.From.ACTIVITY, "purchase", 3, null))),
                        new StrategyDefinition("importance", "second", null))
                .checks(
                        check("double_supply", "supply", "segment_importance == \"first\"", "sources >= 2"),
                        check("own_supply", "supply", "segment_importance == \"first\"", "own_kw >= load_kw * 1.2"),
                        new CheckDefinition(
                                "drill",
                                "practice",
                                "!missing(demand)",
                                "drill >= in_months(-12)",
                                Severity.ADVICE,
                                null,
                                "own"),
                        new CheckDefinition(
                                "bypass",
                                "practice",
                                "!missing(demand)",
                                "bypassed == false",
                                Severity.FORBIDDEN,
                                null,
                                "own"))
                .guides(
                        temperament("impatient"),
                        temperament("slow"),
                        temperament("silent"),
                        new GuideDefinition("older", "age", null, null, "age >= 60", "own"),
                        new GuideDefinition("vital", "importance", null, null, "segment_importance == \"first\"", null))
                .workflows(new WorkflowDefinition(
                        "grading",
                        "!missing(demand)",
                        "importance",
                        "grade",
                        List.of(
                                new Step("propose", List.of(), false),
                                new Step("approve", List.of(RoleName.MANAGER), true),
                                new Step("file", List.of(RoleName.MANAGER, RoleName.CONSULTANT), false)),
                        "own"))
                .programme(new ProgrammeDefinition(
                        "purchase",
                        1,
                        List.of(new ProgrammeDefinition.Tier("silver", 0), new ProgrammeDefinition.Tier("gold", 1_000)),
                        "own"))
                .build();
    }

    private static ModelDefinition importance() {
        return new ModelDefinition.Rules(
                "importance",
                List.of(new SegmentDefinition("first", null), new SegmentDefinition("second", null)),
                null,
                ModelDefinition.Rules.Match.FIRST,
                List.of(
                        new Rule("first", "demand == \"vital\"", null),
                        new Rule("second", "demand == \"large\"", null)),
                null);
    }

    private static CheckDefinition check(String id, String group, String when, String require) {
        return new CheckDefinition(id, group, when, require, Severity.REQUIRED, null, "own");
    }

    private static GuideDefinition temperament(String id) {
        return new GuideDefinition(id, "temperament", "temperament", id, null, "own");
    }

    private static PlayDefinition play(
            String id,
            PlayDefinition.From from,
            @org.jspecify.annotations.Nullable String field,
            int afterDays,
            @org.jspecify.annotations.Nullable Integer everyDays) {
        return new PlayDefinition(
                id,
                PlayDefinition.Channel.CALL,
                PlayDefinition.Means.SOCIAL,
                PlayDefinition.Owner.ACCOUNT_MANAGER,
                from,
                field,
                afterDays,
                everyDays,
                "own");
    }

    public static Texts.Bundles texts() {
        return new Texts.Bundles(Map.of("en", ENGLISH, "zh-CN", CHINESE));
    }

    private static final Map<String, String> ENGLISH = Map.ofEntries(
            Map.entry("vertical.name", "Power"),
            Map.entry("source.own", "House rules"),
            Map.entry("activity.purchase", "Purchase"),
            Map.entry("attribute.demand", "Demand"),
            Map.entry("attribute.demand.value.vital", "Vital"),
            Map.entry("attribute.demand.value.large", "Large"),
            Map.entry("attribute.grade", "Filed grade"),
            Map.entry("attribute.grade.value.first", "First grade"),
            Map.entry("attribute.grade.value.second", "Second grade"),
            Map.entry("attribute.sources", "Sources"),
            Map.entry("attribute.own_kw", "Own supply"),
            Map.entry("attribute.load_kw", "Security load"),
            Map.entry("attribute.bypassed", "Interlock bypassed"),
            Map.entry("attribute.drill", "Last drill"),
            Map.entry("attribute.contract_end", "Contract end"),
            Map.entry("attribute.temperament", "Temperament"),
            Map.entry("attribute.temperament.value.impatient", "Impatient"),
            Map.entry("attribute.temperament.value.slow", "Slow"),
            Map.entry("attribute.temperament.value.silent", "Silent"),
            Map.entry("attribute.age", "Age"),
            Map.entry("model.importance", "Importance"),
            Map.entry("model.importance.segment.first", "First grade"),
            Map.entry("model.importance.segment.second", "Second grade"),
            Map.entry("checks.supply", "Supply"),
            Map.entry("checks.practice", "Practice"),
            Map.entry("check.double_supply", "Two sources"),
            Map.entry("check.double_supply.required", "At least two sources."),
            Map.entry("check.double_supply.remedy", "Plan a second line."),
            Map.entry("check.own_supply", "Own emergency supply"),
            Map.entry("check.own_supply.required", "At least 120 % of the security load."),
            Map.entry("check.own_supply.remedy", "Rent a larger set."),
            Map.entry("check.drill", "Yearly drill"),
            Map.entry("check.drill.required", "A drill within a year."),
            Map.entry("check.drill.remedy", "Agree on a day for a drill."),
            Map.entry("check.bypass", "Interlock in force"),
            Map.entry("check.bypass.required", "The interlock must not be bypassed."),
            Map.entry("check.bypass.remedy", "Have it restored at once."),
            Map.entry("guides.temperament", "Temperament"),
            Map.entry("guides.age", "Age"),
            Map.entry("guides.importance", "Importance"),
            Map.entry("guide.impatient", "Impatient"),
            Map.entry("guide.impatient.signs", "Looks at the clock."),
            Map.entry("guide.impatient.advice", "Serve fast."),
            Map.entry("guide.slow", "Slow"),
            Map.entry("guide.slow.signs", "Compares everything twice."),
            Map.entry("guide.slow.advice", "Be patient.\nGuide to the best fit."),
            Map.entry("guide.silent", "Silent"),
            Map.entry("guide.silent.signs", "Says little."),
            Map.entry("guide.silent.advice", "Watch the face."),
            Map.entry("guide.older", "Older customer"),
            Map.entry("guide.older.signs", "Sixty or more."),
            Map.entry("guide.older.advice", "Speak clearly."),
            Map.entry("guide.vital", "Vital customer"),
            Map.entry("guide.vital.signs", "Loss endangers people."),
            Map.entry("guide.vital.advice", "Call back within the hour."),
            Map.entry("workflow.grading", "Grading"),
            Map.entry("workflow.grading.step.propose", "Propose"),
            Map.entry("workflow.grading.step.propose.actor", "Supplier"),
            Map.entry("workflow.grading.step.approve", "Approve"),
            Map.entry("workflow.grading.step.approve.actor", "City government"),
            Map.entry("workflow.grading.step.file", "File"),
            Map.entry("workflow.grading.step.file.actor", "Regulator"),
            Map.entry("strategy.importance.first.goal", "Never lose supply"),
            Map.entry("strategy.importance.first.actions", "Inspect together"),
            Map.entry("strategy.importance.first.play.welcome", "Welcome call"),
            Map.entry("strategy.importance.first.play.welcome.text", "Introduce the manager."),
            Map.entry("strategy.importance.first.play.review", "Review"),
            Map.entry("strategy.importance.first.play.review.text", "Go through the checks."),
            Map.entry("strategy.importance.first.play.renew", "Renewal talk"),
            Map.entry("strategy.importance.first.play.renew.text", "Offer a new contract."),
            Map.entry("strategy.importance.first.play.thank", "Thank you"),
            Map.entry("strategy.importance.first.play.thank.text", "Say thanks."),
            Map.entry("strategy.importance.second.goal", "Keep supply steady"),
            Map.entry("strategy.importance.second.actions", "Call twice a year"),
            Map.entry("programme.tier.silver", "Silver"),
            Map.entry("programme.tier.silver.benefits", "Monthly letter"),
            Map.entry("programme.tier.gold", "Gold"),
            Map.entry("programme.tier.gold.benefits", "Own agent\nBirthday gift"));

    private static final Map<String, String> CHINESE = Map.ofEntries(
            Map.entry("vertical.name", "电力"),
            Map.entry("activity.purchase", "购电"),
            Map.entry("attribute.contract_end", "合同到期日"),
            Map.entry("attribute.sources", "电源数"),
            Map.entry("attribute.drill", "最近演练"),
            Map.entry("attribute.bypassed", "闭锁被解除"),
            Map.entry("check.double_supply", "双电源"),
            Map.entry("guide.slow", "慢性型"));
}
