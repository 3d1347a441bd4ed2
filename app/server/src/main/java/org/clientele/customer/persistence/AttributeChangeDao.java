package org.clientele.customer.persistence;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.clientele.engine.column.HistoryColumns;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What attributes were before they changed. */
@Repository
public class AttributeChangeDao {
    private static final int FETCH = 10_000;
    private static final long NONE = -1;

    private final Jdbi jdbi;

    public AttributeChangeDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The number of the newest change of an attribute, −1 without any; another one than before: there is more to read. */
    public long newest(int verticalId, Collection<String> names) {
        return jdbi.withHandle(handle -> names.stream()
                .mapToLong(name -> handle.createQuery("""
                                SELECT id FROM attribute_change
                                WHERE vertical_id = :vertical AND attribute_id = :attribute
                                ORDER BY vertical_id DESC, attribute_id DESC, id DESC FETCH FIRST 1 ROWS ONLY""")
                        .bind("vertical", verticalId)
                        .bind("attribute", name)
                        .mapTo(Long.class)
                        .findOne()
                        .orElse(NONE))
                .max()
                .orElse(NONE));
    }

    /**
     * What an attribute was from when to when, as far as it changed; within a transaction, so that it is read in pieces.
     *
     * @param names what it is called, and was called before
     * @param values that it can have
     */
    public HistoryColumns history(int verticalId, Collection<String> names, List<String> values) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT customer_id, changed_on, before_value, after_value
                        FROM attribute_change
                        WHERE vertical_id = :vertical AND attribute_id IN (<names>)
                        ORDER BY customer_id, changed_on, id""")
                .bind("vertical", verticalId)
                .bindList("names", List.copyOf(names))
                .setFetchSize(FETCH)
                .scanResultSet((rows, context) -> new Periods(values).read(rows.get())));
    }

    /** Makes periods of changes: each lasts until the next one, of several on a day the last one counts. */
    private static final class Periods {
        private final HistoryColumns.Builder builder;
        private long customer = NONE;
        private int since;
        private @Nullable String value;

        Periods(List<String> values) {
            this.builder = HistoryColumns.builder(values);
        }

        HistoryColumns read(ResultSet row) throws SQLException {
            Date known = null;
            int day = 0;
            while (row.next()) {
                Date date = row.getDate(2);
                if (!Objects.equals(date, known)) {
                    known = date;
                    day = Math.toIntExact(date.toLocalDate().toEpochDay());
                }
                if (row.getLong(1) != customer) {
                    end(HistoryColumns.OPEN);
                    customer = row.getLong(1);
                    since = Integer.MIN_VALUE;
                    value = row.getString(3);
                }
                end(day);
                since = day;
                value = row.getString(4);
            }
            end(HistoryColumns.OPEN);
            return builder.build();
        }

        private void end(int day) {
            if (value != null && since < day) {
                builder.add(customer, since, day, value);
            }
        }
    }
}
