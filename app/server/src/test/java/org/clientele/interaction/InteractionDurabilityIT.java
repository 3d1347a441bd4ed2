package org.clientele.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clientele.common.JavaProcess;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.interaction.persistence.InteractionDao;
import org.clientele.plugin.VerticalFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there after a power cut, whole; the database opens again within thirty seconds. */
class InteractionDurabilityIT {
    private static final int ROUNDS = 5;
    private static final Duration RESTART = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private long user;
    private long customer;

    @Test
    void shouldLoseNothingAcknowledgedWhenKilled() throws Exception {
        prepare();
        TreeSet<Integer> acknowledged = new TreeSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            int killAfter = 150 + 170 * round;
            acknowledged.addAll(writeUntilKilled(round * InteractionWriter.CONTACTS, killAfter));
            assertEverythingIsThere(acknowledged);
        }
        assertThat(acknowledged).hasSizeGreaterThan(ROUNDS * 150);
    }

    private void prepare() throws Exception {
        try (TestDatabase database = TestDatabase.inFolder(folder)) {
            int vertical = VerticalFixture.shop(database).id();
            user = insert(
                    database,
                    "INSERT INTO app_user (login, display_name, active, created_at) VALUES ('li', 'Li Na', TRUE, "
                            + "CURRENT_TIMESTAMP)");
            customer = insert(
                    database,
                    "INSERT INTO customer (vertical_id, ref, created_at) VALUES (" + vertical
                            + ", '00417', CURRENT_TIMESTAMP)");
        }
    }

    private TreeSet<Integer> writeUntilKilled(int first, int killAfter) throws Exception {
        Process process = JavaProcess.running(
                        InteractionWriter.class,
                        folder.toString(),
                        String.valueOf(user),
                        String.valueOf(customer),
                        String.valueOf(first))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        TreeSet<Integer> acknowledged = new TreeSet<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line;
            while ((line = lines.readLine()) != null) {
                if (line.startsWith("acknowledged ")) {
                    acknowledged.add(Integer.valueOf(line.substring("acknowledged ".length())));
                    if (acknowledged.size() == killAfter) {
                        process.toHandle().destroyForcibly();
                    }
                }
            }
        }
        process.waitFor();
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(killAfter);
        return acknowledged;
    }

    private void assertEverythingIsThere(TreeSet<Integer> acknowledged) throws Exception {
        Instant before = Instant.now();
        try (TestDatabase database = TestDatabase.inFolder(folder)) {
            assertThat(Duration.between(before, Instant.now())).isLessThan(RESTART);
            int vertical = VerticalFixture.shop(database).id();
            Map<Integer, InteractionData> kept = new InteractionDao(database.jdbi())
                    .ofCustomer(vertical, customer, Integer.MAX_VALUE).stream()
                            .map(Interaction::data)
                            .collect(Collectors.toMap(InteractionDurabilityIT::number, Function.identity()));
            assertThat(kept.keySet()).containsAll(acknowledged);
            kept.forEach((number, data) -> assertThat(data).isEqualTo(InteractionWriter.contact(number)));
        }
    }

    private static int number(InteractionData data) {
        return Integer.parseInt(data.subject().substring("Contact ".length()));
    }

    private static long insert(TestDatabase database, String sql) {
        return database.jdbi().withHandle(h -> h.createUpdate(sql)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }
}
