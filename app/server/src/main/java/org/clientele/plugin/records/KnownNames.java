package org.clientele.plugin.records;

import java.util.Locale;
import java.util.Map;
import org.clientele.plugin.records.UnfitRowException.Cause;
import org.jspecify.annotations.Nullable;

/** Customers by number and people by login, whether still active or not, as far as the portal knows them. */
public record KnownNames(Map<String, Long> customers, Map<String, Long> people) {
    /** The customer's id. */
    public long customer(RecordRow row, String column) throws UnfitRowException {
        return known(customers.get(row.text(column)), row, column, Cause.UNKNOWN_CUSTOMER);
    }

    /** The id of the person. */
    public long person(RecordRow row, String column) throws UnfitRowException {
        Long id = people.get(row.text(column).toLowerCase(Locale.ROOT));
        return known(id, row, column, Cause.UNKNOWN_PERSON);
    }

    private static long known(@Nullable Long id, RecordRow row, String column, Cause cause) throws UnfitRowException {
        if (id == null) {
            throw row.unfit(column, cause);
        }
        return id;
    }
}
