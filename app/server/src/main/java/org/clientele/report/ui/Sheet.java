package org.clientele.report.ui;

import java.util.List;
import java.util.function.IntFunction;
import org.clientele.engine.column.Value;
import org.jspecify.annotations.Nullable;

/**
 * A report as rows of cells, for the screen and for a file.
 *
 * @param headings the columns
 * @param size number of rows
 * @param rows a row by its number
 */
public record Sheet(List<Heading> headings, int size, IntFunction<Row> rows) {
    public Sheet {
        headings = List.copyOf(headings);
    }

    static Sheet of(List<Heading> headings, List<Row> rows) {
        return new Sheet(headings, rows.size(), rows::get);
    }

    /**
     * A column.
     *
     * @param figures whether its cells are figures, not words
     */
    public record Heading(String text, boolean figures) {}

    /** A row; {@code kind} says how it stands out. */
    public record Row(Kind kind, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** How a row stands out. */
        public enum Kind {
            /** Not at all. */
            PLAIN,
            /** It begins a block of rows. */
            BLOCK,
            /** It sums up. */
            TOTAL
        }
    }

    /**
     * A cell.
     *
     * @param text what people read
     * @param value the value for a file; missing: the text stands there
     * @param href where its customers are, or null
     */
    public record Cell(String text, Value value, @Nullable String href) {
        static Cell words(String text) {
            return new Cell(text, Value.MISSING, null);
        }

        static Cell words(String text, @Nullable String href) {
            return new Cell(text, Value.MISSING, href);
        }
    }
}
