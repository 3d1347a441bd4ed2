package org.clientele.engine.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.clientele.engine.Snapshot;
import org.clientele.engine.column.CodeColumn;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.FlagColumn;
import org.clientele.engine.model.ModelResult;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.VerticalDefinition;

/**
 * Splits customers by an attribute or a model. Choices and segments come in their declared order, also those of nobody; texts by number of
 * customers, the first {@value #MOST_TEXTS} and then "others"; flags yes before no. Customers without a value come last.
 */
final class Dimension {
    static final int MOST_TEXTS = 100;

    private Dimension() {}

    /**
     * The groups of a population.
     *
     * @param id an attribute that is a choice, a text or a flag, or a model
     * @throws IllegalArgumentException when there is no such attribute or model
     */
    static List<Group> split(Snapshot snapshot, String id, BitSet population) {
        VerticalDefinition definition = snapshot.data().definition();
        ModelDefinition model = definition.model(id);
        if (model != null) {
            return bySegment(snapshot.result(id), population);
        }
        AttributeDefinition attribute = definition.attribute(id);
        Column column = snapshot.column(id);
        if (attribute != null && column instanceof CodeColumn codes) {
            return attribute.type() == FieldType.CHOICE
                    ? byCode(codes, attribute.values(), population)
                    : byText(codes, population);
        }
        if (column instanceof FlagColumn flags) {
            return byFlag(flags, population);
        }
        throw new IllegalArgumentException(
                "Customers cannot be grouped by %s: it is no choice, text, flag or model of the vertical"
                        .formatted(id));
    }

    private static List<Group> bySegment(ModelResult result, BitSet population) {
        List<Group> groups = new ArrayList<>();
        for (int segment = 0; segment < result.segmentCount(); segment++) {
            String key = result.model().segments().get(segment).id();
            groups.add(new Group(Group.Kind.VALUE, key, within(result.members(segment), population)));
        }
        return withMissing(groups, within(result.members(ModelResult.NONE), population));
    }

    private static List<Group> byCode(CodeColumn column, List<String> values, BitSet population) {
        BitSet[] members = members(column, population);
        List<Group> groups = new ArrayList<>();
        for (String value : values) {
            int code = column.dictionary().code(value);
            groups.add(new Group(Group.Kind.VALUE, value, code < 0 ? new BitSet() : members[code]));
        }
        BitSet rest = (BitSet) population.clone();
        groups.forEach(group -> rest.andNot(group.members()));
        return withMissing(groups, rest);
    }

    private static List<Group> byText(CodeColumn column, BitSet population) {
        int[] counts = new int[column.dictionary().size()];
        population.stream().map(column::get).filter(code -> code >= 0).forEach(code -> counts[code]++);
        List<Integer> codes = new ArrayList<>();
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0) {
                codes.add(code);
            }
        }
        codes.sort(Comparator.<Integer>comparingInt(code -> -counts[code])
                .thenComparingInt(code -> column.dictionary().rank(code)));
        List<Integer> shown = codes.subList(0, Math.min(MOST_TEXTS, codes.size()));
        BitSet[] members = new BitSet[counts.length];
        List<Group> groups = new ArrayList<>();
        for (int code : shown) {
            members[code] = new BitSet();
            groups.add(new Group(Group.Kind.VALUE, column.dictionary().text(code), members[code]));
        }
        BitSet others = new BitSet();
        BitSet missing = new BitSet();
        population.stream().forEach(customer -> {
            int code = column.get(customer);
            BitSet group = code < 0 ? missing : members[code];
            (group == null ? others : group).set(customer);
        });
        if (!others.isEmpty()) {
            groups.add(new Group(Group.Kind.OTHERS, "", others));
        }
        return withMissing(groups, missing);
    }

    private static List<Group> byFlag(FlagColumn column, BitSet population) {
        BitSet yes = new BitSet();
        BitSet no = new BitSet();
        BitSet missing = new BitSet();
        population.stream().forEach(customer -> {
            BitSet group = column.isMissing(customer) ? missing : column.get(customer) == 1 ? yes : no;
            group.set(customer);
        });
        List<Group> groups = new ArrayList<>();
        groups.add(new Group(Group.Kind.VALUE, "true", yes));
        groups.add(new Group(Group.Kind.VALUE, "false", no));
        return withMissing(groups, missing);
    }

    private static BitSet[] members(CodeColumn column, BitSet population) {
        BitSet[] members = new BitSet[column.dictionary().size()];
        for (int code = 0; code < members.length; code++) {
            members[code] = new BitSet();
        }
        population.stream()
                .filter(customer -> column.get(customer) >= 0)
                .forEach(customer -> members[column.get(customer)].set(customer));
        return members;
    }

    private static BitSet within(BitSet members, BitSet population) {
        members.and(population);
        return members;
    }

    private static List<Group> withMissing(List<Group> groups, BitSet missing) {
        if (!missing.isEmpty()) {
            groups.add(new Group(Group.Kind.MISSING, "", missing));
        }
        return groups;
    }
}
