package org.clientele.plugin.persistence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.clientele.common.persistence.Dialect;
import org.clientele.plugin.ColumnNames;
import org.clientele.plugin.VerticalLayout;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Repository;

/**
 * The typed tables of verticals and the registry of their names. HSQLDB commits at every statement that makes or drops a table or column:
 * call those outside a transaction; each can be done again after a crash.
 */
@Repository
public class TypedTablesDao {
    private final Jdbi jdbi;
    private final Dialect dialect;

    public TypedTablesDao(Jdbi jdbi, Dialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    /** Where the vertical's data lies. */
    public VerticalLayout layout(int verticalId) {
        return jdbi.withHandle(handle -> names(handle, verticalId).registered());
    }

    /** Where the version of that digest had its fields when it was replaced; without owners when it never ran. */
    public VerticalLayout ranWith(int verticalId, String digest) {
        return jdbi.withHandle(handle -> names(handle, verticalId).ranWith(digest));
    }

    /** Gives out names that were never used in the vertical. */
    public ColumnNames freeNames(int verticalId) {
        return jdbi.withHandle(handle -> {
            TableMaker maker = new TableMaker(handle, dialect);
            Map<String, Set<String>> taken =
                    new HashMap<>(names(handle, verticalId).columnNames());
            maker.tablesOf(verticalId).forEach(table -> taken.putIfAbsent(table, Set.of()));
            taken.replaceAll((table, columns) -> {
                Set<String> all = new HashSet<>(columns);
                all.addAll(maker.columnsOf(table));
                return all;
            });
            return new ColumnNames(verticalId, taken);
        });
    }

    /** Makes what the layout names and is not there. */
    public void make(VerticalLayout layout) {
        jdbi.useHandle(handle -> {
            TableMaker maker = new TableMaker(handle, dialect);
            layout.owners().forEach(maker::make);
        });
    }

    /** Registers the layout; what is not registered does not exist for anybody. */
    public void register(int verticalId, VerticalLayout layout) {
        jdbi.useHandle(handle -> names(handle, verticalId).register(layout));
    }

    /** Notes where a version has its fields, so that going back to it finds them. */
    public void remember(int verticalId, String digest, VerticalLayout layout) {
        jdbi.useHandle(handle -> names(handle, verticalId).remember(digest, layout));
    }

    /** Whether a typed table of the vertical holds a row. */
    public boolean hasRows(int verticalId) {
        return jdbi.withHandle(handle -> {
            TableMaker maker = new TableMaker(handle, dialect);
            return names(handle, verticalId).tables().stream()
                    .anyMatch(table -> !maker.columnsOf(table).isEmpty() && hasRow(handle, table));
        });
    }

    /** Drops what no registration names: a change that failed has made it, and nobody ever saw it. */
    public void dropUnregistered(int verticalId) {
        jdbi.useHandle(handle -> {
            TableMaker maker = new TableMaker(handle, dialect);
            Map<String, Set<String>> registered = names(handle, verticalId).columnNames();
            for (String table : maker.tablesOf(verticalId)) {
                if (registered.containsKey(table)) {
                    maker.columnsOf(table).stream()
                            .filter(column -> ColumnNames.isField(column)
                                    && !registered.get(table).contains(column))
                            .forEach(column -> maker.dropColumn(table, column));
                } else {
                    maker.dropTable(table);
                }
            }
        });
    }

    /**
     * Forgets the columns of versions that are not among the kept ones. A column is dropped when another one holds the field in another
     * type; a column that nothing else names stays known, with its values.
     */
    public void dropSuperseded(int verticalId, Set<String> keptDigests) {
        jdbi.useHandle(handle -> {
            TableNamesDao names = names(handle, verticalId);
            TableMaker maker = new TableMaker(handle, dialect);
            for (TableNamesDao.Past past : names.past()) {
                if (!keptDigests.contains(past.digest())) {
                    boolean named = names.isNamed(past, keptDigests);
                    boolean superseded = !named && names.hasSibling(past);
                    if (superseded && maker.columnsOf(past.table()).contains(past.column())) {
                        maker.dropColumn(past.table(), past.column());
                    }
                    if (named || superseded) {
                        names.forget(past);
                    }
                }
            }
        });
    }

    /** Drops all typed tables of the vertical. */
    public void dropAll(int verticalId) {
        jdbi.useHandle(handle -> {
            TableMaker maker = new TableMaker(handle, dialect);
            maker.tablesOf(verticalId).forEach(maker::dropTable);
        });
    }

    /** Forgets where anything of the vertical lay. */
    public void forget(int verticalId) {
        jdbi.useHandle(handle -> names(handle, verticalId).forgetAll());
    }

    private static boolean hasRow(Handle handle, String table) {
        return handle.createQuery("SELECT 1 FROM " + table + " FETCH FIRST 1 ROWS ONLY")
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static TableNamesDao names(Handle handle, int verticalId) {
        return new TableNamesDao(handle, verticalId);
    }
}
