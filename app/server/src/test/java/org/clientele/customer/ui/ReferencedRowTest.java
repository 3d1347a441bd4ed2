package org.clientele.customer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.clientele.common.ui.VerticalFormats;
import org.clientele.customer.CustomerFields;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.ReferenceColumns;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.plugin.VerticalFixture;
import org.clientele.plugins.api.ReferenceDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a customer's page says of the unit that an attribute points to. */
class ReferencedRowTest {
    private static final VerticalDefinition ESTATE = VerticalFixture.estateDefinition();

    @ParameterizedTest
    @CsvSource({"P1, 'Marina · 3 · ¥1,250,000'", "P2, Hills", "P3, 2", "P4, ''", "P9, ''"})
    void shouldBeginWithTheTitleAndSayWhatElseIsKnown(String key, String line) {
        assertThat(ReferencedRow.of(data(), "unit", key, formats()).orElse("")).isEqualTo(line);
    }

    private static VerticalColumns data() {
        ReferenceDefinition unit = ESTATE.references().getFirst();
        ReferenceColumns.Builder rows = ReferenceColumns.builder(unit, Set.of("place", "rooms", "price"), 2);
        rows.row("P1");
        rows.whole(rows.ordinal("rooms"), 3);
        rows.money(rows.ordinal("price"), 125_000_000);
        rows.text(rows.ordinal("place"), "Marina");
        rows.row("P2");
        rows.text(rows.ordinal("place"), "Hills");
        rows.row("P3");
        rows.whole(rows.ordinal("rooms"), 2);
        rows.row("P4");
        CustomerColumns nobody =
                CustomerColumns.builder(CustomerFields.of(ESTATE), 2).build();
        return new VerticalColumns(ESTATE, 2, nobody, Map.of(), Map.of("unit", rows.build()));
    }

    private static VerticalFormats formats() {
        Texts.Bundles texts = new Texts.Bundles(Map.of("en", Map.of(), "zh-CN", Map.of()));
        return new VerticalFormats(ESTATE, texts, "CNY", Locale.ENGLISH);
    }
}
