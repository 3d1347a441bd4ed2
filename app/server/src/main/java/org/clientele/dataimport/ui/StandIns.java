package org.clientele.dataimport.ui;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clientele.dataimport.TargetField;
import org.clientele.plugins.api.ImportPreset.Column;
import org.jspecify.annotations.Nullable;

/**
 * What texts of a column stand for.
 *
 * @param values the value by the text
 * @param missing texts that stand for no value
 */
record StandIns(Map<String, String> values, List<String> missing) {
    static final StandIns NONE = new StandIns(Map.of(), List.of());

    StandIns {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        missing = List.copyOf(missing);
    }

    static StandIns of(@Nullable Column mapping) {
        return mapping == null ? NONE : new StandIns(new TreeMap<>(mapping.values()), mapping.missing());
    }

    boolean isEmpty() {
        return values.isEmpty() && missing.isEmpty();
    }

    /** The column with these texts. */
    Column in(Column column) {
        return new Column(column.target(), column.from(), column.transform(), column.argument(), values, missing);
    }

    /** One line for people: "Yes = yes · No internet service = no · no value: MISSING". */
    String describe(ImportTexts texts, TargetField target) {
        List<String> parts = new ArrayList<>();
        values.forEach(
                (text, value) -> parts.add(texts.text("dataimport.values.one", text, texts.value(target, value))));
        if (!missing.isEmpty()) {
            parts.add(texts.text("dataimport.values.missing", String.join(", ", missing)));
        }
        return String.join(" · ", parts);
    }
}
