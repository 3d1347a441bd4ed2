package org.clientele.churn;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a lost customer came back.
 *
 * @param yearly what they are expected to bring in a year, minor units; null: not known
 * @param by the play or offer that brought them back; may be empty
 */
public record WinBack(LocalDate on, @Nullable Long yearly, String by) {
    public static final int BY_LENGTH = 200;

    public WinBack {
        by = by.strip();
    }
}
