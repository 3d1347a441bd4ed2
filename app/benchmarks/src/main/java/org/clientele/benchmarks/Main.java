package org.clientele.benchmarks;

import java.io.IOException;

/** Starts the benchmarks: {@code engine} runs those of the engine, no word all of them; what follows are options of JMH. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException {
        String[] options = args.clone();
        if (options.length > 0 && !options[0].startsWith("-")) {
            options[0] = "(?i)" + options[0];
        }
        org.openjdk.jmh.Main.main(options);
    }
}
