package org.clientele.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clientele.common.JavaProcess;
import org.clientele.common.persistence.FullDisk;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.interaction.persistence.InteractionDao;
import org.clientele.plugin.VerticalFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is really full: what was acknowledged stays, what was refused leaves no trace, and writing goes on once there is room. */
class FullDiskIT {
    @TempDir
    Path folder;

    private long user;
    private long customer;

    @Test
    void shouldLoseNothingWhenTheFilesMayNotGrow() throws Exception {
        try (FullDisk disk = FullDisk.limited(folder)) {
            fillFreeAndCut(disk);
        }
    }

    @Test
    void shouldLoseNothingWhenTheFileSystemIsFull() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "Only root may mount a small file system");
        try (FullDisk disk = FullDisk.mounted(folder)) {
            fillFreeAndCut(disk);
        }
    }

    private void fillFreeAndCut(FullDisk disk) throws Exception {
        prepare(disk.folder());
        TreeSet<Integer> acknowledged = new TreeSet<>();
        TreeSet<Integer> refused = new TreeSet<>();
        Process process = writer(disk.folder());
        try (PrintStream numbers = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
                BufferedReader answers = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(answers.readLine()).isEqualTo("ready");
            ask(numbers, answers, 0, 50, acknowledged, refused);
            assertThat(refused).isEmpty();
            disk.fill(process, 40_000);
            ask(numbers, answers, 50, 300, acknowledged, refused);
            assertThat(refused).contains(299);
            disk.free(process);
            ask(numbers, answers, 300, 350, acknowledged, refused);
            assertThat(acknowledged).contains(300, 349);
            process.destroyForcibly();
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
        assertKept(disk.folder(), acknowledged, refused);
    }

    private static void ask(
            PrintStream numbers,
            BufferedReader answers,
            int from,
            int to,
            TreeSet<Integer> acknowledged,
            TreeSet<Integer> refused)
            throws IOException {
        for (int number : IntStream.range(from, to).toArray()) {
            numbers.println(number);
            String answer = answers.readLine();
            assertThat(answer)
                    .as("answer to %d", number)
                    .isIn("acknowledged " + number, "refused " + number + " common.disk-full");
            (answer.startsWith("acknowledged") ? acknowledged : refused).add(number);
        }
    }

    private void assertKept(Path data, TreeSet<Integer> acknowledged, TreeSet<Integer> refused) throws Exception {
        try (TestDatabase database = TestDatabase.inFolder(data)) {
            int vertical = VerticalFixture.shop(database).id();
            Map<Integer, InteractionData> kept = new InteractionDao(database.jdbi())
                    .ofCustomer(vertical, customer, Integer.MAX_VALUE).stream()
                            .map(Interaction::data)
                            .collect(Collectors.toMap(FullDiskIT::number, Function.identity()));
            assertThat(kept.keySet()).containsAll(acknowledged).doesNotContainAnyElementsOf(refused);
            kept.forEach((number, data2) -> assertThat(data2).isEqualTo(InteractionWriter.contact(number)));
        }
    }

    private void prepare(Path data) throws Exception {
        try (TestDatabase database = TestDatabase.inFolder(data)) {
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

    private Process writer(Path data) throws IOException {
        return JavaProcess.running(
                        FullDiskWriter.class, data.toString(), String.valueOf(user), String.valueOf(customer))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
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
