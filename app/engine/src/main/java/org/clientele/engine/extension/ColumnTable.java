package org.clientele.engine.extension;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.clientele.engine.column.CodeColumn;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.DateColumn;
import org.clientele.engine.column.FlagColumn;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.engine.column.WholeColumn;
import org.clientele.plugins.api.extension.CustomerTable;
import org.jspecify.annotations.Nullable;

/** Columns as a plugin's code reads them. Immutable; safe to share between threads. */
public class ColumnTable implements CustomerTable {
    private final Map<String, Column> columns;
    private final int size;
    private final BitSet present;
    private final LocalDate asOf;
    private final BooleanSupplier cancelled;

    /**
     * @param columns what may be read, by id
     * @param present the rows that are customers on the day; must not be changed afterwards
     * @param cancelled whether the result is no longer wanted
     */
    public ColumnTable(
            Map<String, Column> columns, int size, BitSet present, LocalDate asOf, BooleanSupplier cancelled) {
        this.columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        this.size = size;
        this.present = present;
        this.asOf = asOf;
        this.cancelled = cancelled;
    }

    @Override
    public final int size() {
        return size;
    }

    @Override
    public final LocalDate asOf() {
        return asOf;
    }

    @Override
    public final boolean present(int row) {
        return present.get(row);
    }

    @Override
    public final Set<String> columns() {
        return columns.keySet();
    }

    @Override
    public final boolean isCancelled() {
        return cancelled.getAsBoolean();
    }

    @Override
    public final Numbers numbers(String column) {
        return column(column) instanceof MeasureColumn measures && !(measures instanceof DateColumn)
                ? new NumberView(measures)
                : wrongType(column, "numbers");
    }

    @Override
    public final Wholes wholes(String column) {
        return switch (column(column)) {
            case WholeColumn wholes -> new WholeView(wholes);
            case MoneyColumn money -> new MinorView(money);
            default -> wrongType(column, "whole numbers");
        };
    }

    @Override
    public final Texts texts(String column) {
        return column(column) instanceof CodeColumn codes ? new TextView(codes) : wrongType(column, "texts");
    }

    @Override
    public final Dates dates(String column) {
        return column(column) instanceof DateColumn dates ? new DateView(dates) : wrongType(column, "dates");
    }

    @Override
    public final Flags flags(String column) {
        return column(column) instanceof FlagColumn flags ? new FlagView(flags) : wrongType(column, "yes and no");
    }

    private Column column(String id) {
        Column column = columns.get(id);
        if (column == null) {
            throw new IllegalArgumentException(
                    "There is no column %s to read; there are %s".formatted(id, columns.keySet()));
        }
        return column;
    }

    private <T> T wrongType(String id, String wanted) {
        throw new IllegalArgumentException("Column %s does not hold %s but is a %s"
                .formatted(id, wanted, column(id).getClass().getSimpleName()));
    }

    private record NumberView(MeasureColumn column) implements Numbers {
        @Override
        public double get(int row) {
            return column.asDouble(row);
        }

        @Override
        public boolean isMissing(int row) {
            return column.isMissing(row);
        }
    }

    private record WholeView(WholeColumn column) implements Wholes {
        @Override
        public long get(int row) {
            return column.get(row);
        }

        @Override
        public boolean isMissing(int row) {
            return column.isMissing(row);
        }
    }

    private record MinorView(MoneyColumn column) implements Wholes {
        @Override
        public long get(int row) {
            return column.get(row);
        }

        @Override
        public boolean isMissing(int row) {
            return column.isMissing(row);
        }
    }

    private record TextView(CodeColumn column) implements Texts {
        @Override
        public @Nullable String get(int row) {
            int code = column.get(row);
            return code == CodeColumn.MISSING ? null : column.dictionary().text(code);
        }

        @Override
        public int code(int row) {
            return column.get(row);
        }

        @Override
        public int codes() {
            return column.dictionary().size();
        }

        @Override
        public String text(int code) {
            return column.dictionary().text(code);
        }

        @Override
        public boolean isMissing(int row) {
            return column.isMissing(row);
        }
    }

    private record DateView(DateColumn column) implements Dates {
        @Override
        public int epochDay(int row) {
            return column.get(row);
        }

        @Override
        public boolean isMissing(int row) {
            return column.isMissing(row);
        }
    }

    private record FlagView(FlagColumn column) implements Flags {
        @Override
        public boolean get(int row) {
            return column.get(row) == 1;
        }

        @Override
        public boolean isMissing(int row) {
            return column.isMissing(row);
        }
    }
}
