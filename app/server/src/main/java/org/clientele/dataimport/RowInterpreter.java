package org.clientele.dataimport;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.clientele.dataimport.Interpretation.Rejection;
import org.clientele.dataimport.Interpretation.TypedRow;
import org.clientele.dataimport.TargetField.Role;
import org.clientele.dataimport.file.RawRow;
import org.clientele.plugin.ValueConversion;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalTables;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows of text into typed rows by a plan. Check and import both go through here, which is why their counts are equal. Depends on
 * nothing but the row; use one instance per thread.
 */
public final class RowInterpreter {
    private static final int LONGEST_REF = 100;
    private static final int LONGEST_NAME = 200;

    private final RowKind kind;
    private final CellReader ref;
    private final @Nullable CellReader name;
    private final @Nullable CellReader time;
    private final @Nullable CellReader owner;
    private final List<CellReader> fields;
    private final List<CellReader> attributes;
    private final String target;
    private final VerticalTables.@Nullable Table table;

    /** @param plan a plan without findings ({@link PlanCheck}) */
    public RowInterpreter(ImportPlan plan, Vertical vertical) {
        Map<String, TargetField> targets = TargetField.of(vertical, plan.target());
        List<CellReader> all = plan.mappings().stream()
                .map(mapping -> CellReader.of(plan, mapping, targets.get(mapping.target())))
                .toList();
        kind = RowKind.of(vertical, plan.target());
        boolean reference = kind == RowKind.REFERENCE;
        ref = ofRole(all, reference ? Role.KEY : Role.CUSTOMER).getFirst();
        name = ofRole(all, Role.NAME).stream().findFirst().orElse(null);
        time = ofRole(all, Role.TIME).stream().findFirst().orElse(null);
        owner = ofRole(all, Role.OWNER).stream().findFirst().orElse(null);
        fields = reference ? List.of() : ofRole(all, Role.FIELD);
        attributes = ofRole(all, reference ? Role.FIELD : Role.ATTRIBUTE);
        target = plan.target();
        table = vertical.tables().activities().get(target);
    }

    /** What the rows become. */
    public RowKind kind() {
        return kind;
    }

    /** The reference whose keys a field holds, by the field's place in {@link TypedRow#fields}. */
    Map<Integer, String> fieldReferences() {
        return references(fields);
    }

    /** The same for {@link TypedRow#attributes}. */
    Map<Integer, String> attributeReferences() {
        return references(attributes);
    }

    private static Map<Integer, String> references(List<CellReader> readers) {
        Map<Integer, String> references = new TreeMap<>();
        for (int i = 0; i < readers.size(); i++) {
            String reference = readers.get(i).reference();
            if (reference != null) {
                references.put(i, reference);
            }
        }
        return references;
    }

    /** What tells the plan's rows apart, whatever its target and fields are called today. */
    RowKeys keys() {
        VerticalTables.Table known = table;
        return known == null
                ? new RowKeys(
                        target,
                        fields.stream()
                                .map(field -> RowKeys.Field.of(field.target(), field.type()))
                                .toList())
                : new RowKeys(
                        known.origin(),
                        fields.stream().map(field -> keyField(known, field)).toList());
    }

    private static RowKeys.Field keyField(VerticalTables.Table table, CellReader field) {
        VerticalTables.Origin origin = table.origin(field.target(), field.type());
        return new RowKeys.Field(origin.id(), ValueConversion.between(field.type(), origin.type()));
    }

    /** Ids of the activity's fields that rows bring, in the order of {@link TypedRow#fields}. */
    public List<String> fieldIds() {
        return fields.stream().map(CellReader::target).toList();
    }

    /** Ids of the attributes, or of the reference's fields, that rows bring, in the order of {@link TypedRow#attributes}. */
    public List<String> attributeIds() {
        return attributes.stream().map(CellReader::target).toList();
    }

    /** Whether rows bring the customer's name. */
    public boolean hasName() {
        return name != null;
    }

    public Interpretation interpret(RawRow row) {
        try {
            String number = (String) ref.read(row);
            if (number == null) {
                return ref.rejection(row, kind == RowKind.REFERENCE ? Reason.NO_KEY : Reason.NO_CUSTOMER);
            }
            ref.requireLength(row, number, LONGEST_REF);
            LocalDateTime when = time == null ? null : (LocalDateTime) time.read(row);
            if (time != null && when == null) {
                return time.rejection(row, Reason.NO_TIME);
            }
            String called = name == null ? null : (String) name.read(row);
            if (name != null && called != null) {
                name.requireLength(row, called, LONGEST_NAME);
            }
            String looksAfter = owner == null ? null : (String) owner.read(row);
            return new TypedRow(
                    row.number(), number, called, when, looksAfter, values(row, fields), values(row, attributes));
        } catch (CellReader.Unreadable unreadable) {
            return unreadable.rejection();
        }
    }

    /** A row whose owner nobody is known as. */
    public Rejection unknownOwner(RawRow row) {
        return Objects.requireNonNull(owner, "A row without a column for owners has none")
                .rejection(row, Reason.UNKNOWN_OWNER);
    }

    /** A row that equals an earlier one, where such rows are not wanted. */
    public static Rejection duplicate(RawRow row, long first) {
        return new Rejection(row.number(), 0, "", "", Reason.DUPLICATE, String.valueOf(first));
    }

    private static List<@Nullable Object> values(RawRow row, List<CellReader> readers) throws CellReader.Unreadable {
        @Nullable Object[] values = new @Nullable Object[readers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = readers.get(i).read(row);
        }
        return Arrays.asList(values);
    }

    private static List<CellReader> ofRole(List<CellReader> all, Role role) {
        return all.stream().filter(reader -> reader.role() == role).toList();
    }
}
