package org.clientele.dataimport;

/**
 * Rows of a file that point to rows of a reference which the portal does not have yet, or to owners it does not know. They are imported all the
 * same: files come in any order, and people may have left.
 *
 * @param reference the reference's id, or {@link TargetField#OWNER}
 * @param rows how many rows of the file
 */
public record UnknownKeys(String reference, long rows) {}
