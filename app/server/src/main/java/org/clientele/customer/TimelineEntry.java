package org.clientele.customer;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to or with a customer.
 *
 * @param kind id of the {@link TimelineSource.Kind}
 * @param id unique within the kind
 * @param at when, in the business's own time; midnight when only the day is known
 * @param icon a name from the portal's icon set
 * @param tone a colour token, or null
 * @param title one line
 * @param detail a second line, may be empty
 */
public record TimelineEntry(
        String kind,
        String id,
        LocalDateTime at,
        String icon,
        @Nullable String tone,
        String title,
        String detail) {}
