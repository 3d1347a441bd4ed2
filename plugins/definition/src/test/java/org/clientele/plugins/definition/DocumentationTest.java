package org.clientele.plugins.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.plugins.api.VerticalDefinition;
import org.junit.jupiter.api.Test;

/** What docs/vertical.md shows works. */
class DocumentationTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "vertical.md");

    @Test
    void shouldShowADefinitionThatHoldsTogether() throws IOException {
        assertThat(example().models()).hasSize(2);
    }

    @Test
    void shouldShowConditionsThatPass() throws IOException {
        Scope scope = Scope.customer(example());

        assertThat(block("cel").lines()).isNotEmpty().allSatisfy(condition -> assertThat(
                        ConditionLanguage.check(condition, scope))
                .isInstanceOf(ExpressionResult.Checked.class));
    }

    private static VerticalDefinition example() throws IOException {
        byte[] yaml = block("yaml").getBytes(StandardCharsets.UTF_8);
        return switch (DefinitionReader.read(yaml, "docs/vertical.md")) {
            case DefinitionResult.Valid(VerticalDefinition vertical) -> vertical;
            case DefinitionResult.Invalid(List<Finding> findings) -> throw new AssertionError(findings.toString());
        };
    }

    private static String block(String language) throws IOException {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        assertThat(block.find()).as("a %s block in %s", language, PAGE).isTrue();
        return block.group(1);
    }
}
