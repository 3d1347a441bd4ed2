package org.clientele.engine.model;

import java.time.LocalDate;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.Value;
import org.clientele.engine.model.Reason.Note.Part;
import org.clientele.plugins.api.extension.Cells;
import org.clientele.plugins.definition.Scope;

/** Reads the values of a plugin's reason for one customer. */
final class NoteValues {
    private static final long EARLIEST = LocalDate.of(1, 1, 1).toEpochDay();
    private static final long LATEST = LocalDate.of(9999, 12, 31).toEpochDay();

    private NoteValues() {}

    static Part at(Cells cells, int customer, ModelContext context) {
        return switch (cells) {
            case Cells.Field(String column) -> new Part(column, field(column, customer, context));
            case Cells.Same(Cells.Kind kind, double value) -> part(kind, value);
            case Cells.Computed computed -> part(computed.kind(), computed.get(customer));
        };
    }

    private static Value field(String id, int customer, ModelContext context) {
        Column column = context.column(id);
        Column found = column != null ? column : context.column(Scope.SEGMENT_PREFIX + id);
        return found == null ? Value.MISSING : found.value(customer);
    }

    private static Part part(Cells.Kind kind, double value) {
        String subject =
                switch (kind) {
                    case NUMBER, WHOLE, DATE -> Part.PLAIN;
                    case MONEY -> Part.MONEY;
                    case SHARE -> Part.SHARE;
                    case DAYS -> Part.DAYS;
                };
        return new Part(subject, Double.isFinite(value) ? value(kind, value) : Value.MISSING);
    }

    private static Value value(Cells.Kind kind, double value) {
        return switch (kind) {
            case NUMBER, SHARE, MONEY -> new Value.Decimal(value);
            case WHOLE, DAYS -> new Value.Whole(Math.round(value));
            case DATE -> new Value.Date(LocalDate.ofEpochDay(Math.clamp(Math.round(value), EARLIEST, LATEST)));
        };
    }
}
