package org.clientele.plugins.kit;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** What the kit says, in English or Chinese. */
final class KitTexts {
    private final Locale locale;
    private final Path folder;
    private final ResourceBundle texts;

    /** Paths below the folder are said relative to it. */
    KitTexts(Locale locale, Path folder) {
        this.locale = locale;
        this.folder = folder;
        this.texts = ResourceBundle.getBundle(
                "org.clientele.plugins.kit.kit",
                locale.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT,
                KitTexts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    Locale locale() {
        return locale;
    }

    String get(String key, Object... arguments) {
        Object[] said = Stream.of(arguments)
                .map(argument -> argument instanceof Path path ? shown(path) : argument)
                .toArray();
        return new MessageFormat(texts.getString(key), locale).format(said);
    }

    String shown(Path path) {
        return (path.startsWith(folder) && !path.equals(folder) ? folder.relativize(path) : path).toString();
    }
}
