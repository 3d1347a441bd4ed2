package org.clientele.plugins.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.ImportPreset;
import org.clientele.plugins.api.Layer;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.TileDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VerticalSchemaTest {
    private static final JsonNode SCHEMA = JsonMapper.shared().readTree(SchemaCheck.SCHEMA);

    @Test
    void shouldBePublishedAsItIsUsed() throws IOException {
        Path published = Path.of("..", "..", "docs", "vertical.schema.json");

        assertThat(Files.readString(published))
                .as("docs/vertical.schema.json is a copy of the schema in plugins/definition")
                .isEqualTo(SchemaCheck.SCHEMA);
    }

    @ParameterizedTest
    @MethodSource("enums")
    void shouldListEveryWordOfTheRecords(String pointer, Class<? extends Enum<?>> type) {
        List<String> listed = new ArrayList<>();
        SCHEMA.at(pointer).forEach(word -> listed.add(word.asString()));
        List<String> words = Arrays.stream(type.getEnumConstants())
                .map(word -> word.name().toLowerCase(Locale.ROOT))
                .toList();

        assertThat(listed).containsExactlyElementsOf(words);
    }

    static List<Arguments> enums() {
        return List.of(
                Arguments.of("/$defs/attribute/properties/type/enum", FieldType.class),
                Arguments.of("/$defs/attribute/properties/layer/enum", Layer.class),
                Arguments.of("/$defs/metric/properties/type/enum", MetricDefinition.ValueType.class),
                Arguments.of("/$defs/metric/properties/aggregate/enum", MetricDefinition.Aggregate.class),
                Arguments.of("/$defs/tiers/properties/method/enum", ModelDefinition.Tiers.Method.class),
                Arguments.of("/$defs/rules/properties/match/enum", ModelDefinition.Rules.Match.class),
                Arguments.of("/$defs/import/properties/duplicates/enum", ImportPreset.Duplicates.class),
                Arguments.of(
                        "/$defs/import/properties/columns/items/properties/transform/enum",
                        ImportPreset.Transform.class),
                Arguments.of("/$defs/tile/properties/kind/enum", TileDefinition.Kind.class));
    }
}
