package org.clientele.plugins.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PropertyLineTest {
    private static final String SIGNS = "ab =:\\\\\t#!\nu0Af\f值";

    @RepeatedTest(20)
    void shouldReadAsJavaDoes(RepetitionInfo round) throws IOException {
        Random random = new Random(round.getCurrentRepetition());
        for (int i = 0; i < 2_000; i++) {
            String text = random.ints(random.nextInt(24), 0, SIGNS.length())
                    .mapToObj(at -> String.valueOf(SIGNS.charAt(at)))
                    .collect(Collectors.joining());
            Report report = new Report("messages.properties");
            MessagesFile file = MessagesFile.read(text.getBytes(StandardCharsets.UTF_8), report);
            boolean malformed =
                    report.findings().stream().anyMatch(finding -> finding.kind() == FindingKind.TEXT_MALFORMED);
            if (!malformed && file != null && !report.hasFindings()) {
                Properties expected = new Properties();
                expected.load(new StringReader(text));
                assertThat(file.texts()).as(text).isEqualTo(expected);
            }
        }
    }

    @Test
    void shouldRefuseAnEscapeThatIsCutShort() {
        assertThat(PropertyLine.parse("key=\\u12")).isNull();
        assertThat(PropertyLine.parse("key=\\u00e9 \\u12g4")).isNull();
        assertThat(PropertyLine.parse("k\\u00e9y=\\u00e9")).isEqualTo(new PropertyLine("kéy", "é"));
    }
}
