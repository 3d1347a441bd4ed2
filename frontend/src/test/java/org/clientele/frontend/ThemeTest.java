package org.clientele.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThemeTest {
    private static final Path STYLESHEET = Path.of("src/main/resources/META-INF/resources", Theme.STYLESHEET);
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|\\b(rgb|hsl|oklch)a?\\(");

    @Test
    void shouldDefineEveryToneThatJavaNames() throws IOException {
        String css = Files.readString(STYLESHEET);
        assertThat(Tone.names()).allSatisfy(tone -> assertThat(css)
                .contains("[data-tone='" + tone + "'] { --cl-tone: var(--cl-" + tone));
    }

    @Test
    void shouldNameColoursOnlyInTheStylesheet() throws IOException {
        List<String> offences = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            for (Path file : files.filter(ThemeTest::isSource).toList()) {
                COLOUR.matcher(Files.readString(file))
                        .results()
                        .forEach(found -> offences.add(file + ": " + found.group()));
            }
        }
        assertThat(offences).isEmpty();
    }

    @Test
    void shouldAgreeWithTheBrowserOnWhereTheSchemeIsKept() throws IOException {
        assertThat(Files.readString(Path.of("src/main/frontend/clientele/scheme.ts")))
                .contains("'" + Theme.SCHEME_KEY + "'");
    }

    @Test
    void shouldMuteATokenItDoesNotKnow() {
        assertThat(Tone.orMuted("tier-gold")).isEqualTo("tier-gold");
        assertThat(Tone.orMuted("tier-diamond")).isEqualTo(Tone.MUTED);
        assertThat(Tone.orMuted(null)).isEqualTo(Tone.MUTED);
        assertThat(Tone.byIndex(11)).isEqualTo("segment-1");
    }

    private static boolean isSource(Path file) {
        String name = file.toString();
        return (name.endsWith(".ts") || name.endsWith(".java"))
                && !name.contains("generated")
                // Comments and code of the palette speak of rgb() as the form that browsers answer in.
                && !name.endsWith("palette.ts");
    }
}
