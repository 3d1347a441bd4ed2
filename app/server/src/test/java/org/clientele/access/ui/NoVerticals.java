package org.clientele.access.ui;

import java.util.List;
import java.util.Optional;
import org.clientele.common.Problem;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;

/** A portal without any industry. */
final class NoVerticals implements Verticals {
    @Override
    public List<Vertical> enabled() {
        return List.of();
    }

    @Override
    public Optional<Vertical> find(String key) {
        return Optional.empty();
    }

    @Override
    public Vertical get(String key) {
        throw new Problem("plugin.problem.not-enabled", key);
    }
}
