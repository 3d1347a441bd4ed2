package org.clientele.knowledge;

import java.time.Instant;

/**
 * A version of an article, as it was published.
 *
 * @param author display name, or login of somebody who is not known here
 */
public record ArticleVersion(int number, ArticleData data, String author, Instant writtenAt) {}
