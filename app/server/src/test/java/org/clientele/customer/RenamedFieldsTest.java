package org.clientele.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.clientele.customer.CustomerFilter.Where;
import org.clientele.plugin.DefinitionBuilder;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.Layer;
import org.clientele.plugins.api.VerticalDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenamedFieldsTest {
    private final VerticalDefinition definition = DefinitionBuilder.like(TestVertical.definition())
            .attributes(new AttributeDefinition(
                    "town",
                    FieldType.TEXT,
                    Layer.BASIC,
                    false,
                    List.of(),
                    null,
                    null,
                    null,
                    List.of("city", "place", "monetary")))
            .build();

    @Test
    void shouldFollowARenamedAttributeInFiltersOrderAndColumns() {
        CustomerListQuery saved = CustomerListQuery.parse(Map.of(
                "f", List.of("city:eq:city", "place:missing", "monetary:gte:100"),
                "set", List.of("active:2026-01-01..2026-03-31"),
                "sort", List.of("city:desc"),
                "cols", List.of("city,monetary,age")));

        CustomerListQuery today = saved.in(definition);

        assertThat(today.parameters())
                .containsEntry("f", List.of("town:eq:city", "town:missing", "monetary:gte:100"))
                .containsEntry("set", List.of("active:2026-01-01..2026-03-31"))
                .containsEntry("sort", List.of("town:desc"))
                .containsEntry("cols", List.of("town,monetary,age"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            city == "city",                    town == "city"
            city == 'a city' && cityhall > 1,  town == 'a city' && cityhall > 1
            place == "\\"city" || has(city),    town == "\\"city" || has(town)
            monetary > 1.0,                    monetary > 1.0
            """)
    void shouldFollowItInConditionsButNotInTheirTexts(String before, String after) {
        assertThat(CustomerListQuery.of(new Where(before)).in(definition).filters())
                .containsExactly(new Where(after));
    }
}
