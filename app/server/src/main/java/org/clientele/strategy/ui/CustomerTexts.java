package org.clientele.strategy.ui;

import java.util.Set;
import java.util.function.Supplier;
import org.clientele.customer.CustomerFields;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.Value;
import org.clientele.segment.PortalSnapshot;
import org.clientele.strategy.TextTemplate;
import org.jspecify.annotations.Nullable;

/** Puts what is known of a customer into a text that names fields; what is hidden from the reader or not known is said to be so. */
final class CustomerTexts {
    private final Supplier<PortalSnapshot> snapshots;
    private final Set<String> hidden;
    private @Nullable PortalSnapshot snapshot;

    /** @param snapshots asked when the first text names a field */
    CustomerTexts(Supplier<PortalSnapshot> snapshots, Set<String> hidden) {
        this.snapshots = snapshots;
        this.hidden = hidden;
    }

    String fill(String text, long customer, StrategyWords words) {
        PortalSnapshot known = snapshot;
        if (known == null) {
            known = snapshots.get();
            snapshot = known;
        }
        PortalSnapshot from = known;
        int row = from.customers().indexOf(customer);
        return TextTemplate.fill(text, field -> {
            Value value = row < 0 || hidden.contains(field) ? Value.MISSING : value(from, field, row);
            return value.equals(Value.MISSING)
                    ? words.text("strategy.template.missing", name(field, words))
                    : said(field, value, words);
        });
    }

    private static Value value(PortalSnapshot snapshot, String field, int row) {
        Column own = snapshot.now().column(column(snapshot, field));
        return own == null ? Value.MISSING : own.value(row);
    }

    private static String column(PortalSnapshot snapshot, String field) {
        if (snapshot.definition().attribute(field) != null) {
            return field;
        }
        return switch (field) {
            case TextTemplate.NAME -> CustomerFields.NAME;
            case TextTemplate.NUMBER -> CustomerFields.REF;
            default -> field;
        };
    }

    private static boolean isOwn(String field, StrategyWords words) {
        return (field.equals(TextTemplate.NAME) || field.equals(TextTemplate.NUMBER))
                && words.applied().vertical().definition().attribute(field) == null;
    }

    private static String said(String field, Value value, StrategyWords words) {
        return isOwn(field, words) && value instanceof Value.Text(String text)
                ? text
                : words.names().value(field, value);
    }

    /** What a field is called. */
    static String name(String field, StrategyWords words) {
        return isOwn(field, words)
                ? words.text("strategy.template." + field)
                : words.names().name(field);
    }
}
