package org.clientele.plugin.code;

import java.time.Instant;

/**
 * A failure of a plugin's code, in plain words: nothing of the plugin's classes is kept.
 *
 * @param version of the plugin at that time
 * @param detail the exception with its message, or what was wrong with the result; from the plugin, plain text
 * @param place where in the code, frame by frame, one a line
 */
public record PluginFailure(Piece piece, String version, Instant at, FailureCause cause, String detail, String place) {}
