package org.clientele.interaction;

import java.time.Instant;

/**
 * What an interaction said before an edit.
 *
 * @param version the version that the edit replaced
 * @param editedBy display name of who edited
 */
public record Revision(int version, String editedBy, Instant editedAt, InteractionData before) {}
