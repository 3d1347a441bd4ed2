package org.clientele.engine.column;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.ReferenceDefinition;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a reference, which customers and activities point to by their keys. A row's number is the code of its key in
 * {@link #keys}. A column that points here has a dictionary of its own: {@link #rowsOf} translates its codes. Immutable and safe to
 * share between threads.
 *
 * <p>Memory per row: its key once as text and 16 bytes, plus each column's bytes a row.
 */
public final class ReferenceColumns {
    /** The row of a key that the reference does not have. */
    public static final int UNKNOWN = -1;

    private final String reference;
    private final Dictionary keys;
    private final Map<String, Column> columns;

    private ReferenceColumns(String reference, Dictionary keys, Map<String, Column> columns) {
        this.reference = reference;
        this.keys = keys;
        this.columns = columns;
    }

    /**
     * Starts taking rows in any order.
     *
     * @param fields ids of the fields wanted as columns
     * @param fractionDigits digits of the vertical's currency after the decimal point
     */
    public static Builder builder(ReferenceDefinition reference, Set<String> fields, int fractionDigits) {
        return new Builder(reference, fields, fractionDigits);
    }

    /** A reference without rows. */
    public static ReferenceColumns none(ReferenceDefinition reference, int fractionDigits) {
        Set<String> all =
                Set.copyOf(reference.fields().stream().map(ActivityField::id).toList());
        return builder(reference, all, fractionDigits).build();
    }

    /** The id of the reference. */
    public String reference() {
        return reference;
    }

    /** Number of rows. */
    public int size() {
        return keys.size();
    }

    /** The keys; the code of a key is its row. */
    public Dictionary keys() {
        return keys;
    }

    /** The column of a field, or null when it was not loaded. */
    public @Nullable Column column(String field) {
        return columns.get(field);
    }

    /** For each code of a dictionary of keys the row of that key, {@link #UNKNOWN} where there is none. Costs one look-up a code. */
    public int[] rowsOf(Dictionary pointing) {
        int[] rows = new int[pointing.size()];
        Arrays.setAll(rows, code -> keys.code(pointing.text(code)));
        return rows;
    }

    /**
     * A field of the rows that a column points to, with a row for each row of that column: missing where it points nowhere, where
     * the reference does not have the key, or where the row has no value. Null when the field was not loaded.
     */
    public @Nullable Column through(CodeColumn pointing, String field) {
        Column column = columns.get(field);
        if (column == null) {
            return null;
        }
        int[] rowOfCode = rowsOf(pointing.dictionary());
        int[] rows = new int[pointing.size()];
        for (int row = 0; row < rows.length; row++) {
            int code = pointing.get(row);
            rows[row] = code == CodeColumn.MISSING ? UNKNOWN : rowOfCode[code];
        }
        return gathered(column, rows);
    }

    private static Column gathered(Column column, int[] rows) {
        return switch (column) {
            case CodeColumn codes -> {
                int[] taken = new int[rows.length];
                Arrays.setAll(taken, i -> rows[i] == UNKNOWN ? CodeColumn.MISSING : codes.get(rows[i]));
                yield CodeColumn.of(codes.dictionary(), taken);
            }
            case WholeColumn wholes -> {
                long[] taken = new long[rows.length];
                Arrays.setAll(taken, i -> rows[i] == UNKNOWN ? WholeColumn.MISSING : wholes.get(rows[i]));
                yield WholeColumn.of(taken);
            }
            case MoneyColumn money -> {
                long[] taken = new long[rows.length];
                Arrays.setAll(taken, i -> rows[i] == UNKNOWN ? MoneyColumn.MISSING : money.get(rows[i]));
                yield MoneyColumn.of(money.fractionDigits(), taken);
            }
            case NumberColumn numbers -> {
                double[] taken = new double[rows.length];
                Arrays.setAll(taken, i -> rows[i] == UNKNOWN ? Double.NaN : numbers.asDouble(rows[i]));
                yield NumberColumn.of(taken);
            }
            case DateColumn dates -> {
                int[] taken = new int[rows.length];
                Arrays.setAll(taken, i -> rows[i] == UNKNOWN ? DateColumn.MISSING : dates.get(rows[i]));
                yield DateColumn.of(taken);
            }
            case FlagColumn flags -> {
                byte[] taken = new byte[rows.length];
                for (int i = 0; i < taken.length; i++) {
                    taken[i] = rows[i] == UNKNOWN ? FlagColumn.MISSING : flags.get(rows[i]);
                }
                yield FlagColumn.of(taken);
            }
        };
    }

    /** Takes rows one by one: {@link #row} first, then the setters. */
    public static final class Builder extends RowBuilder {
        private final String reference;
        private final TextIndex keys = new TextIndex();

        private Builder(ReferenceDefinition reference, Set<String> fields, int fractionDigits) {
            super(wanted(reference, fields), fractionDigits);
            this.reference = reference.id();
        }

        private static List<Field> wanted(ReferenceDefinition reference, Set<String> fields) {
            for (String field : fields) {
                if (reference.field(field) == null) {
                    throw new IllegalArgumentException("Reference %s has no field %s: declare it in the vertical"
                            .formatted(reference.id(), field));
                }
            }
            return reference.fields().stream()
                    .filter(f -> fields.contains(f.id()))
                    .map(Field::of)
                    .toList();
        }

        /** Starts the row of a key. Fails when the key came before. */
        public Builder row(String key) {
            int row = startRow();
            if (keys.codeOrAdd(key) != row) {
                throw new IllegalArgumentException(
                        "Reference %s was given the key %s twice: read each row once".formatted(reference, key));
            }
            return this;
        }

        /** The columns. The builder cannot be used afterwards. */
        public ReferenceColumns build() {
            return new ReferenceColumns(reference, new Dictionary(keys), build(null));
        }
    }
}
