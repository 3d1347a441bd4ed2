package org.clientele.common.ui.condition;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.clientele.common.ui.condition.ListField.Kind;
import org.clientele.engine.condition.Operator;
import org.jspecify.annotations.Nullable;

/** How a row of a condition tests its field. */
enum ConditionTest {
    GTE(Operator.AT_LEAST),
    GT(Operator.MORE),
    LTE(Operator.AT_MOST),
    LT(Operator.LESS),
    EQ(Operator.EQUAL),
    NE(Operator.NOT_EQUAL),
    CONTAINS(Operator.CONTAINS),
    STARTS(Operator.STARTS_WITH),
    ENDS(Operator.ENDS_WITH),
    IN(null),
    CHANGED(null),
    YES(null),
    NO(null),
    MISSING(null),
    PRESENT(null);

    private final @Nullable Operator operator;

    ConditionTest(@Nullable Operator operator) {
        this.operator = operator;
    }

    /** The operator that compares with one operand; null where there is none. */
    @Nullable
    Operator operator() {
        return operator;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable ConditionTest of(Operator operator) {
        return Arrays.stream(values())
                .filter(test -> test.operator == operator)
                .findFirst()
                .orElse(null);
    }

    /** The comparisons of numbers, the usual one first. */
    static List<ConditionTest> comparisons() {
        return List.of(GTE, GT, LTE, LT, EQ, NE);
    }

    /** The tests a field of the kind can undergo, the usual one first. */
    static List<ConditionTest> of(Kind kind, boolean history) {
        return switch (kind) {
            case SEGMENT, CHOICE ->
                history ? List.of(IN, NE, CHANGED, MISSING, PRESENT) : List.of(IN, NE, MISSING, PRESENT);
            case TEXT -> List.of(CONTAINS, STARTS, ENDS, EQ, NE, MISSING, PRESENT);
            case OWNER -> List.of(IN, NE, MISSING, PRESENT);
            case FLAG -> history ? List.of(YES, NO, CHANGED, MISSING, PRESENT) : List.of(YES, NO, MISSING, PRESENT);
            default -> List.of(GTE, GT, LTE, LT, EQ, NE, MISSING, PRESENT);
        };
    }
}
