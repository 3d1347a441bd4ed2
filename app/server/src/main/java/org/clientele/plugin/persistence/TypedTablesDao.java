package org.clientele.plugin.persistence;

import static org.clientele.plugin.persistence.TableNamesDao.CUSTOMER;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.clientele.common.persistence.Dialect;
import org.clientele.plugin.FieldChangedProblem;
import org.clientele.plugin.VerticalTables;
import org.clientele.plugin.VerticalTables.Table;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.VerticalDefinition;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Repository;

/**
 * Makes the typed tables of a vertical, as {@link VerticalTables} describes them. Names are registered first, then whatever is
 * registered but not there is made: HSQLDB commits at every DDL statement, and what a crash leaves undone the next call does. Nothing is ever
 * dropped: a field that leaves the definition keeps its column and its values.
 */
@Repository
public class TypedTablesDao {
    /** No foreign key to customer: checking it would slow an import of millions of rows and find nothing. */
    private static final Map<String, String> ATTRIBUTE_KEY = Map.of("customer_id", "BIGINT PRIMARY KEY");

    private static final Map<String, String> ACTIVITY_KEY = activityKey();

    private final Jdbi jdbi;
    private final Dialect dialect;

    public TypedTablesDao(Jdbi jdbi, Dialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    /**
     * Makes or extends the tables; calling it again changes nothing. Call it outside a transaction, because HSQLDB would commit it.
     *
     * @throws FieldChangedProblem when a field's data is of another type than the definition now says; nothing is changed
     */
    public VerticalTables provide(int verticalId, VerticalDefinition definition) {
        Map<String, Map<String, FieldType>> fieldsByOwner = fieldsByOwner(definition);
        return jdbi.withHandle(handle -> {
            TableNamesDao names = new TableNamesDao(handle, verticalId);
            fieldsByOwner.forEach((owner, fields) -> checkTypes(owner, fields, names.columns(owner)));
            Map<String, Table> tables = new HashMap<>();
            fieldsByOwner.forEach((owner, fields) -> tables.put(owner, provideTable(handle, names, owner, fields)));
            Table attributes = Objects.requireNonNull(tables.remove(CUSTOMER));
            return new VerticalTables(attributes, tables);
        });
    }

    /** Whether a typed table of the vertical holds a row. */
    public boolean hasRows(int verticalId) {
        return jdbi.withHandle(handle -> new TableNamesDao(handle, verticalId)
                .tables().stream().anyMatch(table -> !columnsOf(handle, table).isEmpty() && hasRow(handle, table)));
    }

    private static boolean hasRow(Handle handle, String table) {
        return handle.createQuery("SELECT 1 FROM " + table + " FETCH FIRST 1 ROWS ONLY")
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private Table provideTable(Handle handle, TableNamesDao names, String owner, Map<String, FieldType> fields) {
        boolean activity = !owner.equals(CUSTOMER);
        names.registerColumns(owner, fields);
        String table = names.table(owner);
        Map<String, String> wanted = new LinkedHashMap<>(activity ? ACTIVITY_KEY : ATTRIBUTE_KEY);
        Map<String, String> columns = new HashMap<>();
        names.columns(owner).forEach((field, column) -> {
            wanted.put(column.name(), sqlType(column.type()));
            if (fields.containsKey(field)) {
                columns.put(field, column.name());
            }
        });
        make(handle, table, wanted);
        if (activity && !hasCustomerIndex(handle, table)) {
            handle.execute("CREATE INDEX %1$s_customer ON %1$s (customer_id)".formatted(table));
        }
        return new Table(table, columns);
    }

    private void make(Handle handle, String table, Map<String, String> wanted) {
        Set<String> present = columnsOf(handle, table);
        if (present.isEmpty()) {
            String columns = wanted.entrySet().stream()
                    .map(column -> column.getKey() + " " + column.getValue())
                    .reduce((a, b) -> a + ", " + b)
                    .orElseThrow();
            handle.execute("%s %s (%s)".formatted(dialect.createTable(), table, columns));
            return;
        }
        new TreeMap<>(wanted).forEach((column, type) -> {
            if (!present.contains(column)) {
                handle.execute("ALTER TABLE %s ADD COLUMN %s %s".formatted(table, column, type));
            }
        });
    }

    /** Asked first, because HSQLDB lets even {@code IF NOT EXISTS} wait for every open transaction, and all readers wait behind it. */
    private boolean hasCustomerIndex(Handle handle, String table) {
        String stored = dialect == Dialect.HSQLDB ? table.toUpperCase(Locale.ROOT) : table;
        try (ResultSet indexes =
                handle.getConnection().getMetaData().getIndexInfo(null, dialect.schema(), stored, false, true)) {
            while (indexes.next()) {
                if ("customer_id".equalsIgnoreCase(indexes.getString("COLUMN_NAME"))) {
                    return true;
                }
            }
            return false;
        } catch (SQLException failure) {
            throw new IllegalStateException("The indexes of %s cannot be read".formatted(table), failure);
        }
    }

    private Set<String> columnsOf(Handle handle, String table) {
        return handle.createQuery("""
                        SELECT lower(column_name)
                        FROM information_schema.columns
                        WHERE table_schema = :schema AND lower(table_name) = :table
                        """)
                .bind("schema", dialect.schema())
                .bind("table", table)
                .mapTo(String.class)
                .set();
    }

    private static void checkTypes(
            String owner, Map<String, FieldType> declared, Map<String, TableNamesDao.Column> kept) {
        declared.forEach((field, type) -> {
            TableNamesDao.Column column = kept.get(field);
            if (column != null && !meaning(column.type()).equals(meaning(type))) {
                throw new FieldChangedProblem(owner, field, column.type(), type);
            }
        });
    }

    /** A choice is kept as text and may become one or come from one; every other type means something of its own. */
    private static FieldType meaning(FieldType type) {
        return type == FieldType.CHOICE ? FieldType.TEXT : type;
    }

    private static Map<String, Map<String, FieldType>> fieldsByOwner(VerticalDefinition definition) {
        Map<String, Map<String, FieldType>> owners = new LinkedHashMap<>();
        Map<String, FieldType> attributes = new LinkedHashMap<>();
        definition.attributes().forEach(attribute -> attributes.put(attribute.id(), attribute.type()));
        owners.put(CUSTOMER, attributes);
        for (ActivityDefinition activity : definition.activities()) {
            Map<String, FieldType> fields = new LinkedHashMap<>();
            activity.fields().forEach(field -> fields.put(field.id(), field.type()));
            owners.put(activity.id(), fields);
        }
        return owners;
    }

    private static Map<String, String> activityKey() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("id", "BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY");
        columns.put("customer_id", "BIGINT NOT NULL");
        columns.put("happened_at", "TIMESTAMP NOT NULL");
        columns.put("row_key", "BIGINT NOT NULL");
        columns.put("import_id", "BIGINT");
        return columns;
    }

    private static String sqlType(FieldType type) {
        return switch (type) {
            case TEXT, CHOICE -> "VARCHAR(500)";
            case INTEGER, MONEY -> "BIGINT";
            case DECIMAL -> "DOUBLE PRECISION";
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
        };
    }
}
