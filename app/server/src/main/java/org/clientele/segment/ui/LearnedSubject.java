package org.clientele.segment.ui;

import java.util.Map;
import org.clientele.common.ui.Formats;
import org.clientele.engine.column.Value;
import org.clientele.engine.condition.Check;
import org.clientele.engine.condition.Operator;
import org.clientele.engine.model.ChurnResult;
import org.clientele.engine.model.ClvResult;
import org.jspecify.annotations.Nullable;

/** What models that learn say of a customer, beside attributes and metrics: how it is called and written. */
final class LearnedSubject {
    private static final Map<String, String> KEYS = Map.of(
            ChurnResult.PROBABILITY, "segment.risk.name",
            ClvResult.VALUE, "segment.clv.value",
            ClvResult.ALIVE, "segment.clv.alive",
            ClvResult.PURCHASES, "segment.clv.purchases",
            ClvResult.AVERAGE, "segment.clv.average");

    private LearnedSubject() {}

    /** The key of its name; null for an attribute or metric. */
    static @Nullable String key(String subject) {
        return KEYS.get(subject);
    }

    /** Whether a check compares nothing but tells what its model found out on the way. */
    static boolean isPart(Check check) {
        return check.operator() == Operator.NEAR
                || check.operator() == Operator.PRESENT && check.holds() && KEYS.containsKey(check.subject());
    }

    /** A share is written in percent; anything else null, to be written as usual. */
    static @Nullable String value(Formats formats, String subject, Value value) {
        boolean share = subject.equals(ChurnResult.PROBABILITY) || subject.equals(ClvResult.ALIVE);
        return share && !value.isMissing() ? formats.percent(value.asDouble()) : null;
    }
}
