package org.clientele.care;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A customer's care date that comes, or has just been.
 *
 * @param day on which it is
 * @param dueOn on which somebody sees to it: the day, or to which it was put off
 * @param date the attribute's value
 * @param ownerId who sees to it: whoever looks after the customer, or it was handed to; null: whoever takes it
 */
public record CareDay(
        long customerId,
        String customer,
        CareField field,
        int place,
        LocalDate date,
        LocalDate day,
        LocalDate dueOn,
        @Nullable Long ownerId) {
    private static final int MOST_FIELDS = 64;

    /** Unique in the vertical, as long as it declares no more than 64 care dates. */
    public long id() {
        return customerId * MOST_FIELDS + place;
    }

    /** Whether it is the date itself, such as the end of a contract, and not its return in a later year, such as a birthday. */
    public boolean isEnd() {
        return !field.yearly() || day.equals(date);
    }

    /** The same after export and import. */
    public String key() {
        return field.attribute() + " " + day;
    }
}
