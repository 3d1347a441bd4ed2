package org.clientele.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.clientele.common.JavaProcess;
import org.clientele.common.persistence.FullDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import that meets a full disk is taken back whole, if need be once there is room again; the next one succeeds. */
class FullDiskImportIT {
    @TempDir
    Path folder;

    @TempDir
    Path uploads;

    @Test
    void shouldTakeAnImportBackWhenTheFilesMayNotGrow() throws Exception {
        try (FullDisk disk = FullDisk.limited(folder)) {
            importOnFullDisk(disk, 40_000);
        }
    }

    @Test
    void shouldTakeAnImportBackWhenTheFileSystemIsFull() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "Only root may mount a small file system");
        try (FullDisk disk = FullDisk.mounted(folder)) {
            importOnFullDisk(disk, 2_500_000);
        }
    }

    private void importOnFullDisk(FullDisk disk, long room) throws Exception {
        Files.createDirectories(disk.folder());
        Process process = JavaProcess.running(
                        FullDiskImporter.class, disk.folder().toString(), uploads.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (PrintStream commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
                BufferedReader answers = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(answer(answers)).isEqualTo("ready");
            disk.fill(process, room);
            commands.println("import");
            assertThat(answer(answers)).isEqualTo("ended");
            disk.free(process);
            assertThat(answer(answers))
                    .startsWith("FAILED")
                    .containsAnyOf("dataimport.problem.storage", "common.disk-full")
                    .endsWith(" 0 0");
            assertThat(answer(answers)).isEqualTo("DONE 5000 20000");
            assertThat(answer(answers)).isEqualTo("UNDONE 0 0");
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
    }

    private static String answer(BufferedReader output) throws IOException {
        String line = output.readLine();
        while (line != null && !line.startsWith("> ")) {
            line = output.readLine();
        }
        return line == null ? "The process has ended" : line.substring(2);
    }
}
