package org.clientele.common;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java of its own, for what a test kills, or starts as people start it. */
public final class JavaProcess {
    /** A process of a test ends before the second compiler has paid for itself, and takes half the processor's time without it. */
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private JavaProcess() {}

    public static ProcessBuilder with(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SHORT_LIVED);
        command.addAll(options);
        return new ProcessBuilder(command);
    }

    /** A program of the tests. */
    public static ProcessBuilder running(Class<?> program, String... arguments) {
        List<String> options =
                new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        options.addAll(List.of(arguments));
        return with(options);
    }
}
