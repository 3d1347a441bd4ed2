package org.clientele.analysis.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.clientele.analysis.SegmentTrend;
import org.clientele.common.ui.ChartCard;
import org.clientele.common.ui.FigureTable;
import org.clientele.customer.CustomerFilter;
import org.clientele.customer.CustomerListQuery;
import org.clientele.customer.ui.CustomersNavigation;
import org.clientele.frontend.LineChart;
import org.clientele.segment.ui.SegmentWords;

/** The size of each segment month by month. */
final class TrendCard {
    private final SegmentWords words;
    private final SegmentTrend trend;

    TrendCard(SegmentWords words, SegmentTrend trend) {
        this.words = words;
        this.trend = trend;
    }

    Component card() {
        String title = words.text("analysis.trend.title");
        LineChart chart = new LineChart(title);
        List<LineChart.Step> steps = trend.days().stream()
                .map(day -> new LineChart.Step(day.toString(), words.formats().date(day)))
                .toList();
        List<LineChart.Line> lines = new ArrayList<>();
        for (int segment = 0; segment < trend.model().segments().size(); segment++) {
            List<LineChart.Point> points = new ArrayList<>();
            for (List<Integer> counts : trend.counts()) {
                int count = counts.get(segment);
                points.add(new LineChart.Point((double) count, words.formats().whole(count)));
            }
            lines.add(new LineChart.Line(
                    id(segment),
                    words.segment(trend.model(), segment),
                    SegmentWords.tone(trend.model(), segment),
                    false,
                    points));
        }
        chart.setLines(steps, lines);
        chart.addMarkClickListener(key -> {
            String[] place = key.split("@", -1);
            CustomersNavigation.open(
                    UI.getCurrent(), words.vertical().key(), members(place[0], LocalDate.parse(place[1])));
        });
        return new ChartCard(title, words.text("analysis.trend.hint"), chart, table(title));
    }

    private FigureTable table(String title) {
        List<String> headings = new ArrayList<>(List.of(words.text("analysis.trend.day")));
        for (int segment = 0; segment < trend.model().segments().size(); segment++) {
            headings.add(words.segment(trend.model(), segment));
        }
        FigureTable table = new FigureTable(title, headings.toArray(String[]::new));
        for (int day = 0; day < trend.days().size(); day++) {
            List<Component> cells = new ArrayList<>();
            for (int segment = 0; segment < trend.model().segments().size(); segment++) {
                Anchor link = new Anchor(
                        CustomersNavigation.to(
                                words.vertical().key(),
                                members(id(segment), trend.days().get(day))),
                        words.formats().whole(trend.counts().get(day).get(segment)));
                link.getElement().setAttribute("router-link", true);
                cells.add(link);
            }
            table.row(
                    FigureTable.name(words.formats().date(trend.days().get(day)), null, null),
                    cells.toArray(Component[]::new));
        }
        return table;
    }

    private String id(int segment) {
        return trend.model().segments().get(segment).id();
    }

    private CustomerListQuery members(String segment, LocalDate day) {
        return CustomerListQuery.of(CustomerFilter.was(trend.model().id(), segment, day));
    }
}
