package org.clientele.segment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clientele.common.ui.FigureTable;
import org.clientele.engine.column.Value;
import org.clientele.engine.statistics.LogisticFit;
import org.clientele.engine.statistics.LogisticFit.Odds;
import org.clientele.frontend.Card;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;

/** What each value does to the odds of leaving; the features that matter most first. */
final class OddsCard {
    private static final double HARDLY = 0.02;
    /** The log-odds below which no value of a feature is worth a row: five per cent more or less. */
    private static final double MATTERS = 0.05;

    private final SegmentWords words;
    private final LogisticFit fit;

    OddsCard(SegmentWords words, LogisticFit fit) {
        this.words = words;
        this.fit = fit;
    }

    Card card() {
        String title = words.text("segment.churn.odds");
        FigureTable table = new FigureTable(
                        title,
                        words.text("segment.checks.measure"),
                        words.text("segment.churn.odds.value"),
                        words.text("segment.column.share"),
                        words.text("segment.churn.odds.ratio"))
                .words(1);
        List<List<Odds>> features = byWeight();
        features.stream().filter(OddsCard::matters).forEach(feature -> rows(table, feature));
        Card card = new Card(title, table)
                .hint(words.text("segment.churn.odds.hint"))
                .flush();
        String others = features.stream()
                .filter(feature -> !matters(feature))
                .map(feature -> words.names().name(feature.getFirst().feature()))
                .collect(Collectors.joining(words.text("segment.reason.list")));
        if (!others.isEmpty()) {
            Div rest = new Div(words.text("segment.churn.odds.others", others));
            rest.addClassNames("caption", "card-foot");
            card.add(rest);
        }
        return card;
    }

    /** The feature's name stands once for the eye, and on every row for those who have it read out. */
    private void rows(FigureTable table, List<Odds> feature) {
        for (int i = 0; i < feature.size(); i++) {
            Odds odds = feature.get(i);
            Span name = new Span(words.names().name(odds.feature()));
            name.setClassName("visually-hidden", i > 0);
            table.row(name, value(odds), words.formats().percent(odds.share()), ratio(odds));
        }
    }

    private static boolean matters(List<Odds> feature) {
        return feature.stream().anyMatch(odds -> Math.abs(Math.log(odds.ratio())) >= MATTERS);
    }

    private List<List<Odds>> byWeight() {
        Map<String, List<Odds>> features = new LinkedHashMap<>();
        fit.odds().forEach(odds -> features.computeIfAbsent(odds.feature(), id -> new ArrayList<>())
                .add(odds));
        return features.values().stream()
                .sorted(Comparator.comparingDouble(feature -> -weight(feature)))
                .map(feature -> feature.stream()
                        .sorted(Comparator.comparingDouble(odds -> -odds.ratio()))
                        .toList())
                .toList();
    }

    /** How far apart the feature's values set customers. */
    private static double weight(List<Odds> feature) {
        return feature.stream()
                .mapToDouble(odds -> odds.share() * Math.pow(Math.log(odds.ratio()), 2))
                .sum();
    }

    private String ratio(Odds odds) {
        String times = words.text("segment.churn.times", words.formats().fixed(odds.ratio(), 2));
        double logOdds = Math.log(odds.ratio());
        return Math.abs(logOdds) < HARDLY ? times : (logOdds > 0 ? "▲ " : "▼ ") + times;
    }

    private String value(Odds odds) {
        return switch (odds.kind()) {
            case MISSING -> words.text("segment.operator.missing");
            case AMOUNT -> words.text("segment.churn.odds.step", words.amount(odds.feature(), odds.step()));
            case LEVEL -> level(odds);
        };
    }

    private String level(Odds odds) {
        AttributeDefinition attribute = words.vertical().definition().attribute(odds.feature());
        boolean flag = attribute != null && attribute.type() == FieldType.BOOLEAN;
        Value value = flag ? new Value.Flag(Boolean.parseBoolean(odds.level())) : new Value.Text(odds.level());
        return words.names().value(odds.feature(), value);
    }
}
