package org.clientele.plugin;

import java.time.LocalDate;
import org.clientele.common.Problem;
import org.jspecify.annotations.Nullable;

/** Checks what a person chose as the day to compute as of. */
final class AsOfDays {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private AsOfDays() {}

    /** @throws Problem when a day is missing, superfluous or absurd */
    static void require(AsOfMode mode, @Nullable LocalDate day) {
        if (mode == AsOfMode.FIXED && day == null) {
            throw new Problem("plugin.problem.as-of-missing");
        }
        if (mode != AsOfMode.FIXED && day != null) {
            throw new Problem("plugin.problem.as-of-superfluous", day);
        }
        if (day != null && (day.isBefore(EARLIEST) || day.isAfter(LATEST))) {
            throw new Problem("plugin.problem.as-of-absurd", day, EARLIEST, LATEST);
        }
    }
}
