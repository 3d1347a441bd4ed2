package org.clientele.dataimport.sample;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.clientele.engine.column.CodeColumn;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.DateColumn;
import org.clientele.engine.column.Dictionary;
import org.clientele.engine.column.FlagColumn;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.engine.column.NumberColumn;
import org.clientele.engine.column.Value;
import org.clientele.engine.column.WholeColumn;
import org.clientele.engine.condition.Variables;
import org.clientele.plugins.api.FieldType;
import org.jspecify.annotations.Nullable;

/** Rows that are being made, field by field. Rows of an activity also see the attributes of their customer. */
public final class SampleTable {
    private final Map<String, FieldType> types;
    private final int size;
    private final int fractionDigits;
    private final Map<String, Value[]> values = new LinkedHashMap<>();
    private final @Nullable SampleTable parent;
    private final int[] parents;

    private SampleTable(
            Map<String, FieldType> types, int size, int fractionDigits, @Nullable SampleTable parent, int[] parents) {
        this.types = types;
        this.size = size;
        this.fractionDigits = fractionDigits;
        this.parent = parent;
        this.parents = parents;
    }

    /** Rows of their own: customers, or a reference's. */
    static SampleTable of(Map<String, FieldType> types, int size, int fractionDigits) {
        return new SampleTable(types, size, fractionDigits, null, new int[0]);
    }

    /** @param parents the customer of each row */
    static SampleTable under(SampleTable customers, Map<String, FieldType> types, int... parents) {
        return new SampleTable(types, parents.length, customers.fractionDigits, customers, parents);
    }

    public int size() {
        return size;
    }

    /** The fields that have been filled, in the order in which they were. */
    public Set<String> fields() {
        return values.keySet();
    }

    /** The row's value of a field or, in an activity, its customer's of an attribute. */
    public Value get(String field, int row) {
        Value[] own = values.get(field);
        if (own != null) {
            return own[row];
        }
        return parent == null || types.containsKey(field) ? Value.MISSING : parent.get(field, parents[row]);
    }

    /** The customer of a row of an activity; the row itself in a table of customers. */
    public int customer(int row) {
        return parent == null ? row : parents[row];
    }

    boolean declares(String field, FieldType type) {
        return types.get(field) == type;
    }

    /** The type of one of the table's own fields; fails for a field it does not have. */
    FieldType type(String field) {
        FieldType type = types.get(field);
        if (type == null) {
            throw new IllegalArgumentException(
                    "The sample recipe fills %s, which is not declared; there are %s".formatted(field, types.keySet()));
        }
        return type;
    }

    void set(String field, int row, Value value) {
        Value[] column = values.computeIfAbsent(field, id -> {
            Value[] fresh = new Value[size];
            Arrays.fill(fresh, Value.MISSING);
            return fresh;
        });
        column[row] = value;
    }

    /** What conditions see; values filled later are not in columns asked for before. */
    Variables variables(LocalDate asOf) {
        Map<String, @Nullable Column> known = new HashMap<>();
        return new Variables() {
            @Override
            public @Nullable Column column(String name) {
                return known.computeIfAbsent(name, SampleTable.this::column);
            }

            @Override
            public LocalDate asOf() {
                return asOf;
            }
        };
    }

    private @Nullable Column column(String name) {
        FieldType type = types.get(name);
        if (type == null && parent != null) {
            type = parent.types.get(name);
        }
        return type == null ? null : column(name, type);
    }

    private Column column(String name, FieldType type) {
        return switch (type) {
            case TEXT, CHOICE -> codes(name);
            case INTEGER -> WholeColumn.of(longs(name, WholeColumn.MISSING));
            case MONEY -> MoneyColumn.of(fractionDigits, longs(name, MoneyColumn.MISSING));
            case DECIMAL -> {
                double[] numbers = new double[size];
                Arrays.setAll(numbers, row -> get(name, row).asDouble());
                yield NumberColumn.of(numbers);
            }
            case DATE -> {
                int[] days = new int[size];
                Arrays.setAll(
                        days,
                        row -> get(name, row) instanceof Value.Date(LocalDate date)
                                ? Math.toIntExact(date.toEpochDay())
                                : DateColumn.MISSING);
                yield DateColumn.of(days);
            }
            case BOOLEAN -> {
                byte[] flags = new byte[size];
                for (int row = 0; row < size; row++) {
                    flags[row] = get(name, row) instanceof Value.Flag(boolean yes)
                            ? (byte) (yes ? 1 : 0)
                            : FlagColumn.MISSING;
                }
                yield FlagColumn.of(flags);
            }
        };
    }

    private long[] longs(String name, long missing) {
        long[] numbers = new long[size];
        Arrays.setAll(numbers, row -> switch (get(name, row)) {
            case Value.Whole(long number) -> number;
            case Value.Money(long minor, int _) -> minor;
            default -> missing;
        });
        return numbers;
    }

    private Column codes(String name) {
        Map<String, Integer> codes = new LinkedHashMap<>();
        int[] column = new int[size];
        for (int row = 0; row < size; row++) {
            if (get(name, row) instanceof Value.Text(String text)) {
                column[row] = codes.computeIfAbsent(text, fresh -> codes.size());
            } else {
                column[row] = CodeColumn.MISSING;
            }
        }
        return CodeColumn.of(Dictionary.of(codes.keySet().stream().toList()), column);
    }
}
