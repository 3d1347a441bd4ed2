package org.clientele.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PortalVersionTest {
    @Test
    void shouldBeTheVersionOfTheBuild() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));

        assertThat(pom)
                .containsPattern(
                        "<artifactId>clientele</artifactId>\\s*<version>" + PortalVersion.CURRENT + "(-SNAPSHOT)?<");
    }
}
