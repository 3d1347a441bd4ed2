package org.clientele.segment.ui;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clientele.common.Money;
import org.clientele.common.ui.condition.ConditionSentence;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.definition.Scope;
import org.jspecify.annotations.Nullable;

/** Says the conditions of a model, its thresholds with the number they stand for. */
final class RuleSentences {
    private final SegmentWords words;
    private final ModelDefinition model;
    private final Scope scope;
    private final List<String> names;

    /** @param names the model's thresholds */
    RuleSentences(SegmentWords words, ModelDefinition model, Scope scope, List<String> names) {
        this.words = words;
        this.model = model;
        this.scope = scope;
        this.names = names;
    }

    /** Of conditions without thresholds. */
    static ConditionSentence withoutThresholds(SegmentWords words, Scope scope) {
        return new ConditionSentence(
                new Div(),
                words.vertical().definition(),
                words.names(),
                Money.fractionDigits(words.vertical().currency()),
                scope,
                Map.of());
    }

    /** @param thresholds those that have a number now */
    ConditionSentence with(Map<String, Double> thresholds) {
        return new ConditionSentence(
                new Div(),
                words.vertical().definition(),
                words.names(),
                Money.fractionDigits(words.vertical().currency()),
                scope,
                names.stream().collect(Collectors.toMap(id -> id, id -> threshold(id, thresholds.get(id)))));
    }

    /** A condition in words; as it is written where it cannot be read any more. */
    static String said(ConditionSentence sentences, String condition) {
        try {
            return sentences.of(condition);
        } catch (IllegalArgumentException unread) {
            return condition;
        }
    }

    private String threshold(String id, @Nullable Double number) {
        String name = words.names().text(Texts.modelParameter(model.id(), id));
        return number == null
                ? words.text("segment.studio.condition.threshold.empty", name)
                : words.text(
                        "segment.studio.condition.threshold", words.formats().decimal(number), name);
    }
}
