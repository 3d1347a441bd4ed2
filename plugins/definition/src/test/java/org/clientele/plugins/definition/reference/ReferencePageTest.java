package org.clientele.plugins.definition.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.plugins.definition.DefinitionReader;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The published schema and reference follow the schema that is used; {@code ./clientele docs} writes both anew. */
class ReferencePageTest {
    private static final boolean WRITE = Boolean.getBoolean("clientele.docs");
    private static final Path DOCS = Path.of("..", "..", "docs");
    private static final String SCHEMA = schema();
    private static final String PAGE = ReferencePage.of(JsonMapper.shared().readTree(SCHEMA));

    @Test
    void shouldPublishTheSchemaAsItIsUsed() throws IOException {
        assertPublished("vertical.schema.json", SCHEMA);
    }

    @Test
    void shouldPublishTheReferenceOfTheSchema() throws IOException {
        assertPublished("vertical-reference.md", PAGE);
    }

    @Test
    void shouldLinkOnlyToItsOwnSections() {
        Matcher link = Pattern.compile("\\]\\(#([^)]*)\\)").matcher(PAGE);
        while (link.find()) {
            String anchor = link.group(1);
            assertThat(PAGE.lines().filter(line -> line.startsWith("#")).map(ReferencePageTest::anchor))
                    .contains(anchor);
        }
    }

    private static String anchor(String heading) {
        return SchemaWords.anchor(heading.replaceFirst("^#+ ", ""));
    }

    private static void assertPublished(String name, String content) throws IOException {
        Path file = DOCS.resolve(name);
        if (WRITE) {
            Files.writeString(file, content);
        }
        assertThat(Files.exists(file) ? Files.readString(file) : "")
                .as("docs/%s is stale: run ./clientele docs", name)
                .isEqualTo(content);
    }

    private static String schema() {
        try (InputStream in = DefinitionReader.class.getResourceAsStream("vertical.schema.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
