package org.clientele.knowledge;

import java.time.Instant;

/**
 * A version of an article, as it was published.
 *
 * @param shipped whether it follows the plugin: the text is what the plugin says now
 * @param author display name, or login of somebody who is not known here
 */
public record ArticleVersion(int number, boolean shipped, ArticleData data, String author, Instant writtenAt) {}
