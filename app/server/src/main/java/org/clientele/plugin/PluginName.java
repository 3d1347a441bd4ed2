package org.clientele.plugin;

import java.util.Locale;

/** What a vertical is called; plain text. */
public record PluginName(String english, String chinese) {
    public String in(Locale locale) {
        return locale.getLanguage().equals("zh") ? chinese : english;
    }
}
