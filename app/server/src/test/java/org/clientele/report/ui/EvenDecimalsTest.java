package org.clientele.report.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.clientele.common.ui.Formats;
import org.clientele.engine.column.Value;
import org.clientele.report.ui.Sheet.Cell;
import org.clientele.report.ui.Sheet.Heading;
import org.clientele.report.ui.Sheet.Row;
import org.junit.jupiter.api.Test;

class EvenDecimalsTest {
    @Test
    void shouldWriteAmountsBelowEachOtherWithTheSameDecimals() {
        assertThat(column(true, money("¥7,057", 705_700), money("¥5,493.35", 549_335), money("¥0", 0)))
                .containsExactly("¥7,057.00", "¥5,493.35", "¥0.00");
    }

    @Test
    void shouldLeaveAmountsWithoutDecimalsWhereTheWholeColumnHasNone() {
        assertThat(column(true, money("¥7,057", 705_700), money("¥13,503,000", 1_350_300_000)))
                .containsExactly("¥7,057", "¥13,503,000");
    }

    @Test
    void shouldWriteRatiosWithTheDecimalsOfTheMostExact() {
        assertThat(column(true, decimal("14,875.6"), decimal("1,905.84"), decimal("36"), decimal("2.5%")))
                .containsExactly("14,875.60", "1,905.84", "36.00", "2.50%");
    }

    @Test
    void shouldLeaveWordsAndWhatIsMissing() {
        assertThat(column(true, Cell.words("A-0035"), Cell.words(Formats.MISSING), decimal("1.5")))
                .containsExactly("A-0035", Formats.MISSING, "1.5");
        assertThat(column(false, decimal("2"), decimal("1.5"))).containsExactly("2", "1.5");
    }

    private static Cell money(String text, long minor) {
        return new Cell(text, new Value.Money(minor, 2), null);
    }

    private static Cell decimal(String text) {
        return new Cell(text, new Value.Decimal(1), null);
    }

    private static List<String> column(boolean figures, Cell... cells) {
        List<Row> rows = Arrays.stream(cells)
                .map(cell -> new Row(Row.Kind.PLAIN, List.of(Cell.words("name"), cell)))
                .toList();
        return EvenDecimals.of(List.of(new Heading("", false), new Heading("", figures)), rows).stream()
                .map(row -> row.cells().get(1).text())
                .toList();
    }
}
