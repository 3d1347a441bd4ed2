package org.clientele.analysis.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clientele.analysis.Explanation;
import org.clientele.common.ui.FigureTable;
import org.clientele.engine.column.Value;
import org.clientele.engine.model.RiskParts;
import org.clientele.engine.statistics.Scorer;
import org.clientele.frontend.Card;
import org.clientele.segment.ui.SegmentWords;

/** What a customer's risk of leaving is made of, part by part: they add up. */
final class RiskTable {
    private static final int DECIMALS = 2;

    private final SegmentWords words;
    private final RiskParts risk;
    private final Map<String, Value> values;

    RiskTable(SegmentWords words, RiskParts risk, Explanation explanation) {
        this.words = words;
        this.risk = risk;
        this.values = explanation.values().stream()
                .collect(Collectors.toMap(Explanation.Compared::id, Explanation.Compared::value));
    }

    /** A line: what, the customer's value, what it adds. */
    record Line(String name, String value, String weight) {}

    /** The average customer, every part, the greatest first, and the sum. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        lines.add(line(words.text("segment.risk.average"), percent(risk.probabilityOfAverage()), risk.average()));
        risk.parts().stream()
                .sorted(Comparator.comparingDouble(part -> -Math.abs(part.logOdds())))
                .map(this::line)
                .forEach(lines::add);
        lines.add(line(words.text("segment.risk.sum"), percent(risk.probability()), risk.logOdds()));
        return lines;
    }

    private Line line(Scorer.Contribution part) {
        Value value = values.getOrDefault(part.feature(), Value.MISSING);
        return line(
                words.names().name(part.feature()),
                value.isMissing()
                        ? words.text("segment.operator.missing")
                        : words.names().value(part.feature(), value),
                part.logOdds());
    }

    private Line line(String name, String value, double logOdds) {
        return new Line(name, value, words.formats().signed(logOdds, DECIMALS));
    }

    private String percent(double probability) {
        return words.formats().percent(probability);
    }

    Card card() {
        String title = words.text("segment.risk.parts");
        FigureTable table = new FigureTable(
                title,
                words.text("segment.checks.measure"),
                words.text("segment.checks.actual"),
                words.text("segment.risk.weight.heading"));
        List<Line> lines = lines();
        Line sum = lines.removeLast();
        lines.forEach(line -> table.row(new Span(line.name()), line.value(), line.weight()));
        table.row(strong(sum.name()), strong(sum.value()), strong(sum.weight()));
        return new Card(title, table)
                .hint(words.text("segment.risk.parts.hint"))
                .flush();
    }

    private static Component strong(String text) {
        Span span = new Span(text);
        span.addClassName("strong");
        return span;
    }
}
