package org.clientele.plugins.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.CheckDefinition;
import org.clientele.plugins.api.GuideDefinition;
import org.clientele.plugins.api.Measure;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.Custom;
import org.clientele.plugins.api.ModelDefinition.LifeCycle;
import org.clientele.plugins.api.PlayDefinition;
import org.clientele.plugins.api.ProgrammeDefinition;
import org.clientele.plugins.api.ReferenceDefinition;
import org.clientele.plugins.api.ReportDefinition;
import org.clientele.plugins.api.ReportDefinition.Funnel;
import org.clientele.plugins.api.ReportDefinition.Groups;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.TileDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.api.WorkflowDefinition;

/** The keys of the texts that a vertical needs, by what needs them, in the order of the definition. */
final class TextKeys {
    private final Map<String, String> keys = new LinkedHashMap<>();

    private TextKeys() {}

    /** The JSON pointer in {@code vertical.yaml} of what needs the text, by the text's key. */
    static Map<String, String> of(VerticalDefinition vertical) {
        TextKeys keys = new TextKeys();
        keys.add("", Texts.VERTICAL, Texts.VERTICAL_SUMMARY);
        each("/attributes", vertical.attributes(), keys::addAttribute);
        each("/references", vertical.references(), keys::addReference);
        each("/activities", vertical.activities(), keys::addActivity);
        each(
                "/metrics",
                vertical.metrics(),
                (path, metric) -> keys.add(path, Texts.metric(metric.id()), Texts.metricHelp(metric.id())));
        each("/models", vertical.models(), keys::addModel);
        each("/strategies", vertical.strategies(), keys::addStrategy);
        each("/checks", vertical.checks(), keys::addCheck);
        each("/guides", vertical.guides(), keys::addGuide);
        each(
                "/articles",
                vertical.articles(),
                (path, article) -> keys.add(path, Texts.article(article.id()), Texts.articleText(article.id())));
        each("/workflows", vertical.workflows(), keys::addWorkflow);
        each("/reports", vertical.reports(), keys::addReport);
        each("/tiles", vertical.tiles(), keys::addTile);
        each("/screens", vertical.screens(), (path, screen) -> keys.add(path, Texts.screen(screen.id())));
        ProgrammeDefinition programme = vertical.programme();
        if (programme != null) {
            each(
                    "/programme/tiers",
                    programme.tiers(),
                    (path, tier) -> keys.add(path, Texts.programmeTier(tier.id()), Texts.programmeBenefits(tier.id())));
        }
        each("/imports", vertical.imports(), (path, preset) -> keys.add(path, Texts.importPreset(preset.id())));
        keys.keys.putAll(SourceKeys.of(vertical));
        return keys.keys;
    }

    private interface Adder<T> {
        void add(String path, T part);
    }

    private static <T> void each(String path, List<T> parts, Adder<T> adder) {
        for (int i = 0; i < parts.size(); i++) {
            adder.add(path + "/" + i, parts.get(i));
        }
    }

    private void addAttribute(String path, AttributeDefinition attribute) {
        add(path, Texts.attribute(attribute.id()));
        addValues(path, attribute.values(), value -> Texts.attributeValue(attribute.id(), value));
    }

    private void addReference(String path, ReferenceDefinition reference) {
        String id = reference.id();
        add(path, Texts.reference(id));
        each(path + "/fields", reference.fields(), (place, field) -> {
            add(place, Texts.referenceField(id, field.id()));
            addValues(place, field.values(), value -> Texts.referenceFieldValue(id, field.id(), value));
        });
    }

    private void addActivity(String path, ActivityDefinition activity) {
        add(path, Texts.activity(activity.id()));
        each(path + "/fields", activity.fields(), (place, field) -> addField(place, activity.id(), field));
    }

    private void addField(String path, String activity, ActivityField field) {
        add(path, Texts.activityField(activity, field.id()));
        addValues(path, field.values(), value -> Texts.activityFieldValue(activity, field.id(), value));
    }

    private void addModel(String path, ModelDefinition model) {
        String id = model.id();
        add(path, Texts.model(id), Texts.modelHelp(id));
        each(
                path + "/segments",
                model.segments(),
                (place, segment) -> add(place, Texts.segment(id, segment.id()), Texts.segmentHelp(id, segment.id())));
        if (model instanceof Custom custom) {
            custom.reasons().forEach(reason -> add(path, Texts.modelReason(id, reason)));
        }
        if (model instanceof LifeCycle lifeCycle) {
            for (String parameter : lifeCycle.parameters().keySet()) {
                add(path + "/parameters/" + parameter, Texts.modelParameter(id, parameter));
            }
        }
    }

    private void addStrategy(String path, StrategyDefinition strategy) {
        String model = strategy.model();
        String segment = strategy.segment();
        add(path, Texts.strategyGoal(model, segment), Texts.strategyActions(model, segment));
        for (int i = 0; i < strategy.plays().size(); i++) {
            PlayDefinition play = strategy.plays().get(i);
            add(path + "/plays/" + i, Texts.play(model, segment, play.id()), Texts.playText(model, segment, play.id()));
        }
    }

    private void addCheck(String path, CheckDefinition check) {
        String id = check.id();
        keys.putIfAbsent(Texts.checkGroup(check.group()), path + "/group");
        add(path, Texts.check(id), Texts.checkRequired(id), Texts.checkRemedy(id));
    }

    private void addGuide(String path, GuideDefinition guide) {
        String id = guide.id();
        keys.putIfAbsent(Texts.guideGroup(guide.group()), path + "/group");
        add(path, Texts.guide(id), Texts.guideSigns(id), Texts.guideAdvice(id));
    }

    private void addWorkflow(String path, WorkflowDefinition workflow) {
        String id = workflow.id();
        add(path, Texts.workflow(id));
        each(
                path + "/steps",
                workflow.steps(),
                (place, step) -> add(place, Texts.workflowStep(id, step.id()), Texts.workflowActor(id, step.id())));
    }

    private void addReport(String path, ReportDefinition report) {
        String id = report.id();
        add(path, Texts.report(id), Texts.reportHelp(id));
        if (report instanceof Groups groups) {
            addMeasures(path, groups.measures(), measure -> Texts.reportMeasure(id, measure));
        } else if (report instanceof Funnel funnel) {
            addSteps(path, funnel.steps(), step -> Texts.reportStep(id, step));
        }
    }

    /** The figure of a measure needs no name besides the tile's. */
    private void addTile(String path, TileDefinition tile) {
        String id = tile.id();
        add(path, Texts.tile(id), Texts.tileHelp(id));
        if (tile.kind() == TileDefinition.Kind.BREAKDOWN) {
            addMeasures(path, tile.measures(), measure -> Texts.tileMeasure(id, measure));
        }
        addSteps(path, tile.steps(), step -> Texts.tileStep(id, step));
    }

    private void addMeasures(String path, List<Measure> measures, UnaryOperator<String> key) {
        each(path + "/measures", measures, (place, measure) -> add(place, key.apply(measure.id())));
    }

    private void addSteps(String path, List<Funnel.Step> steps, UnaryOperator<String> key) {
        each(path + "/steps", steps, (place, step) -> add(place, key.apply(step.id())));
    }

    private void addValues(String path, List<String> values, UnaryOperator<String> key) {
        each(path + "/values", values, (place, value) -> add(place, key.apply(value)));
    }

    private void add(String path, String... texts) {
        for (String text : texts) {
            keys.put(text, path);
        }
    }
}
