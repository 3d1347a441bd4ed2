package org.clientele.common.ui.condition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import org.clientele.engine.condition.form.FormNode;
import org.clientele.engine.condition.form.FormWriter;
import org.clientele.plugins.definition.ConditionLanguage;
import org.clientele.plugins.definition.ExpressionResult;
import org.clientele.plugins.definition.Scope;
import org.jspecify.annotations.Nullable;

/** How many customers meet the parts of a condition. What was counted is kept, so that an edit costs the part it changes and the brackets around it. */
final class PartCounts {
    private static final int KEPT = 200;

    private final Scope scope;
    private final Function<String, OptionalInt> found;
    private final Map<String, OptionalInt> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, OptionalInt> eldest) {
            return size() > KEPT;
        }
    };

    PartCounts(Scope scope, Function<String, OptionalInt> found) {
        this.scope = scope;
        this.found = found;
    }

    /** Of a condition that passes the check. */
    OptionalInt of(String condition) {
        return known.computeIfAbsent(condition, found);
    }

    /** Of a part; nothing while it is not complete, or compares what is hidden. */
    OptionalInt of(@Nullable FormNode part) {
        String text = part == null ? "" : FormWriter.write(part);
        return !text.isBlank() && ConditionLanguage.check(text, scope) instanceof ExpressionResult.Checked
                ? of(text)
                : OptionalInt.empty();
    }
}
