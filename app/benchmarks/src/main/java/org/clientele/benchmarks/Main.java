package org.clientele.benchmarks;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Starts the benchmarks. {@code start}, {@code first-view}, {@code studio}, {@code import}, {@code recompute}, {@code change}, {@code lists},
 * {@code find}, {@code points}, {@code tasks}, {@code worklist} and {@code overview} measure the portal or its services over a database, {@code peers} the same beside the database's own SQL; {@code clv},
 * {@code clusters}, {@code conditions}, {@code preview} and {@code warm} the engine beside its peers; any other word selects benchmarks of
 * JMH by name, no word all of them; what follows are options.
 */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException {
        List<String> rest = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
        switch (args.length == 0 ? "" : args[0]) {
            case "start" -> StartBenchmark.run(rest);
            case "first-view" -> FirstViewBenchmark.run(rest);
            case "studio" -> StudioBenchmark.run(rest);
            case "recompute" -> RecomputeBenchmark.run(rest);
            case "clv" -> LifetimeBenchmark.run(rest);
            case "clusters" -> ClusterBenchmark.run(rest);
            case "conditions" -> ConditionBenchmark.run(rest);
            case "peers" -> PeerBenchmark.run(rest);
            case "warm" -> WarmBenchmark.run(rest);
            case "change" -> ChangeBenchmark.run(rest);
            case "lists" -> ListsBenchmark.run(rest);
            case "overview" -> OverviewBenchmark.run(rest);
            case "tasks" -> TaskBenchmark.run(rest);
            case "worklist" -> WorklistBenchmark.run(rest);
            case "points" -> PointsBenchmark.run(rest);
            case "find" -> FindBenchmark.run(rest);
            case "preview" -> PreviewBenchmark.run(rest);
            case "import" -> ImportBenchmark.run(rest);
            default -> jmh(args);
        }
    }

    private static void jmh(String[] args) throws IOException {
        String[] options = args.clone();
        if (options.length > 0 && !options[0].startsWith("-")) {
            options[0] = "(?i)" + options[0];
        }
        org.openjdk.jmh.Main.main(options);
    }
}
