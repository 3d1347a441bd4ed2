package org.clientele.plugin;

import java.time.Duration;

/**
 * How long a change of plugins waits for others.
 *
 * @param turn for another change to end
 * @param grace for requests that were writing when people were asked to stand back
 */
record ChangePace(Duration turn, Duration grace) {
    static final ChangePace USUAL = new ChangePace(Duration.ofSeconds(10), Duration.ofMillis(500));
}
