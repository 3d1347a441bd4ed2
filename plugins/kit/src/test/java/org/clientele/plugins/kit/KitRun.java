package org.clientele.plugins.kit;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A command, its answer and what it wrote. */
record KitRun(int answer, List<String> lines) {
    static KitRun of(Path folder, String... args) {
        return of(Locale.ENGLISH, folder, args);
    }

    static KitRun of(Locale locale, Path folder, String... args) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        int answer = Kit.run(List.of(args), folder, locale, new PrintStream(written, true, StandardCharsets.UTF_8));
        return new KitRun(
                answer, written.toString(StandardCharsets.UTF_8).lines().toList());
    }
}
