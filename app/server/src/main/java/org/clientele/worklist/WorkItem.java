package org.clientele.worklist;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done for a customer, or for a party of another market, as a list shows it.
 *
 * @param kind of its {@link WorkSource}
 * @param id unique within the kind
 * @param key what it is, the same after export and import: {@code rfm champions thanks 2026-03-01}; with kind and customer it is unique
 * @param customerId {@link #NO_CUSTOMER} where it is for a party that is no customer
 * @param customer name, or number where the name is not known; of the party where it is for one
 * @param ownerId who does it, or null: whoever takes it
 * @param owner display name of that user
 * @param title what to do, in a few words
 * @param text what to say, or more about it; may be empty
 * @param acts what the user may do with it
 * @param version counts changes
 */
public record WorkItem(
        String kind,
        long id,
        String key,
        long customerId,
        String customer,
        LocalDate dueOn,
        @Nullable Long ownerId,
        @Nullable String owner,
        String title,
        String text,
        Set<WorkAct.Kind> acts,
        int version) {
    /** The earliest first; within a kind. */
    public static final Comparator<WorkItem> ORDER =
            Comparator.comparing(WorkItem::dueOn).thenComparing(WorkItem::id);

    /** In place of a customer's number. */
    public static final long NO_CUSTOMER = -1;

    /** Whether it is for a customer. */
    public boolean hasCustomer() {
        return customerId != NO_CUSTOMER;
    }

    /** Whether it is the same piece of work, maybe changed since. */
    public boolean isSame(WorkItem other) {
        return kind.equals(other.kind) && id == other.id;
    }
}
