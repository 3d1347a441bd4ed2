package org.clientele.benchmarks;

import java.util.List;
import java.util.stream.Stream;

/**
 * Starts the built jar on an empty folder until the login page answers; prints wall and processor time of each start. Arguments: how many
 * starts (5), then options for Java.
 */
final class StartBenchmark {
    private static final String STARTS = "5";

    private StartBenchmark() {}

    static void run(List<String> arguments) {
        int starts = Integer.parseInt(arguments.stream().findFirst().orElse(STARTS));
        List<String> javaOptions = arguments.stream().skip(1).toList();
        Timings wall = new Timings("until the login page answers");
        Timings processor = new Timings("processor time of that");
        Stream.generate(() -> Portal.start(javaOptions, List.of()))
                .limit(starts)
                .forEach(portal -> {
                    try (portal) {
                        wall.add(portal.ready());
                        processor.add(portal.processor());
                    }
                });
        System.out.println(wall.text());
        System.out.println(processor.text());
    }
}
