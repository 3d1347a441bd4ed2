package org.clientele.cases;

import java.time.Instant;

/**
 * A file that belongs to a case.
 *
 * @param name what it was called by whoever added it, without a path
 * @param storedName what it is called in the data folder
 * @param addedBy display name
 */
public record CaseAttachment(
        long id,
        long caseId,
        String name,
        FileKind kind,
        long size,
        String storedName,
        String addedBy,
        Instant addedAt) {}
