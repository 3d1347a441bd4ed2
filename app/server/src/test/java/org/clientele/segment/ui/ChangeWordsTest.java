package org.clientele.segment.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.clientele.plugin.AsOfMode;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalTables;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.Tiers.Method;
import org.clientele.plugins.api.Texts;
import org.clientele.segment.ModelChange;
import org.clientele.segment.ShopDefinition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeWordsTest {
    private final Vertical shop = new Vertical(
            1,
            "shop",
            "USD",
            AsOfMode.LAST_ACTIVITY,
            null,
            ShopDefinition.shop(),
            new Texts.Bundles(Map.of("en", Map.of("model.pyramid.segment.platinum", "Platinum"), "zh-CN", Map.of())),
            new VerticalTables(new VerticalTables.Table("t", Map.of()), Map.of()));

    @ParameterizedTest
    @CsvSource({
        "FIXED, Platinum starts at",
        "PERCENTILE, Share of customers in Platinum",
        "CUMULATIVE, Platinum ends at the cumulative share"
    })
    void shouldCallTheBordersOfTiersByWhatTheyAre(Method method, String called) {
        ModelDefinition pyramid = Objects.requireNonNull(shop.definition().model("pyramid"));
        assertThat(ChangeWords.differences(
                        new SegmentWords(shop, Locale.ENGLISH),
                        pyramid,
                        new ModelChange.Tiers("pyramid", "monetary", method, List.of(0.05, 0.2, 0.6)),
                        new ModelChange.Tiers("pyramid", "monetary", method, List.of(0.08, 0.2, 0.6))))
                .singleElement()
                .asString()
                .startsWith(called);
    }
}
