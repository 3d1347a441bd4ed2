package org.clientele.segment.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clientele.segment.ui.StudioPage.edit;
import static org.clientele.segment.ui.StudioPage.undo;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.TestUi;
import org.clientele.frontend.Banner;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StudioTiersTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    private ShopPortal portal;

    @BeforeEach
    void start() {
        portal = ShopPortal.empty(TestDatabase.Kind.HSQLDB);
        List<Purchase> purchases = new ArrayList<>();
        for (int customer = 1; customer <= 20; customer++) {
            for (int i = 0; i < customer; i++) {
                purchases.add(new Purchase("c" + customer, DAY.minusDays(20L - customer + 7L * i), 1_000));
            }
        }
        portal.purchases(purchases);
        TestUi.start(Locale.ENGLISH);
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    @Test
    void shouldTakeADraggedBorderOfATierAsFixedValues() {
        StudioPage.open(portal, "pyramid");
        CutHistogram spread = _get(CutHistogram.class);
        List<Double> before = spread.cuts();
        ComponentUtil.fireEvent(spread, new CutHistogram.MovedEvent(spread, true, 2, before.get(2) + 30));
        MockVaadin.clientRoundtrip(false);
        assertThat(_find(NumberField.class))
                .extracting(NumberField::getValue)
                .containsExactly(before.get(2) + 30, before.get(1), before.get(0));
        assertThat(spread.cuts()).endsWith(before.get(2) + 30);
        undo();
        assertThat(_find(NumberField.class).getFirst().getValue()).isEqualTo(1.0);
    }

    @Test
    void shouldRefuseBordersThatDoNotFitAndSayWhy() {
        StudioPage.open(portal, "pyramid");
        edit(_find(NumberField.class).getFirst(), 90.0);
        assertThat(_get(Banner.class).getElement().getTextRecursively()).contains("together below 100%");
        assertThat(portal.versions.draft("shop", "pyramid")).isEmpty();
        assertThat(portal.audit.actions()).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void shouldKeepTheTiersWhenTheyAreCutInAnotherWay() {
        StudioPage studio = StudioPage.open(portal, "pyramid");
        edit(_find(NumberField.class).get(0), 10.0);
        edit(_find(NumberField.class).get(1), 20.0);
        assertThat(studio.text()).contains("takes the rest: 55%");
        String moved = studio.text().replaceAll("(?s).*?(\\d+ customers would change segment).*", "$1");
        for (ModelDefinition.Tiers.Method method : ModelDefinition.Tiers.Method.values()) {
            edit((Select<ModelDefinition.Tiers.Method>) _get(Select.class), method);
            assertThat(_find(NumberField.class)).as("%s", method).noneMatch(NumberField::isEmpty);
            assertThat(studio.text()).contains(moved);
        }
        assertThat(_find(Banner.class)).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void shouldPublishFixedBordersAsTheModelThatApplies() {
        StudioPage studio = StudioPage.open(portal, "pyramid");
        edit((Select<ModelDefinition.Tiers.Method>) _get(Select.class), ModelDefinition.Tiers.Method.FIXED);
        List<NumberField> borders = _find(NumberField.class);
        edit(borders.get(0), 100.0);
        edit(borders.get(1), 20.0);
        edit(borders.get(2), 5.0);
        studio.publish("round figures");
        ModelDefinition.Tiers applies = (ModelDefinition.Tiers) Objects.requireNonNull(
                portal.overrides.effective(portal.vertical).definition().model("pyramid"));
        assertThat(applies.borders()).containsExactly(100.0, 20.0, 5.0);
        assertThat(portal.audit.actions()).containsExactly("segment.model shop pyramid");
    }
}
