package org.clientele.plugin;

import java.time.Instant;

/**
 * A change of a plugin that goes on, on this node or another.
 *
 * @param token of whoever does it; nobody else may end it
 * @param startedBy who asked for it, by name
 * @param expired whether whoever did it has gone silent
 * @param paused whether people stand back from the vertical for a moment
 * @param cancelWork whether running work on the vertical is to stop
 */
public record PluginChange(
        String token,
        String pluginId,
        Operation operation,
        String startedBy,
        Instant startedAt,
        boolean expired,
        boolean paused,
        boolean cancelWork) {
    /** What is done. */
    public enum Operation {
        ENABLE,
        DISABLE,
        /** Another version in the place of what is installed, or of nothing. */
        REPLACE,
        UNINSTALL,
        /** All its data is being deleted: once begun it is finished, whatever happens. */
        DELETE,
        EXPORT,
        RESTORE
    }
}
