package org.clientele.plugins.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.clientele.plugins.testing.VerticalContractTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new vertical inside the project is a module that passes the contract tests it inherits. */
class NewPluginContractTest extends VerticalContractTest {
    @TempDir
    private static Path project;

    private static Path module;

    @BeforeAll
    static void makeModule() throws IOException {
        Files.copy(Path.of("..", "..", "pom.xml"), project.resolve("pom.xml"));
        Files.createDirectory(project.resolve("plugins"));
        module = project.resolve("plugins").resolve("tea-house");
        assertThat(KitRun.of(project, "new", "tea-house", "plugins/tea-house").answer())
                .isEqualTo(Kit.FINE);
    }

    @Override
    protected Path root() {
        return module.resolve("src").resolve("main").resolve("resources");
    }

    @Override
    protected Set<String> modelsWithoutStrategies() {
        return Set.of("life_cycle", "habit");
    }

    @Test
    void shouldBeAModuleOfTheProject() throws IOException {
        assertThat(Files.readString(project.resolve("pom.xml")))
                .containsOnlyOnce("    <module>plugins/tea-house</module>\n    <module>frontend</module>");
        assertThat(Files.readString(module.resolve("pom.xml")))
                .contains("<artifactId>clientele-vertical-tea-house</artifactId>", "<version>0.1.0-SNAPSHOT</version>");
        assertThat(root().resolve("vertical.yaml"))
                .content()
                .startsWith("# yaml-language-server: $schema=../../../../../docs/vertical.schema.json\n");
        assertThat(KitRun.of(project, "check", "plugins/tea-house", "--strict").answer())
                .isEqualTo(Kit.FINE);
    }

    @Test
    void shouldBringATestThatCompiles() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.walk(module.resolve("src").resolve("test"))) {
            List<Path> java = sources.filter(Files::isRegularFile).toList();
            boolean compiled = compiler.getTask(
                            messages,
                            files,
                            null,
                            List.of("-d", project.toString(), "-cp", System.getProperty("java.class.path")),
                            null,
                            files.getJavaFileObjectsFromPaths(java))
                    .call();

            assertThat(compiled).as("%s", messages).isTrue();
            assertThat(java).hasSize(2);
        }
    }
}
