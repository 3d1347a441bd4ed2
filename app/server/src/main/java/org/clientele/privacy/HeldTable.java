package org.clientele.privacy;

import java.util.List;

/**
 * What a table holds about a customer.
 *
 * @param name of the table
 * @param columns names
 * @param rows texts of the cells, empty where there is nothing
 */
public record HeldTable(String name, List<String> columns, List<List<String>> rows) {
    /** The texts of a column in every row that has one. */
    public List<String> texts(String column) {
        int place = columns.indexOf(column);
        return place < 0
                ? List.of()
                : rows.stream()
                        .map(row -> row.get(place))
                        .filter(text -> !text.isEmpty())
                        .toList();
    }
}
