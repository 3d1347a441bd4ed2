package org.clientele.common.ui.condition;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.UI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;
import org.clientele.common.ui.LatestEdit;
import org.clientele.engine.condition.form.FormNode;
import org.clientele.engine.condition.form.FormWriter;
import org.clientele.plugins.definition.ConditionLanguage;
import org.clientele.plugins.definition.ExpressionResult;
import org.clientele.plugins.definition.Scope;
import org.jspecify.annotations.Nullable;

/**
 * How many customers meet the parts of a condition, counted off the user's thread. What was counted is kept, so that an edit costs the part it
 * changes and the brackets around it; until that is known the figures before stay, dimmed.
 */
final class PartCounts {
    private static final int KEPT = 200;
    private static final String OUTDATED = "outdated";

    private final Scope scope;
    private final ConditionCounts counts;
    private final LatestEdit latest;
    private final Runnable counted;
    private final Set<String> asked = new LinkedHashSet<>();
    private Set<String> counting = Set.of();
    private final Map<String, OptionalInt> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, OptionalInt> eldest) {
            return size() > KEPT;
        }
    };

    /** @param counted told, in the user's UI, when more is known */
    PartCounts(Scope scope, ConditionCounts counts, Runnable counted) {
        this.scope = scope;
        this.counts = counts;
        this.latest = new LatestEdit(counts.workers());
        this.counted = counted;
    }

    /** Whether a condition that passes the check is known to compare what is hidden. */
    boolean isHidden(String condition) {
        OptionalInt customers = known.get(condition);
        return customers != null && customers.isEmpty();
    }

    /** Says how many meet a condition that passes the check. */
    void say(HtmlContainer label, String condition, IntFunction<String> words) {
        OptionalInt customers = known.get(condition);
        label.setClassName(OUTDATED, customers == null);
        if (customers == null) {
            asked.add(condition);
        } else {
            label.setText(customers.isEmpty() ? "" : words.apply(customers.getAsInt()));
        }
    }

    /** The same of a part; nothing while it is not complete, or compares what is hidden. */
    void say(HtmlContainer label, @Nullable FormNode part, IntFunction<String> words) {
        String text = part == null ? "" : FormWriter.write(part);
        if (!text.isBlank() && ConditionLanguage.check(text, scope) instanceof ExpressionResult.Checked) {
            say(label, text, words);
        } else {
            clear(label);
        }
    }

    void clear(HtmlContainer label) {
        label.setText("");
        label.removeClassName(OUTDATED);
    }

    /** Counts what could not be said; of several edits in a row the last one. */
    void count() {
        Set<String> wanted = Set.copyOf(asked);
        asked.clear();
        if (wanted.isEmpty() || wanted.equals(counting)) {
            return;
        }
        counting = wanted;
        UI ui = UI.getCurrent();
        latest.submit(() -> {
            Map<String, OptionalInt> found = new LinkedHashMap<>();
            wanted.forEach(condition -> found.put(condition, counts.found().apply(condition)));
            ui.access(() -> {
                known.putAll(found);
                counting = wanted.equals(counting) ? Set.of() : counting;
                counted.run();
            });
        });
    }
}
