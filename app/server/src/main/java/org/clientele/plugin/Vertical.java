package org.clientele.plugin;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A vertical that is enabled now.
 *
 * @param id the number its data is kept under
 * @param key the plugin's id; stands in addresses
 * @param currency ISO 4217 code of all its money
 * @param asOfDate the day set, when the mode is {@link AsOfMode#FIXED}
 * @param tables the typed tables made from the definition
 */
public record Vertical(
        int id,
        String key,
        String currency,
        AsOfMode asOfMode,
        @Nullable LocalDate asOfDate,
        VerticalDefinition definition,
        Texts.Bundles texts,
        VerticalTables tables) {

    /** The same vertical with other settings. */
    Vertical with(VerticalSettings settings) {
        return new Vertical(
                id, key, settings.currency(), settings.asOfMode(), settings.asOfDate(), definition, texts, tables);
    }

    /** The same vertical as its consultants set it. */
    public Vertical with(VerticalDefinition changed, Texts.Bundles words) {
        return new Vertical(id, key, currency, asOfMode, asOfDate, changed, words, tables);
    }

    /** The kinds of activity that are imported and entered: all but what the portal itself knows ({@link PortalFacts}). */
    public List<ActivityDefinition> recorded() {
        return definition.activities().stream()
                .filter(activity -> tables.activities().containsKey(activity.id()))
                .toList();
    }

    /** A text of the plugin; plain text, to be shown as text only. */
    public String text(Locale locale, String key) {
        return texts.get(locale, key);
    }

    /** The vertical's name. */
    public String name(Locale locale) {
        return text(locale, Texts.VERTICAL);
    }
}
