package org.clientele.analysis.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clientele.analysis.Movements;
import org.clientele.analysis.SegmentOverlap;
import org.clientele.common.ui.ChartCard;
import org.clientele.common.ui.FigureTable;
import org.clientele.customer.CustomerFilter;
import org.clientele.customer.CustomerListQuery;
import org.clientele.customer.ui.CustomersNavigation;
import org.clientele.engine.Snapshot;
import org.clientele.engine.comparison.Overlaps.Combination;
import org.clientele.frontend.UpsetChart;
import org.clientele.segment.SegmentName;
import org.clientele.segment.ui.SegmentWords;

/** How many customers are in exactly which of some segments. */
final class OverlapCard {
    private static final int SHOWN = 24;

    private final SegmentWords words;
    private final SegmentOverlap overlap;

    OverlapCard(SegmentWords words, SegmentOverlap overlap) {
        this.words = words;
        this.overlap = overlap;
    }

    Component card() {
        String title = words.text("analysis.overlap.title");
        UpsetChart chart = new UpsetChart(title);
        List<Combination> all = overlap.overlaps().combinations();
        chart.setCombinations(
                IntStream.range(0, overlap.segments().size())
                        .mapToObj(place -> new UpsetChart.Group(String.valueOf(place), name(place)))
                        .toList(),
                IntStream.range(0, Math.min(SHOWN, all.size()))
                        .mapToObj(index -> combination(index, all.get(index)))
                        .toList());
        if (told()) {
            chart.addMarkClickListener(key -> CustomersNavigation.open(
                    UI.getCurrent(), words.vertical().key(), customers(all.get(Integer.parseInt(key)))));
        }
        return new ChartCard(
                title,
                words.text(
                        "analysis.overlap.hint",
                        words.formats().whole(overlap.overlaps().none())),
                chart,
                table(title, all));
    }

    private UpsetChart.Combination combination(int index, Combination combination) {
        return new UpsetChart.Combination(
                String.valueOf(index),
                names(combination),
                combination.segments().stream().map(String::valueOf).toList(),
                combination.customers(),
                words.formats().whole(combination.customers()));
    }

    private FigureTable table(String title, List<Combination> all) {
        FigureTable table = new FigureTable(
                title,
                words.text("analysis.overlap.exactly"),
                words.text("segment.column.customers"),
                words.text("segment.column.share"));
        for (Combination combination : all) {
            table.row(
                    FigureTable.name(
                            names(combination),
                            told() ? CustomersNavigation.to(words.vertical().key(), customers(combination)) : null,
                            null),
                    words.formats().whole(combination.customers()),
                    words.formats().percent((double) combination.customers() / Math.max(1, overlap.customers())));
        }
        return table;
    }

    /** Whether conditions can tell the customers: of labels they know a customer's best one only. */
    private boolean told() {
        return overlap.segments().stream()
                .map(segment -> words.vertical().definition().model(segment.model()))
                .allMatch(model -> model != null && Movements.exclusive(model));
    }

    private String name(int place) {
        return Names.of(words, overlap.segments().get(place));
    }

    private String names(Combination combination) {
        return combination.segments().stream().map(this::name).collect(Collectors.joining(" + "));
    }

    /** In these segments and in none of the others that were compared; who is in none of a model is in none of its segments. */
    private CustomerListQuery customers(Combination combination) {
        List<CustomerFilter> filters = new ArrayList<>();
        for (int place = 0; place < overlap.segments().size(); place++) {
            SegmentName segment = overlap.segments().get(place);
            boolean in = combination.segments().contains(place);
            filters.add(CustomerFilter.where(condition(segment, in)));
        }
        return CustomerListQuery.of(filters.toArray(CustomerFilter[]::new));
    }

    private static String condition(SegmentName segment, boolean in) {
        String variable = Snapshot.SEGMENT_PREFIX + segment.model();
        String is = variable + " == \"" + segment.segment() + "\"";
        return in ? is : "missing(" + variable + ") || !(" + is + ")";
    }
}
