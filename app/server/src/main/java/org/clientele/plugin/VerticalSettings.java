package org.clientele.plugin;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the portal keeps of a vertical, whether its plugin is enabled or not.
 *
 * @param id the number its data is kept under
 * @param key the plugin's id
 * @param currency ISO 4217 code of all its money
 * @param asOfDate the day set, when the mode is {@link AsOfMode#FIXED}, else null
 */
public record VerticalSettings(
        int id,
        String key,
        String currency,
        AsOfMode asOfMode,
        @Nullable LocalDate asOfDate) {
    public VerticalSettings {
        if ((asOfMode == AsOfMode.FIXED) != (asOfDate != null)) {
            throw new IllegalArgumentException("Vertical %s: mode %s with the day %s; a day belongs to mode FIXED only"
                    .formatted(key, asOfMode, asOfDate));
        }
    }
}
