package org.clientele.plugin;

import org.clientele.common.Problem;
import org.clientele.plugin.persistence.PluginChangeDao;
import org.springframework.stereotype.Component;

/** Keeps long work from beginning on a vertical whose plugin is being changed, on this node or another. */
@Component
public class ChangesUnderWay {
    private final PluginChangeDao changes;

    public ChangesUnderWay(PluginChangeDao changes) {
        this.changes = changes;
    }

    /** Whether the vertical's plugin is being changed. */
    public boolean concern(String verticalKey) {
        return changes.current()
                .filter(change -> !change.expired())
                .map(change -> change.pluginId().equals(verticalKey))
                .orElse(false);
    }

    /**
     * Call it when the work has left a trace that {@link VerticalWork#running} sees: whichever looks second then sees the other.
     *
     * @throws Problem when the vertical's plugin is being changed
     */
    public void requireNone(String verticalKey) {
        if (concern(verticalKey)) {
            throw new Problem("plugin.problem.changing", verticalKey);
        }
    }
}
