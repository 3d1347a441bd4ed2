package org.clientele.plugin;

import java.time.Instant;

/**
 * Long work on a vertical's data, on this node or another.
 *
 * @param kind what it is, as the key of a text: {@code plugin.work.<kind>}
 * @param subject what it works on, such as a file's name; empty where that is the vertical as a whole
 * @param startedBy name of who started it; empty when the portal did
 */
public record RunningWork(String kind, String subject, String startedBy, Instant startedAt) {}
