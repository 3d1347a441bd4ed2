package org.clientele.dataimport;

import org.clientele.dataimport.Interpretation.Rejection;
import org.clientele.dataimport.file.RawRow;
import org.jspecify.annotations.Nullable;

/**
 * A row to look at.
 *
 * @param rejection why it is not imported; null for a row that is
 */
public record SampleRow(RawRow row, @Nullable Rejection rejection) {}
