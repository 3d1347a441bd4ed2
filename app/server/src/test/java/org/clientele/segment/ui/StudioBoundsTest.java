package org.clientele.segment.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clientele.segment.ui.StudioPage.edit;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.clientele.common.ui.TestUi;
import org.clientele.frontend.Banner;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.Tiers.Method;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.segment.ShopDefinition;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Numbers that a measure never comes to are refused in the studio; shares are typed as they are shown. */
class StudioBoundsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    private @Nullable ShopPortal opened;

    private ShopPortal open(VerticalDefinition shop) {
        Map<String, String> english = Map.of(
                "metric.recency", "Days since",
                "metric.large_share", "Large",
                "model.life_cycle.parameter.lapsed_days", "Days until lapsed");
        ShopPortal portal = StudioShop.open(
                shop,
                english,
                (customer, nth) ->
                        new Purchase("c" + customer, DAY.minusDays(30L - customer + nth), 1_000 + 10L * nth));
        opened = portal;
        return portal;
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        Objects.requireNonNull(opened).close();
    }

    @Test
    void shouldRefuseLessThanNoDaysAsAThreshold() {
        ShopPortal portal = open(ShopDefinition.shop());
        StudioPage.open(portal, "life_cycle");
        NumberField days = _get(NumberField.class, spec -> spec.withValue(180.0));

        edit(days, -5.0);

        assertThat(problem()).contains("Days until lapsed = -5: ", "never below 0", "Type 0 or more");
        assertThat(days.isInvalid()).isTrue();
        assertThat(portal.versions.draft("shop", "life_cycle")).isEmpty();
        edit(days, 0.0);
        assertThat(_find(Banner.class)).isEmpty();
        assertThat(days.isInvalid()).isFalse();
    }

    @Test
    void shouldAllowANegativeThresholdForWhatMayBeNegative() {
        ShopPortal portal = open(ShopDefinition.shop());
        StudioPage.open(portal, "life_cycle");
        for (TextArea condition : _find(TextArea.class)) {
            edit(condition, condition.getValue().replace("recency > lapsed_days", "monetary > lapsed_days"));
        }

        edit(_get(NumberField.class, spec -> spec.withValue(180.0)), -5.0);

        assertThat(_find(Banner.class)).isEmpty();
    }

    @Test
    void shouldRefuseLessThanNoDaysAsACutOfRecency() {
        ShopPortal portal = open(ShopDefinition.shop());
        StudioPage.open(portal, "rfm");

        edit(_find(NumberField.class).getFirst(), -3.0);

        assertThat(problem()).contains("Days since, Cut 1 = -3: ", "Type 0 or more");
        assertThat(portal.versions.draft("shop", "rfm")).isEmpty();
    }

    @Test
    void shouldTakeBordersOfAShareInPercent() {
        ShopPortal portal = open(ShopDefinition.withShares());
        StudioPage studio = StudioPage.open(portal, "size");
        assertThat(_find(NumberField.class)).extracting(NumberField::getValue).containsExactly(80.0, 35.0);
        assertThat(_find(NumberField.class)).extracting(NumberField::getLabel).allMatch(label -> label.endsWith("%"));

        edit(_find(NumberField.class).getFirst(), 60.0);
        studio.publish("more of them");

        ModelDefinition.Tiers applies = (ModelDefinition.Tiers) Objects.requireNonNull(
                portal.overrides.effective(portal.vertical).definition().model("size"));
        assertThat(applies.borders()).containsExactly(0.6, 0.35);
    }

    @Test
    void shouldRefuseMoreThanEverythingAsAShare() {
        ShopPortal portal = open(ShopDefinition.withShares());
        StudioPage.open(portal, "size");

        edit(_find(NumberField.class).getFirst(), 120.0);

        assertThat(problem()).contains("= 120: ", "never above 100%", "Type at most 100%");
        assertThat(portal.versions.draft("shop", "size")).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void shouldKeepSharesTheSameWhenTiersAreCutInAnotherWayAndBack() {
        ShopPortal portal = open(ShopDefinition.withShares());
        StudioPage.open(portal, "size");

        edit((Select<Method>) _get(Select.class), Method.PERCENTILE);
        edit((Select<Method>) _get(Select.class), Method.FIXED);

        assertThat(_find(NumberField.class))
                .extracting(NumberField::getValue)
                .allMatch(border -> border > 1 && border <= 100);
        assertThat(_find(Banner.class)).isEmpty();
    }

    private static String problem() {
        return _get(Banner.class).getElement().getTextRecursively();
    }
}
