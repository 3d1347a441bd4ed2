package org.clientele.dataimport.file;

import org.jspecify.annotations.Nullable;

/** What somebody decided about a file's format; null: to be detected. */
public record FormatChoices(
        @Nullable TextEncoding encoding,
        @Nullable Separator separator,
        @Nullable Boolean header,
        @Nullable String dates,
        @Nullable DecimalMark decimals) {
    /** Everything is detected. */
    public static final FormatChoices NONE = new FormatChoices(null, null, null, null, null);
}
