package org.clientele.dataimport;

/**
 * Rows of a file that point to rows of a reference which the portal does not have yet. Nothing is wrong with them: files come in any order.
 *
 * @param reference the reference's id
 * @param rows how many rows of the file
 */
public record UnknownKeys(String reference, long rows) {}
