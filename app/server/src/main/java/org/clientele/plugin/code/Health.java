package org.clientele.plugin.code;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a plugin's code does.
 *
 * @param recent failures that count towards disabling it now
 * @param allowed as many failures disable it
 * @param last the newest failure, however old; null when there was none
 * @param disabledAt when the portal disabled it because it failed too often; null when it did not, or it was enabled again since
 * @param stuck calls on this node that do not end although they were interrupted, or that are still at work
 */
public record Health(
        int recent,
        int allowed,
        @Nullable PluginFailure last,
        @Nullable Instant disabledAt,
        int stuck) {
    /** Whether nothing is wrong now. */
    public boolean isGood() {
        return recent == 0 && disabledAt == null;
    }
}
