package org.clientele.plugin;

import java.util.List;
import java.util.Optional;

/** The verticals that are enabled now. Publishes {@link VerticalsChanged}. */
public interface Verticals {
    /** Enabled verticals by key. */
    List<Vertical> enabled();

    /** The enabled vertical of that key. */
    Optional<Vertical> find(String key);

    /** What became of a vertical that is not there; empty when nothing is known of it. */
    default Optional<VerticalNotice> whatBecameOf(String key) {
        return Optional.empty();
    }

    /** The enabled vertical of that key; fails with a {@link org.clientele.common.Problem} that a user understands. */
    Vertical get(String key);
}
