package org.clientele.plugins.definition;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.MetricDefinition;

/** What a variable of a condition holds, and the CEL type it is checked as. */
public enum ValueKind {
    /** Text, or a choice's value. */
    TEXT(SimpleType.STRING),
    /** A whole number, 64 bits. */
    WHOLE(SimpleType.INT),
    /** A 64-bit float; money in major units of the currency. */
    NUMBER(SimpleType.DOUBLE),
    /** Yes or no. */
    TRUTH(SimpleType.BOOL),
    /** A calendar date; checked as CEL's timestamp, always the start of a day. */
    DATE(SimpleType.TIMESTAMP);

    private final CelType type;

    ValueKind(CelType type) {
        this.type = type;
    }

    /** The CEL type that stands for the kind in a checked tree. */
    public CelType type() {
        return type;
    }

    /** The kind of an attribute or activity field of that type. */
    public static ValueKind of(FieldType type) {
        return switch (type) {
            case TEXT, CHOICE -> TEXT;
            case INTEGER -> WHOLE;
            case DECIMAL, MONEY -> NUMBER;
            case BOOLEAN -> TRUTH;
            case DATE -> DATE;
        };
    }

    /** The kind of a metric of that type. */
    public static ValueKind of(MetricDefinition.ValueType type) {
        return switch (type) {
            case COUNT, DAYS -> WHOLE;
            case MONEY, SHARE, DECIMAL -> NUMBER;
            case DATE -> DATE;
        };
    }
}
