package org.clientele.common;

import java.util.List;
import java.util.function.Function;

/**
 * Events of a feature that the open screens of other nodes follow, too. A feature that has some says so by a bean.
 *
 * @param name tells the kind from others, in the database
 * @param write what to tell of an event
 * @param read the events that others make of it
 */
public record NewsKind<N>(
        String name, Class<N> type, Function<N, VerticalNews> write, Function<VerticalNews, List<N>> read) {
    /** What to tell of the event; it must be of this kind. */
    public VerticalNews told(Object event) {
        return write.apply(type.cast(event));
    }
}
