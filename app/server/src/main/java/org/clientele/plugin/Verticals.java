package org.clientele.plugin;

import java.util.List;
import java.util.Optional;

/** The verticals that are enabled now. Publishes {@link VerticalsChanged}. */
public interface Verticals {
    /** Enabled verticals by key. */
    List<Vertical> enabled();

    /** The enabled vertical of that key. */
    Optional<Vertical> find(String key);

    /** The enabled vertical of that key; fails with a {@link org.clientele.common.Problem} that a user understands. */
    Vertical get(String key);
}
