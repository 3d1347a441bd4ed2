package org.clientele.plugins.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a file is damaged, reading it ends with a definition or with findings that name a line, never with an exception. */
class DefinitionReaderRobustnessTest {
    private static final int ROUNDS = 80;
    private static final String CHARACTERS = "[]{}:,-&*!|>'\"%@`#?\n\t ~0a.\u0000\u00e9\ud83d\ude00";
    private static final List<String> FILES =
            List.of(DefinitionReaderTest.resource("shop.yaml"), DefinitionReaderTest.resource("club.yaml"));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldSurviveDamagedLines(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            List<String> lines = new ArrayList<>(file(round).lines().toList());
            int at = random.nextInt(lines.size());
            switch (random.nextInt(3)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
                default ->
                    lines.set(at, " ".repeat(random.nextInt(4)) + lines.get(at).strip());
            }
            check(String.join("\n", lines));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void shouldSurviveDamagedCharacters(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder text = new StringBuilder(file(round));
            int changes = 1 + random.nextInt(3);
            for (int i = 0; i < changes; i++) {
                char c = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
                text.setCharAt(random.nextInt(text.length()), c);
            }
            check(text.toString());
        }
    }

    private static String file(int round) {
        return FILES.get(round % FILES.size());
    }

    private static void check(String yaml) {
        DefinitionResult result = DefinitionReader.read(yaml.getBytes(StandardCharsets.UTF_8), "shop.yaml");
        if (result instanceof DefinitionResult.Invalid(List<Finding> findings)) {
            assertThat(findings).as(yaml).isNotEmpty().allSatisfy(finding -> {
                assertThat(finding.line()).as("line of %s", finding).isPositive();
                assertThat(finding.text(Locale.SIMPLIFIED_CHINESE)).isNotBlank();
            });
        }
    }
}
