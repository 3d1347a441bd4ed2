package org.clientele.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.clientele.Clientele;
import org.clientele.access.Grant;
import org.clientele.access.Rights;
import org.clientele.access.Role;
import org.clientele.access.User;
import org.clientele.dataimport.ImportRun;
import org.clientele.dataimport.ImportState;
import org.clientele.dataimport.Imports;
import org.clientele.dataimport.PlanProposal;
import org.clientele.dataimport.file.FileInspection;
import org.clientele.dataimport.file.FormatChoices;
import org.clientele.plugin.AsOfMode;
import org.clientele.plugin.PluginService;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Imports a file into a portal with the retail vertical, on HSQLDB and on PostgreSQL, and prints rows per second and the greatest heap. Run
 * with {@code CLIENTELE_JAVA_OPTS=-Xmx512m}; the only argument is the file ({@code online_retail.csv.gz}).
 */
final class ImportBenchmark {
    private static final User CONSULTANT =
            new User(1, "benchmark", "Benchmark", true, null, Set.of(new Grant(Role.CONSULTANT, "*")), 0);

    private ImportBenchmark() {}

    static void run(List<String> arguments) throws IOException {
        if (arguments.size() != 1) {
            throw new IllegalArgumentException("Name the file to import, such as online_retail.csv.gz");
        }
        Path file = Path.of(arguments.getFirst());
        measure("HSQLDB", file, List.of());
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            measure(
                    "PostgreSQL",
                    file,
                    List.of(
                            "--clientele.database.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                            "--clientele.database.user=postgres"));
        }
    }

    private static void measure(String database, Path file, List<String> settings) throws IOException {
        List<String> all = new ArrayList<>(settings);
        all.add("--server.port=0");
        all.add("--clientele.data=" + Files.createTempDirectory("clientele-benchmark"));
        try (ConfigurableApplicationContext portal =
                SpringApplication.run(Clientele.class, all.toArray(String[]::new))) {
            portal.getBean(Rights.class).actingAs(CONSULTANT, () -> {
                portal.getBean(PluginService.class).enable("retail", "GBP", AsOfMode.LAST_ACTIVITY, null);
                measure(database, file, portal);
            });
        }
    }

    private static void measure(String database, Path file, ConfigurableApplicationContext portal) {
        Imports imports = portal.getBean(Imports.class);
        Vertical vertical = portal.getBean(Verticals.class).get("retail");
        FileInspection inspected = inspect(imports, vertical, file);
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
        long begin = System.nanoTime();
        long id = imports.start(
                vertical,
                inspected,
                PlanProposal.propose(vertical, inspected),
                new Imports.Wording("reason", rejection -> rejection.reason().key()));
        ImportRun run = await(imports, vertical, id);
        double seconds = (System.nanoTime() - begin) / 1e9;
        long peak = heapPools().stream()
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.out.printf(
                "%s: %s, %,d rows in %.1f s = %,.0f rows/s, heap at most %d MB%n",
                database,
                run.state(),
                run.counts().read(),
                seconds,
                run.counts().read() / seconds,
                peak / (1024 * 1024));
    }

    private static FileInspection inspect(Imports imports, Vertical vertical, Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            String name = String.valueOf(file.getFileName());
            return imports.inspect(imports.upload(vertical, name, content), FormatChoices.NONE);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + file, failure);
        }
    }

    private static ImportRun await(Imports imports, Vertical vertical, long id) {
        ImportRun run = imports.find(vertical, id).orElseThrow();
        while (run.state() == ImportState.RUNNING) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            run = imports.find(vertical, id).orElseThrow();
        }
        return run;
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
