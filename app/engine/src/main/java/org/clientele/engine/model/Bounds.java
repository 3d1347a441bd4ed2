package org.clientele.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.clientele.engine.column.Value;
import org.clientele.engine.condition.Operator;

/** Compares bounds on the same subject. */
final class Bounds {
    private Bounds() {}

    static boolean isBound(Operator operator) {
        return switch (operator) {
            case LESS, AT_MOST, MORE, AT_LEAST -> true;
            default -> false;
        };
    }

    /** Whether a bound leaves less room than another with the same operator. */
    static boolean isTighter(Operator operator, Value bound, Value than) {
        return switch (operator) {
            case LESS, AT_MOST -> bound.asDouble() < than.asDouble();
            case MORE, AT_LEAST -> bound.asDouble() > than.asDouble();
            default -> false;
        };
    }

    /** Of several bounds on one side of a subject the tightest, at its first place; of equal comparisons of other kinds one. */
    static <T> List<T> tightest(
            List<T> comparisons,
            Function<T, String> subject,
            Function<T, Operator> operator,
            Function<T, Value> threshold) {
        List<T> kept = new ArrayList<>(comparisons.size());
        for (T next : comparisons) {
            Operator by = operator.apply(next);
            String of = subject.apply(next);
            int same = 0;
            while (same < kept.size()) {
                T known = kept.get(same);
                boolean replaces = isBound(by)
                        ? operator.apply(known) == by && subject.apply(known).equals(of)
                        : known.equals(next);
                if (replaces) {
                    break;
                }
                same++;
            }
            if (same == kept.size()) {
                kept.add(next);
            } else if (isTighter(by, threshold.apply(next), threshold.apply(kept.get(same)))) {
                kept.set(same, next);
            }
        }
        return kept;
    }
}
