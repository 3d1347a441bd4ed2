package org.clientele.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.ComponentUtil;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ChartTest {
    private static final Mark GOLD = new Mark("gold", "Gold", 12.5, "¥12.50", "tier-gold");
    private static final Mark OTHER = new Mark("other", "Other", 1, "¥1.00", null);

    @Test
    void shouldHandMarksToTheBrowserUnderTheNamesItReads() {
        TreemapChart chart = new TreemapChart("Segments by revenue");
        chart.setMarks(List.of(GOLD, OTHER));

        JsonNode marks = data(chart).get("marks");
        assertThat(marks).hasSize(2);
        assertThat(marks.get(0).get("key").stringValue()).isEqualTo("gold");
        assertThat(marks.get(0).get("value").doubleValue()).isEqualTo(12.5);
        assertThat(marks.get(0).get("colour").stringValue()).isEqualTo("tier-gold");
        assertThat(marks.get(1).get("colour").isNull()).isTrue();
        assertThat(chart.getElement().getProperty("label")).isEqualTo("Segments by revenue");
    }

    @Test
    void shouldRefuseAComparisonOfAnotherLength() {
        BarChart chart = new BarChart("Revenue by month");
        assertThatThrownBy(() -> chart.setBars("1998", List.of(GOLD, OTHER), "1997", List.of(GOLD)))
                .hasMessage("2 bars but 1 marks to compare with: give one mark per bar");
    }

    @Test
    void shouldRefuseALineWithoutAPointForEachStep() {
        LineChart chart = new LineChart("Size of each segment");
        LineChart.Line line = new LineChart.Line("gold", "Gold", null, false, List.of());
        assertThatThrownBy(() -> chart.setLines(List.of(new LineChart.Step("1", "Jan")), List.of(line)))
                .hasMessage("Line gold has 0 points for 1 steps: give one point per step");
    }

    @Test
    void shouldSayWhichMarkWasOpened() {
        FunnelBars chart = new FunnelBars("Life cycle");
        List<String> opened = new ArrayList<>();
        chart.addMarkClickListener(opened::add);

        ComponentUtil.fireEvent(chart, new Chart.MarkClickEvent(chart, true, "gold"));

        assertThat(opened).containsExactly("gold");
        assertThat(chart.getElement().getProperty("clickable", false)).isTrue();
    }

    @Test
    void shouldKeepTheHeightThatWasAskedFor() {
        GridChart chart = new GridChart("RFM");
        assertThat(chart.getElement().getAttribute("height")).isEqualTo("grid");
        chart.setHeight(Chart.Height.TALL);
        assertThat(chart.getElement().getAttribute("height")).isEqualTo("tall");
    }

    @Test
    void shouldTellTheStyleSheetHowManyColumnsAGridHas() {
        GridChart chart = new GridChart("RFM");
        chart.setCells("Level", "Recency", List.of(new GridChart.Cell("5:5", 5, 5, "Champions", "12", null)));
        assertThat(chart.getElement().getAttribute("columns")).isEqualTo("5");
    }

    private static JsonNode data(Chart chart) {
        return (JsonNode) chart.getElement().getPropertyRaw("data");
    }
}
