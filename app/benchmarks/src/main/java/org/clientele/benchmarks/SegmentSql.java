package org.clientele.benchmarks;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.api.VerticalDefinition;

/**
 * The three models of {@link RetailData#three()} as plain SQL, for peers. Segments are numbered from 1 in the order of the definition,
 * as {@link #number} counts. The shop's purchases hold no returns, so that peers need not look for them.
 */
record SegmentSql(VerticalDefinition definition, LocalDate asOf, String table, String amount) {
    static final String METRICS = "customer_id, recency, tenure, frequency, monetary, spend, spend_before";

    /** The metrics of every customer. The day number of dates is SQL too, with the dates put in. */
    String metrics(String sum, String day) {
        String year = "happened_at >= TIMESTAMP '%s 00:00:00'".formatted(asOf.minusDays(364));
        String before = "happened_at >= TIMESTAMP '%s 00:00:00' AND happened_at < TIMESTAMP '%s 00:00:00'"
                .formatted(asOf.minusDays(729), asOf.minusDays(364));
        return """
                SELECT customer_id, %s AS recency, %s AS tenure, count(*) AS frequency, %s AS monetary, %s AS spend, %s AS spend_before
                FROM %s GROUP BY customer_id""".formatted(
                        day.formatted("max(happened_at)"),
                        day.formatted("min(happened_at)"),
                        sum.formatted(amount),
                        sum.formatted("CASE WHEN " + year + " THEN " + amount + " ELSE 0 END"),
                        sum.formatted("CASE WHEN " + before + " THEN " + amount + " ELSE 0 END"),
                        table);
    }

    /** The number of the RFM segment. The cut is the SQL of a metric's n-th cut point. */
    String rfm(Cut cut) {
        String recency = "(5" + steps("recency", cut, " - ") + ")";
        String level = "((2" + steps("frequency", cut, " + ") + steps("monetary", cut, " + ") + " + 1) / 2)";
        ModelDefinition.Rfm model = (ModelDefinition.Rfm) model("rfm");
        StringBuilder cells = new StringBuilder("CASE 5 * %s + %s".formatted(recency, level));
        for (int row = 0; row < 5; row++) {
            for (int column = 0; column < 5; column++) {
                cells.append(" WHEN %d THEN %d"
                        .formatted(
                                5 * (row + 1) + column + 1,
                                number("rfm", model.grid().get(row).get(column))));
            }
        }
        return cells.append(" END").toString();
    }

    /** The number of the tier. The start is the SQL of the n-th tier's least value. */
    String pyramid(Cut start) {
        return "CASE WHEN monetary >= %s THEN 1 WHEN monetary >= %s THEN 2 WHEN monetary >= %s THEN 3 ELSE 4 END"
                .formatted(start.of("tier", 1), start.of("tier", 2), start.of("tier", 3));
    }

    String lifeCycle() {
        String text = """
                CASE WHEN frequency = 0 THEN {potential} WHEN recency > 365 THEN {lapsed}
                WHEN frequency = 1 AND recency <= 180 THEN {new} WHEN recency > 180 THEN {declining}
                WHEN frequency > 1 AND recency > 60 AND recency > 3 * ((2 * (tenure - recency) + frequency - 1) / (2 * NULLIF(frequency - 1, 0))) THEN {declining}
                WHEN spend_before > 0 AND 2 * spend < spend_before THEN {declining}
                WHEN frequency >= 6 AND tenure >= 180 THEN {mature} ELSE {growing} END""";
        for (SegmentDefinition segment : model("life_cycle").segments()) {
            text = text.replace("{" + segment.id() + "}", String.valueOf(number("life_cycle", segment.id())));
        }
        return text;
    }

    private static String steps(String metric, Cut cut, String sign) {
        return List.of(1, 2, 3, 4).stream()
                .map(n -> sign + "CASE WHEN " + metric + " > " + cut.of(metric, n) + " THEN 1 ELSE 0 END")
                .collect(Collectors.joining());
    }

    /** Where the SQL finds a cut point. */
    @FunctionalInterface
    interface Cut {
        String of(String metric, int number);
    }

    int number(String model, String segment) {
        List<SegmentDefinition> segments = model(model).segments();
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).id().equals(segment)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("No segment " + segment);
    }

    private ModelDefinition model(String id) {
        return definition.models().stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
