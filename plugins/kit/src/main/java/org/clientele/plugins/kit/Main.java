package org.clientele.plugins.kit;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Starts the kit; paths are relative to the folder that the launcher was called from. */
final class Main {
    private static final List<String> LANGUAGE = List.of("LC_ALL", "LC_MESSAGES", "LANG");

    private Main() {}

    public static void main(String[] args) {
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Path folder = Path.of(System.getProperty("clientele.folder", "")).toAbsolutePath();
        System.exit(Kit.run(List.of(args), folder, locale(System.getenv()), out));
    }

    /** Chinese or English, as programs of a terminal choose it: the first of the variables that is set decides. */
    static Locale locale(Map<String, String> environment) {
        return LANGUAGE.stream()
                        .map(name -> environment.getOrDefault(name, ""))
                        .filter(value -> !value.isEmpty())
                        .findFirst()
                        .orElse("")
                        .startsWith("zh")
                ? Locale.SIMPLIFIED_CHINESE
                : Locale.ENGLISH;
    }
}
