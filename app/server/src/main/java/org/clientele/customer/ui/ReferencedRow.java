package org.clientele.customer.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clientele.common.ui.VerticalFormats;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.ReferenceColumns;
import org.clientele.engine.column.Value;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.ReferenceDefinition;

/** The row of a reference in one line: its title and what else is known of it. */
final class ReferencedRow {
    private ReferencedRow() {}

    /** Nothing when no row has the key, or the row says nothing. */
    static Optional<String> of(VerticalColumns data, String reference, String key, VerticalFormats formats) {
        ReferenceColumns rows = data.reference(reference);
        int row = rows.keys().code(key);
        if (row < 0) {
            return Optional.empty();
        }
        ReferenceDefinition definition =
                Objects.requireNonNull(data.definition().reference(reference));
        List<String> parts = new ArrayList<>();
        for (ActivityField field : definition.fields()) {
            Column column = rows.column(field.id());
            Value value = column == null ? Value.MISSING : column.value(row);
            if (!value.isMissing()) {
                int place = field.id().equals(definition.title()) ? 0 : parts.size();
                parts.add(place, formats.value(definition, field, value));
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" · ", parts));
    }
}
