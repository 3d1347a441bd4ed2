package org.clientele.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.Translations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Judged in developer mode, where signatures do not matter: what is refused here is refused whoever has signed it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileJarsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** Of all that is allocated meanwhile, be it let go of again or not: never less than what the heap grows by. */
    private static final long MOST_BYTES = 64L << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final TestDatabase database = TestDatabase.create(TestDatabase.Kind.HSQLDB);
    private final PluginPortal portal =
            PluginPortal.on(database).developerMode().start();

    /** Classes are loaded and code compiled once, as in a portal that has run for a while. */
    @BeforeAll
    void warmUp() {
        portal.installer.discard(portal.inspect(PluginJar.kiosk().bytes()).token());
    }

    @AfterAll
    void stop() throws Exception {
        portal.close();
        database.close();
    }

    static List<Arguments> corpus() {
        return HostileJars.all();
    }

    @Test
    void shouldHoldManyMoreThanTwentyFive() {
        assertThat(corpus()).hasSizeGreaterThan(80);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("corpus")
    void shouldRefuseInTimeAndLeaveNothing(String name, String reason, byte[] jar) throws IOException {
        List<String> before = files();

        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        RefusedProblem problem = assertTimeout(PATIENCE, () -> refusal(jar));
        allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;

        assertThat(allocated).as("bytes allocated").isLessThan(MOST_BYTES);
        assertThat(problem).as("%s was taken", name).isNotNull();
        assertThat(reason(problem)).isEqualTo(reason);
        for (Locale locale : new Translations().getProvidedLocales()) {
            assertThat(new Translations().getTranslation(problem.key(), locale, problem.arguments()))
                    .doesNotStartWith("!")
                    .doesNotContain("{0}")
                    .hasSizeLessThan(600);
        }
        assertThat(files()).isEqualTo(before);
        assertThat(portal.files("staging")).isEmpty();
        for (Path folder = portal.data; folder != null; folder = folder.getParent()) {
            assertThat(folder.resolve("evil.txt")).doesNotExist();
        }
    }

    /** A definition is refused for what is found in it. */
    private static String reason(RefusedProblem problem) {
        String reason = problem.key().substring("plugin.refused.".length());
        return problem.findings().isEmpty()
                ? reason
                : reason + " " + problem.findings().getFirst().kind();
    }

    private RefusedProblem refusal(byte[] jar) {
        return catchThrowableOfType(
                RefusedProblem.class, () -> portal.installer.inspect(new ByteArrayInputStream(jar)));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(portal.data)) {
            return files.map(Path::toString).sorted().toList();
        }
    }
}
