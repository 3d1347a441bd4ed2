package org.clientele.dataimport.persistence;

import java.sql.Types;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.dataimport.BookedRow.State;
import org.clientele.plugin.ValueConversion;
import org.clientele.plugins.api.FieldType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Name, owner and attributes of a customer, or fields of a reference's row, as JSON by their ids, so that they can be put back after the vertical has changed. Dates are text.
 *
 * @param name what the customer was called, or null; null for a reference's row
 * @param owner the owner's id, or null; null in what was stored before imports knew owners
 * @param values values by id; unknown ones are null
 */
record StoredState(@Nullable String name, @Nullable Long owner, Map<String, @Nullable Object> values) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static String write(State state, List<String> attributes) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < attributes.size(); i++) {
            Object value = state.values()[i];
            values.put(attributes.get(i), value instanceof LocalDate date ? date.toString() : value);
        }
        return JSON.writeValueAsString(new StoredState(state.name(), state.owner(), values));
    }

    static StoredState read(String json) {
        return JSON.readValue(json, StoredState.class);
    }

    /** The value as a column of the type takes it; null when there is none, or when an upgrade since gave the field a type it does not fit. */
    @Nullable
    Object value(String attribute, FieldType type) {
        Object value = values.get(attribute);
        return switch (value) {
            case null -> null;
            case String text -> ValueConversion.between(FieldType.TEXT, type).apply(text);
            case Boolean flag ->
                ValueConversion.between(FieldType.BOOLEAN, type).apply(flag);
            case Number number when type == FieldType.MONEY -> number.longValue();
            case Double number ->
                ValueConversion.between(FieldType.DECIMAL, type).apply(number);
            case Number number ->
                ValueConversion.between(FieldType.INTEGER, type).apply(number.longValue());
            default -> throw new IllegalStateException("%s holds a %s".formatted(attribute, value.getClass()));
        };
    }

    /** Whether there was a value that no longer fits. */
    boolean isLost(String attribute, @Nullable Object found) {
        return found == null && values.get(attribute) != null;
    }

    /** The JDBC type of a column of that type, for a missing value. */
    static int sqlType(FieldType type) {
        return switch (type) {
            case TEXT, CHOICE -> Types.VARCHAR;
            case INTEGER, MONEY -> Types.BIGINT;
            case DECIMAL -> Types.DOUBLE;
            case BOOLEAN -> Types.BOOLEAN;
            case DATE -> Types.DATE;
        };
    }
}
