package org.clientele.knowledge;

import java.time.Instant;

/**
 * An article as it applies.
 *
 * @param version number of the version that applies
 * @param author display name of whoever wrote that version
 * @param retired not shown any more, but kept
 * @param used how often somebody read it
 * @param helped how many readers said so
 * @param notHelped how many readers said that it did not
 */
public record Article(
        long id,
        ArticleData data,
        int version,
        String author,
        Instant writtenAt,
        boolean retired,
        long used,
        long helped,
        long notHelped) {}
