package org.clientele.guide;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a guide's text.
 *
 * @param author what whoever wrote it is called
 * @param text what was written, or null: the plugin's text again
 */
public record GuideVersion(
        Instant writtenAt, String author, @Nullable GuideText text) {}
