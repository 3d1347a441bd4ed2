package org.clientele.segment.ui;

import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import org.clientele.common.ui.FigureTable;
import org.clientele.common.ui.condition.ConditionSentence;
import org.clientele.frontend.Card;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.definition.Scope;
import org.jspecify.annotations.Nullable;

/** The conditions by which a model decides, in their order and in words. */
final class RulesCard {
    private final SegmentWords words;
    private final ModelDefinition model;

    RulesCard(SegmentWords words, ModelDefinition model) {
        this.words = words;
        this.model = model;
    }

    /** Nothing for a model that does not decide by conditions. */
    @Nullable
    Card card() {
        return switch (model) {
            case ModelDefinition.Rules rules ->
                card(
                        table(rules.rules(), Map.of(), rules.otherwise()),
                        rules.match() == ModelDefinition.Rules.Match.ALL);
            case ModelDefinition.LifeCycle cycle -> card(table(cycle.stages(), cycle.parameters(), null), false);
            case ModelDefinition.Clusters clusters
            when !clusters.frozen().isEmpty() -> card(table(clusters.frozen(), Map.of(), null), false);
            default -> null;
        };
    }

    private Card card(FigureTable table, boolean labels) {
        return new Card(words.text("segment.rules"), table)
                .hint(words.text(labels ? "segment.rules.all" : "segment.rules.first"));
    }

    private FigureTable table(
            List<ModelDefinition.Rule> rules, Map<String, Double> thresholds, @Nullable String otherwise) {
        ConditionSentence sentences = sentences(thresholds);
        FigureTable table = new FigureTable(
                        words.text("segment.rules"),
                        words.text("segment.column.segment"),
                        words.text("segment.rules.condition"))
                .words(1)
                .stacked();
        rules.forEach(rule -> row(table, rule.segment(), RuleSentences.said(sentences, rule.when())));
        if (otherwise != null) {
            row(table, otherwise, words.text("segment.studio.otherwise"));
        }
        return table;
    }

    private ConditionSentence sentences(Map<String, Double> thresholds) {
        Scope scope = Scope.model(words.vertical().definition(), model.id(), thresholds);
        return new RuleSentences(words, model, scope, List.copyOf(thresholds.keySet())).with(thresholds);
    }

    private void row(FigureTable table, String segment, String condition) {
        int ordinal = model.segments().indexOf(model.segment(segment));
        Span sentence = new Span(condition);
        sentence.addClassName("table-sentence");
        table.row(FigureTable.name(words.segment(model, ordinal), null, SegmentWords.tone(model, ordinal)), sentence);
    }
}
