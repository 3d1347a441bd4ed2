package org.clientele.plugins.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.clientele.plugins.api.CheckDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.ImportPreset;
import org.clientele.plugins.api.Layer;
import org.clientele.plugins.api.Measure;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.PlayDefinition;
import org.clientele.plugins.api.ReportDefinition;
import org.clientele.plugins.api.RightDefinition;
import org.clientele.plugins.api.RoleName;
import org.clientele.plugins.api.SampleRecipe;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.plugins.api.TileDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VerticalSchemaTest {
    private static final JsonNode SCHEMA = JsonMapper.shared().readTree(SchemaCheck.SCHEMA);

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

    /** Editors and the reference show what each word means. */
    @Test
    void shouldExplainEveryWord() {
        for (JsonNode words : SCHEMA.findParents("enumDescriptions")) {
            assertThat(words.path("enumDescriptions").size())
                    .as("meanings of %s", words)
                    .isEqualTo(words.path("enum").size());
        }
    }

    @Test
    void shouldDescribeEveryKey() {
        for (JsonNode part : SCHEMA.findParents("additionalProperties")) {
            part.path("properties").forEachEntry((key, value) -> assertThat(description(value))
                    .as("description of %s in %s", key, part.path("description"))
                    .isNotBlank());
        }
    }

    private static String description(JsonNode value) {
        String own = value.path("description").asString("");
        String target = value.path("$ref").asString("").replace("#", "");
        return own.isEmpty() && !target.isEmpty() ? description(SCHEMA.at(target)) : own;
    }

    /** An example in the schema is valid itself. */
    @ParameterizedTest
    @MethodSource("parts")
    void shouldGiveExamplesThatAreValid(String part) {
        JsonNode examples = SCHEMA.path("$defs").path(part).path("examples");

        Schema schema = SchemaCheck.VALIDATOR.getRefSchema(SchemaLocation.Fragment.of("/$defs/" + part));

        for (JsonNode example : examples) {
            assertThat(schema.validate(example)).as("%s", example).isEmpty();
        }
    }

    static List<String> parts() {
        List<String> parts = new ArrayList<>();
        SCHEMA.path("$defs").forEachEntry((name, part) -> {
            if (part.has("examples")) {
                parts.add(name);
            }
        });
        return parts;
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
                Arguments.of("/$defs/tile/properties/kind/enum", TileDefinition.Kind.class),
                Arguments.of("/$defs/axis/properties/method/enum", ModelDefinition.Matrix.Method.class),
                Arguments.of("/$defs/measure/properties/kind/enum", Measure.Kind.class),
                Arguments.of("/$defs/periodsReport/properties/period/enum", ReportDefinition.Periods.Period.class),
                Arguments.of("/$defs/strategy/properties/relationship/enum", StrategyDefinition.Relationship.class),
                Arguments.of("/$defs/play/properties/channel/enum", PlayDefinition.Channel.class),
                Arguments.of("/$defs/play/properties/means/enum", PlayDefinition.Means.class),
                Arguments.of("/$defs/play/properties/owner/enum", PlayDefinition.Owner.class),
                Arguments.of("/$defs/play/properties/from/enum", PlayDefinition.From.class),
                Arguments.of("/$defs/check/properties/severity/enum", CheckDefinition.Severity.class),
                Arguments.of("/$defs/right/properties/act/enum", RightDefinition.Act.class),
                Arguments.of("/$defs/sampleEvents/properties/pattern/enum", SampleRecipe.Pattern.class),
                Arguments.of("/$defs/roles/items/enum", RoleName.class));
    }
}
