package org.clientele.dataimport.file;

import java.util.List;

/**
 * A row as it stands in the file.
 *
 * @param number counted from 1 with the header, as a spreadsheet shows it
 */
public record RawRow(long number, List<String> values) {
    public RawRow {
        values = List.copyOf(values);
    }

    /** The text of a column counted from 0; empty when the row is shorter. */
    public String value(int column) {
        return column < values.size() ? values.get(column) : "";
    }

    boolean isBlank() {
        for (String value : values) {
            if (!value.isBlank()) {
                return false;
            }
        }
        return true;
    }
}
