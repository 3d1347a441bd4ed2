package org.clientele.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs the tests of the TypeScript with Node's own runner, which reads TypeScript since version 24. */
class ScriptsTest {
    private static final Path SCRIPTS = Path.of("src/test/frontend");

    @Test
    void shouldPassTheTestsOfTheScripts() throws IOException, InterruptedException {
        Optional<String> node = candidates().filter(ScriptsTest::fits).findFirst();
        assumeTrue(node.isPresent(), "left out: no Node 24 or newer on the PATH or in ~/.cache/clientele");
        List<String> command = new ArrayList<>(
                List.of(node.orElseThrow(), "--import", "./" + SCRIPTS.resolve("resolve.mjs"), "--test"));
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            files.map(Path::toString)
                    .filter(name -> name.endsWith(".test.ts"))
                    .sorted()
                    .forEach(command::add);
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    private static Stream<String> candidates() {
        Stream<String> onPath = Stream.of(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .map(folder -> folder + "/node");
        String cache = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .orElse(System.getProperty("user.home") + "/.cache");
        return Stream.concat(onPath, Stream.of(cache + "/clientele/node24/bin/node"));
    }

    private static boolean fits(String node) {
        if (!Files.isExecutable(Path.of(node))) {
            return false;
        }
        try {
            Process process = new ProcessBuilder(node, "--version").start();
            String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return version.matches("v(2[4-9]|[3-9]\\d).*\\s*");
        } catch (IOException unusable) {
            return false;
        }
    }
}
