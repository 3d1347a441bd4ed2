package org.clientele.plugin;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Gives out table and column names that were never used in the vertical: {@code act_3_2}, {@code c7}, {@code c4_2}. Not thread-safe. */
public final class ColumnNames {
    private final int verticalId;
    private final Map<String, Set<String>> taken = new HashMap<>();

    /** @param taken the columns there are or were, by table */
    public ColumnNames(int verticalId, Map<String, Set<String>> taken) {
        this.verticalId = verticalId;
        taken.forEach((table, columns) -> this.taken.put(table, new HashSet<>(columns)));
    }

    /** Whether a column of a typed table holds a field, rather than what every such table has. */
    public static boolean isField(String column) {
        return column.matches("c\\d+(_\\d+)?");
    }

    String table(String owner) {
        String kind = VerticalLayout.isReference(owner) ? "ref" : "act";
        String name = owner.equals(VerticalLayout.CUSTOMER)
                ? "attr_" + verticalId
                : free("%s_%d_".formatted(kind, verticalId), taken.keySet());
        taken.computeIfAbsent(name, table -> new HashSet<>());
        return name;
    }

    String column(String table) {
        return take(table, free("c", familiesOf(table)));
    }

    /** A column for the values of that one in another type. */
    String sibling(String table, String family) {
        Set<String> columns = columnsOf(table);
        int number = 2;
        while (columns.contains(family + "_" + number)) {
            number++;
        }
        return take(table, family + "_" + number);
    }

    private String take(String table, String name) {
        columnsOf(table).add(name);
        return name;
    }

    private Set<String> columnsOf(String table) {
        return taken.computeIfAbsent(table, name -> new HashSet<>());
    }

    private Set<String> familiesOf(String table) {
        Set<String> families = new HashSet<>();
        columnsOf(table).forEach(column -> families.add(column.split("_", 2)[0]));
        return families;
    }

    private static String free(String prefix, Set<String> taken) {
        int number = 1;
        while (taken.contains(prefix + number)) {
            number++;
        }
        return prefix + number;
    }
}
