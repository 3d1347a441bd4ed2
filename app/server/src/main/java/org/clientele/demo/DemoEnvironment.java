package org.clientele.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/**
 * Keeps a demo away from everything real, whatever else is configured: it listens on this machine only, never uses a configured
 * database, and stores nothing beside existing files.
 */
public class DemoEnvironment implements EnvironmentPostProcessor {
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.getProperty("clientele.demo", Boolean.class, false)) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "demo",
                            Map.of(
                                    "server.address", "127.0.0.1",
                                    "clientele.database.url", "",
                                    "clientele.data", folder(environment).toString())));
        }
    }

    /** The configured folder when it is there and empty, else one that is deleted when the portal has stopped. */
    private static Path folder(ConfigurableEnvironment environment) {
        Path configured = Path.of(environment.getProperty("clientele.data", "data"));
        try {
            if (Files.isDirectory(configured) && isEmpty(configured)) {
                return configured;
            }
            Path own = Files.createTempDirectory("clientele-demo");
            SpringApplication.getShutdownHandlers().add(() -> delete(own));
            return own;
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The demo needs a folder for temporary files; java.io.tmpdir is %s"
                            .formatted(System.getProperty("java.io.tmpdir")),
                    failure);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("The demo's data in %s was not deleted".formatted(folder), failure);
        }
    }
}
