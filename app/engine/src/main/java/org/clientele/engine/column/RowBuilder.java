package org.clientele.engine.column;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes rows of typed fields one after another. Start a row, then set its fields by their ordinal; a field that is not set is
 * missing. Not safe for use by several threads.
 */
public abstract sealed class RowBuilder
        permits CustomerColumns.Builder, ActivityColumns.Builder, ReferenceColumns.Builder {
    private final List<FieldBuffer> buffers = new ArrayList<>();
    private int rows;
    private boolean open;

    RowBuilder(List<Field> fields, int fractionDigits) {
        Set<String> ids = new HashSet<>();
        for (Field field : fields) {
            if (!ids.add(field.id())) {
                throw new IllegalArgumentException(
                        "Field %s is listed twice: ids must be unique".formatted(field.id()));
            }
            buffers.add(FieldBuffer.of(field, fractionDigits));
        }
    }

    /** The ordinal of a field, for the setters; ask once, before the loop. Fails when the field is not among those listed. */
    public int ordinal(String field) {
        for (int i = 0; i < buffers.size(); i++) {
            if (buffers.get(i).field.id().equals(field)) {
                return i;
            }
        }
        throw new IllegalArgumentException("No field %s; there are %s"
                .formatted(field, buffers.stream().map(b -> b.field.id()).toList()));
    }

    /** Sets a DECIMAL; NaN is missing. */
    public void number(int field, double value) {
        if (open) {
            buffers.get(field).number(rows - 1, value);
        }
    }

    /** Sets an INTEGER. */
    public void whole(int field, long value) {
        if (open) {
            buffers.get(field).whole(rows - 1, value);
        }
    }

    /** Sets MONEY in minor units. */
    public void money(int field, long minor) {
        if (open) {
            buffers.get(field).whole(rows - 1, minor);
        }
    }

    /** Sets a DATE as days since 1970-01-01. */
    public void day(int field, int epochDay) {
        if (open) {
            buffers.get(field).day(rows - 1, epochDay);
        }
    }

    /** Sets a BOOLEAN. */
    public void flag(int field, boolean yes) {
        if (open) {
            buffers.get(field).flag(rows - 1, yes);
        }
    }

    /** Sets a TEXT or CHOICE; null is missing. */
    public void text(int field, @Nullable String text) {
        if (open && text != null) {
            buffers.get(field).text(rows - 1, text);
        }
    }

    final int startRow() {
        for (FieldBuffer buffer : buffers) {
            buffer.startRow(rows);
        }
        open = true;
        return rows++;
    }

    /** Until the next row starts, setters change nothing. */
    final void skipRow() {
        open = false;
    }

    final boolean isOpen() {
        return open;
    }

    final int rows() {
        return rows;
    }

    final Map<String, Column> build(int @Nullable [] order) {
        Map<String, Column> columns = new LinkedHashMap<>();
        // one after the other, so that only one is there twice
        while (!buffers.isEmpty()) {
            FieldBuffer buffer = buffers.removeFirst();
            columns.put(buffer.field.id(), buffer.build(rows, order));
        }
        return columns;
    }
}
