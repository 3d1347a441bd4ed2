package org.clientele.engine.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.clientele.engine.Snapshot;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.CodeColumn;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.FlagColumn;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * Splits the rows of an activity by what their customer is or by a field of their own; every row is in one group. Groups carry no members.
 */
record RowGroups(List<Group> groups, Numbering numbering) {
    /** The number of a row's group. */
    @FunctionalInterface
    interface Numbering {
        int of(int customer, int row);
    }

    static RowGroups none() {
        return new RowGroups(List.of(), (customer, row) -> 0);
    }

    /** By an attribute or a model of the customer; a customer with several labels of a model counts in the best of them. */
    static RowGroups byCustomer(Snapshot snapshot, String id, BitSet population) {
        List<Group> split = Dimension.split(snapshot, id, population);
        int[] numbers = new int[snapshot.customers().size()];
        for (int group = split.size() - 1; group >= 0; group--) {
            BitSet members = split.get(group).members();
            for (int c = members.nextSetBit(0); c >= 0; c = members.nextSetBit(c + 1)) {
                numbers[c] = group;
            }
        }
        List<Group> groups = split.stream()
                .map(group -> new Group(group.kind(), group.key(), new BitSet()))
                .toList();
        return new RowGroups(groups, (customer, row) -> numbers[customer]);
    }

    /**
     * By a field of the activity.
     *
     * @throws IllegalArgumentException when the field is no choice, text or flag
     */
    static RowGroups byField(ActivityColumns rows, ActivityField field) {
        return byColumn(rows.column(field.id()), field, rows.size());
    }

    /**
     * By a column over the activity's rows.
     *
     * @throws IllegalArgumentException when the column is absent or no choice, text or flag
     */
    static RowGroups byColumn(@Nullable Column column, ActivityField field, int rows) {
        if (column instanceof FlagColumn flags) {
            List<Group> groups = List.of(value("true"), value("false"), missing());
            return new RowGroups(groups, (customer, row) -> flags.isMissing(row) ? 2 : flags.get(row) == 1 ? 0 : 1);
        }
        if (column instanceof CodeColumn codes) {
            return field.type() == FieldType.CHOICE ? byChoice(codes, field.values()) : byText(codes, rows);
        }
        throw new IllegalArgumentException(
                "Rows cannot be grouped by %s: it is no choice, text or flag".formatted(field.id()));
    }

    private static RowGroups byChoice(CodeColumn column, List<String> values) {
        List<Group> groups =
                new ArrayList<>(values.stream().map(RowGroups::value).toList());
        int[] numbers = new int[column.dictionary().size()];
        Arrays.fill(numbers, values.size());
        for (int i = 0; i < values.size(); i++) {
            int code = column.dictionary().code(values.get(i));
            if (code >= 0) {
                numbers[code] = i;
            }
        }
        groups.add(missing());
        return new RowGroups(groups, numbering(column, numbers, values.size()));
    }

    private static RowGroups byText(CodeColumn column, int rows) {
        int[] counts = new int[column.dictionary().size()];
        IntStream.range(0, rows).map(column::get).filter(code -> code >= 0).forEach(code -> counts[code]++);
        return byCode(column, counts, Dimension.MOST_TEXTS);
    }

    /** The codes with the largest weights each in a group of their own, then "others", then "missing". */
    static RowGroups byCode(CodeColumn column, int[] weights, int most) {
        List<Integer> codes = IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(code -> -weights[code])
                        .thenComparingInt(code -> column.dictionary().rank(code)))
                .limit(most)
                .toList();
        List<Group> groups = new ArrayList<>();
        int[] numbers = new int[weights.length];
        Arrays.fill(numbers, codes.size());
        for (int i = 0; i < codes.size(); i++) {
            groups.add(value(column.dictionary().text(codes.get(i))));
            numbers[codes.get(i)] = i;
        }
        groups.add(new Group(Group.Kind.OTHERS, "", new BitSet()));
        groups.add(missing());
        return new RowGroups(groups, numbering(column, numbers, codes.size() + 1));
    }

    private static Numbering numbering(CodeColumn column, int[] numbers, int missing) {
        return (customer, row) -> {
            int code = column.get(row);
            return code < 0 ? missing : numbers[code];
        };
    }

    private static Group value(String key) {
        return new Group(Group.Kind.VALUE, key, new BitSet());
    }

    private static Group missing() {
        return new Group(Group.Kind.MISSING, "", new BitSet());
    }

    /** The group of a number, or null when rows are not grouped. */
    @Nullable
    Group group(int number) {
        return groups.isEmpty() ? null : groups.get(number);
    }

    int size() {
        return Math.max(1, groups.size());
    }
}
