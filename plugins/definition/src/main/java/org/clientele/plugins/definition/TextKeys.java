package org.clientele.plugins.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.Churn;
import org.clientele.plugins.api.ModelDefinition.Custom;
import org.clientele.plugins.api.ModelDefinition.LifeCycle;
import org.clientele.plugins.api.ModelDefinition.Matrix;
import org.clientele.plugins.api.ModelDefinition.Rfm;
import org.clientele.plugins.api.ModelDefinition.Rule;
import org.clientele.plugins.api.ModelDefinition.Rules;
import org.clientele.plugins.api.ModelDefinition.Tiers;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;

/** The keys of the texts that a vertical needs, by what needs them, in the order of the definition. */
final class TextKeys {
    private final Map<String, String> keys = new LinkedHashMap<>();

    private TextKeys() {}

    /** The JSON pointer in {@code vertical.yaml} of what needs the text, by the text's key. */
    static Map<String, String> of(VerticalDefinition vertical) {
        TextKeys keys = new TextKeys();
        keys.add("", Texts.VERTICAL, Texts.VERTICAL_SUMMARY);
        keys.addAttributes(vertical.attributes());
        keys.addActivities(vertical.activities());
        for (int i = 0; i < vertical.metrics().size(); i++) {
            String id = vertical.metrics().get(i).id();
            keys.add("/metrics/" + i, Texts.metric(id), Texts.metricHelp(id));
        }
        keys.addModels(vertical.models());
        keys.addStrategies(vertical.strategies());
        keys.addSources(vertical);
        for (int i = 0; i < vertical.imports().size(); i++) {
            keys.add(
                    "/imports/" + i,
                    Texts.importPreset(vertical.imports().get(i).id()));
        }
        for (int i = 0; i < vertical.tiles().size(); i++) {
            String id = vertical.tiles().get(i).id();
            keys.add("/tiles/" + i, Texts.tile(id), Texts.tileHelp(id));
        }
        return keys.keys;
    }

    private void addAttributes(List<AttributeDefinition> attributes) {
        for (int i = 0; i < attributes.size(); i++) {
            AttributeDefinition attribute = attributes.get(i);
            String path = "/attributes/" + i;
            add(path, Texts.attribute(attribute.id()));
            addValues(path, attribute.values(), value -> Texts.attributeValue(attribute.id(), value));
        }
    }

    private void addActivities(List<ActivityDefinition> activities) {
        for (int i = 0; i < activities.size(); i++) {
            ActivityDefinition activity = activities.get(i);
            add("/activities/" + i, Texts.activity(activity.id()));
            for (int j = 0; j < activity.fields().size(); j++) {
                ActivityDefinition.ActivityField field = activity.fields().get(j);
                String path = "/activities/" + i + "/fields/" + j;
                add(path, Texts.activityField(activity.id(), field.id()));
                addValues(path, field.values(), value -> Texts.activityFieldValue(activity.id(), field.id(), value));
            }
        }
    }

    private void addModels(List<ModelDefinition> models) {
        for (int i = 0; i < models.size(); i++) {
            ModelDefinition model = models.get(i);
            String path = "/models/" + i;
            add(path, Texts.model(model.id()), Texts.modelHelp(model.id()));
            for (int j = 0; j < model.segments().size(); j++) {
                String segment = model.segments().get(j).id();
                add(
                        path + "/segments/" + j,
                        Texts.segment(model.id(), segment),
                        Texts.segmentHelp(model.id(), segment));
            }
            if (model instanceof LifeCycle lifeCycle) {
                for (String parameter : lifeCycle.parameters().keySet()) {
                    add(path + "/parameters/" + parameter, Texts.modelParameter(model.id(), parameter));
                }
            }
        }
    }

    private void addStrategies(List<StrategyDefinition> strategies) {
        for (int i = 0; i < strategies.size(); i++) {
            StrategyDefinition strategy = strategies.get(i);
            add(
                    "/strategies/" + i,
                    Texts.strategyGoal(strategy.model(), strategy.segment()),
                    Texts.strategyActions(strategy.model(), strategy.segment()));
        }
    }

    private void addSources(VerticalDefinition vertical) {
        List<AttributeDefinition> attributes = vertical.attributes();
        for (int i = 0; i < attributes.size(); i++) {
            addSource("/attributes/" + i, attributes.get(i).source());
        }
        for (int i = 0; i < vertical.metrics().size(); i++) {
            addSource("/metrics/" + i, vertical.metrics().get(i).source());
        }
        for (int i = 0; i < vertical.models().size(); i++) {
            addModelSources("/models/" + i, vertical.models().get(i));
        }
        for (int i = 0; i < vertical.strategies().size(); i++) {
            addSource("/strategies/" + i, vertical.strategies().get(i).source());
        }
    }

    private void addModelSources(String path, ModelDefinition model) {
        addSource(path, model.source());
        List<Rule> rules =
                switch (model) {
                    case Rules rulesModel -> rulesModel.rules();
                    case LifeCycle lifeCycle -> lifeCycle.stages();
                    case Rfm _, Tiers _, Matrix _, Churn _, Custom _ -> List.of();
                };
        String part = model instanceof Rules ? "/rules/" : "/stages/";
        for (int i = 0; i < rules.size(); i++) {
            addSource(path + part + i, rules.get(i).source());
        }
    }

    private void addSource(String path, @Nullable String source) {
        if (source != null) {
            keys.putIfAbsent(Texts.source(source), path + "/source");
        }
    }

    private void addValues(String path, List<String> values, UnaryOperator<String> key) {
        for (int i = 0; i < values.size(); i++) {
            add(path + "/values/" + i, key.apply(values.get(i)));
        }
    }

    private void add(String path, String... texts) {
        for (String text : texts) {
            keys.put(text, path);
        }
    }
}
