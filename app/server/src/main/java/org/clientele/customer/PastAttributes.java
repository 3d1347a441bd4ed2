package org.clientele.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.clientele.customer.persistence.AttributeChangeDao;
import org.clientele.engine.column.Histories;
import org.clientele.engine.column.HistoryColumns;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.definition.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What customers' attributes were, for conditions that look back. Thread-safe. */
@Component
public class PastAttributes {
    private static final List<String> FLAGS = List.of("false", "true");

    private final AttributeChangeDao changes;
    private final TransactionTemplate transaction;

    public PastAttributes(AttributeChangeDao changes, PlatformTransactionManager transactions) {
        this.changes = changes;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Known(long newest, HistoryColumns history) {}

    /**
     * The past of a vertical's customers. An attribute's is loaded when a condition first asks for it and kept until there is a newer change; ask for
     * another one after an import was taken back.
     */
    public Histories of(Vertical vertical) {
        Map<String, Known> known = new ConcurrentHashMap<>();
        return variable -> {
            AttributeDefinition attribute = vertical.definition().attribute(variable);
            if (attribute == null || !Scope.hasHistory(attribute.type())) {
                return Histories.NONE.of(variable);
            }
            List<String> names = names(attribute);
            long newest = changes.newest(vertical.id(), names);
            return known.compute(
                            variable,
                            (id, before) -> before != null && before.newest() == newest
                                    ? before
                                    : new Known(newest, load(vertical.id(), names, attribute)))
                    .history();
        };
    }

    private static List<String> names(AttributeDefinition attribute) {
        List<String> names = new ArrayList<>(List.of(attribute.id()));
        names.addAll(attribute.aliases());
        return names;
    }

    private HistoryColumns load(int verticalId, List<String> names, AttributeDefinition attribute) {
        List<String> values = attribute.type() == FieldType.BOOLEAN ? FLAGS : attribute.values();
        return Objects.requireNonNull(transaction.execute(status -> changes.history(verticalId, names, values)));
    }
}
