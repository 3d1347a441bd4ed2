package org.clientele.engine.column;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.clientele.engine.numeric.Blocks;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ReferenceDefinition;
import org.clientele.plugins.api.VerticalDefinition;

/**
 * Everything known about the customers of a vertical: its definition, their attributes, their activities.
 *
 * @param definition the vertical
 * @param fractionDigits digits of its currency after the decimal point
 * @param customers the customers
 * @param activities their activities by kind; a kind that is absent counts as empty
 * @param references what attributes and activities point to, by the reference's id; one that is absent counts as empty
 * @param histories what customers were in before
 */
public record VerticalColumns(
        VerticalDefinition definition,
        int fractionDigits,
        CustomerColumns customers,
        Map<String, ActivityColumns> activities,
        Map<String, ReferenceColumns> references,
        Histories histories) {
    /** So many words of 64 customers are worth a thread. */
    private static final int WORTH = 256;

    public VerticalColumns {
        activities = Map.copyOf(activities);
        references = Map.copyOf(references);
        for (ActivityColumns rows : activities.values()) {
            if (rows.customers() != customers.size()) {
                throw new IllegalArgumentException(
                        "Activities %s were built for %d customers, but there are %d: build both from the same customers"
                                .formatted(rows.activity(), rows.customers(), customers.size()));
            }
        }
    }

    /** Of a vertical without a past. */
    public VerticalColumns(
            VerticalDefinition definition,
            int fractionDigits,
            CustomerColumns customers,
            Map<String, ActivityColumns> activities,
            Map<String, ReferenceColumns> references) {
        this(definition, fractionDigits, customers, activities, references, Histories.NONE);
    }

    /** The same, with what customers were in before. */
    public VerticalColumns with(Histories past) {
        return new VerticalColumns(definition, fractionDigits, customers, activities, references, past);
    }

    /** The same under another definition, which must have the same attributes, activities and references. */
    public VerticalColumns under(VerticalDefinition other) {
        return new VerticalColumns(other, fractionDigits, customers, activities, references, histories);
    }

    /** Of a vertical without references. */
    public VerticalColumns(
            VerticalDefinition definition,
            int fractionDigits,
            CustomerColumns customers,
            Map<String, ActivityColumns> activities) {
        this(definition, fractionDigits, customers, activities, Map.of());
    }

    /** The rows of a reference, empty when none were loaded. Fails when the vertical does not declare it. */
    public ReferenceColumns reference(String id) {
        ReferenceColumns rows = references.get(id);
        if (rows != null) {
            return rows;
        }
        ReferenceDefinition reference = definition.reference(id);
        if (reference == null) {
            throw new IllegalArgumentException("Vertical %s has no reference %s; it has %s"
                    .formatted(
                            definition.id(),
                            id,
                            definition.references().stream()
                                    .map(ReferenceDefinition::id)
                                    .toList()));
        }
        return ReferenceColumns.none(reference, fractionDigits);
    }

    /** The activities of a kind, empty when none were loaded. Fails when the vertical does not declare it. */
    public ActivityColumns activity(String id) {
        ActivityColumns rows = activities.get(id);
        return rows != null ? rows : ActivityColumns.none(customers, declared(id), fractionDigits);
    }

    /**
     * Some of the customers with their activities, copied; indexes are places among them.
     *
     * @param chosen their indexes, ascending
     */
    public VerticalColumns only(int[] chosen) {
        Splice splice = Splice.of(chosen);
        Map<String, ActivityColumns> rows = new HashMap<>();
        activities.forEach((id, all) -> rows.put(id, all.spliced(all, splice)));
        return new VerticalColumns(
                definition, fractionDigits, customers.spliced(customers, splice), rows, references, histories);
    }

    private ActivityDefinition declared(String id) {
        ActivityDefinition activity = definition.activity(id);
        if (activity == null) {
            throw new IllegalArgumentException("Vertical %s has no activity %s; it has %s"
                    .formatted(
                            definition.id(),
                            id,
                            definition.activities().stream()
                                    .map(ActivityDefinition::id)
                                    .toList()));
        }
        return activity;
    }

    /**
     * The customers who were customers on a day: those registered or with an activity on or before it, and those of whom neither a
     * registration nor any activity is recorded. The others are in no segment as of that day.
     */
    public BitSet present(int epochDay) {
        int size = customers.size();
        long[] words = new long[(size + Long.SIZE - 1) / Long.SIZE];
        Blocks.run(words.length, WORTH, (from, to) -> {
            for (int word = from; word < to; word++) {
                int first = word * Long.SIZE;
                words[word] = present(epochDay, first, Math.min(size, first + Long.SIZE));
            }
        });
        return BitSet.valueOf(words);
    }

    private long present(int epochDay, int from, int to) {
        long present = 0;
        for (int customer = from; customer < to; customer++) {
            int first = firstDay(customer);
            if (first == CustomerColumns.NO_DAY || first <= epochDay) {
                present |= 1L << customer - from;
            }
        }
        return present;
    }

    private int firstDay(int customer) {
        int first = customers.registered(customer);
        for (ActivityColumns rows : activities.values()) {
            int start = rows.start(customer);
            if (start < rows.end(customer)) {
                int day = rows.day(start);
                first = first == CustomerColumns.NO_DAY ? day : Math.min(first, day);
            }
        }
        return first;
    }
}
