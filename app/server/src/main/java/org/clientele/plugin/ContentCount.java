package org.clientele.plugin;

import java.util.List;
import java.util.Map;
import org.clientele.plugin.records.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * How much there is of something that belongs to a vertical.
 *
 * @param kind what it is: the end of the key {@code plugin.content.<kind>} of a text, or {@link #ACTIVITY} or {@link #REFERENCE} with the id
 *     of an activity or a reference behind it
 */
public record ContentCount(String kind, long rows) {
    /** What goes before the id of an activity. */
    public static final String ACTIVITY = "activity:";

    /** What goes before the id of a reference. */
    public static final String REFERENCE = "reference:";

    private static final String CUSTOMERS = "customers";

    public static List<ContentCount> of(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> new ContentCount(count.getKey(), count.getValue()))
                .toList();
    }

    static ContentCount of(RowCount count) {
        String before = VerticalLayout.isReference(count.owner()) ? REFERENCE : ACTIVITY;
        return new ContentCount(before + VerticalLayout.idOf(count.owner()), count.rows());
    }

    boolean ofCustomers() {
        return kind.equals(CUSTOMERS);
    }

    /** Whether an export holds it; everything else goes when the data is deleted. */
    public boolean isExported() {
        return ofCustomers() || id() != null || RecordKind.find(kind).isPresent();
    }

    /** The id of the activity or reference it is; null when it is something else. */
    public @Nullable String id() {
        if (kind.startsWith(ACTIVITY)) {
            return kind.substring(ACTIVITY.length());
        }
        return kind.startsWith(REFERENCE) ? kind.substring(REFERENCE.length()) : null;
    }
}
