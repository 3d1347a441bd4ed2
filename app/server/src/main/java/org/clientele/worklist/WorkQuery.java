package org.clientele.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which open work is asked for.
 *
 * @param from due on this day or later; null: however early
 * @param until due on this day or earlier
 * @param after only what comes after this place in the order; null: from the beginning
 */
public record WorkQuery(
        Whose whose,
        @Nullable LocalDate from,
        LocalDate until,
        @Nullable Place after) {
    /**
     * Whose work.
     *
     * @param person of this user; null: of nobody in particular
     * @param free what nobody has taken
     */
    public record Whose(boolean everybody, @Nullable Long person, boolean free) {
        public static final Whose EVERYBODY = new Whose(true, null, true);
        public static final Whose FREE = new Whose(false, null, true);

        public static Whose mineAndFree(long user) {
            return new Whose(false, user, true);
        }

        public static Whose of(long person) {
            return new Whose(false, person, false);
        }

        /** Whether work of this owner is asked for. */
        public boolean holds(@Nullable Long owner) {
            return everybody || (owner == null ? free : owner.equals(person));
        }
    }

    /** A place in the order of a kind: behind the item of that day and number. */
    public record Place(LocalDate day, long id) {
        /** Before everything of a day. */
        public static Place before(LocalDate day) {
            return new Place(day, Long.MIN_VALUE);
        }

        /** Behind everything of a day. */
        public static Place behind(LocalDate day) {
            return new Place(day, Long.MAX_VALUE);
        }
    }

    public WorkQuery startingAfter(@Nullable Place place) {
        return new WorkQuery(whose, from, until, place);
    }

    /** Whether the item is asked for. */
    public boolean holds(WorkItem item) {
        return holds(item.dueOn(), item.id(), item.ownerId());
    }

    /** Whether an item of that day, number and owner is asked for. */
    public boolean holds(LocalDate day, long id, @Nullable Long owner) {
        return whose.holds(owner)
                && !day.isAfter(until)
                && (from == null || !day.isBefore(from))
                && (after == null || day.isAfter(after.day()) || (day.equals(after.day()) && id > after.id()));
    }

    /** For sources with few items: what is asked for, in order. */
    public List<WorkItem> among(Stream<WorkItem> items, int limit) {
        return items.filter(this::holds).sorted(WorkItem.ORDER).limit(limit).toList();
    }
}
