package org.clientele.segment.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clientele.segment.ui.StudioPage.edit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.NumberField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.TestUi;
import org.clientele.engine.model.ChurnResult;
import org.clientele.frontend.Banner;
import org.clientele.frontend.BarChart;
import org.clientele.frontend.KeyFigure;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.segment.ShopDefinition;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChurnViewTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    private ShopPortal portal;

    @BeforeEach
    void start() {
        portal = ShopPortal.of(
                TestDatabase.Kind.HSQLDB,
                ShopDefinition.withChurn(),
                new Texts.Bundles(Map.of("en", Map.of("metric.frequency", "purchases"), "zh-CN", Map.of())));
        TestUi.start(Locale.ENGLISH);
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    /** Who buys often seldom stays away for long. */
    private Map<String, Long> fill(int customers) {
        Random random = new Random(5);
        List<Purchase> purchases = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            int count = 1 + random.nextInt(6);
            boolean away = random.nextDouble() < 0.9 - 0.14 * count;
            for (int purchase = 0; purchase < count; purchase++) {
                purchases.add(new Purchase("C" + i, DAY.minusDays((away ? 200 : 0) + 10L * purchase), 1_000));
            }
        }
        return portal.purchases(purchases);
    }

    @Test
    void shouldShowHowWellItTellsApartAndWhatItLearnt() {
        fill(300);
        open();

        assertThat(_find(KeyFigure.class)).hasSize(4);
        assertThat(text(_find(KeyFigure.class).get(1))).contains("300", "customers, as of 31 Jan 2026");
        _get(BarChart.class);
        assertThat(page())
                .contains("Do the risks come true?", "Whom it finds", "What raises and lowers the risk")
                .contains("Risk of leaving below 30%.", "Risk of leaving 30% and more.")
                .containsPattern("purchaseseach [\\d.]+ more100%▼ × 0\\.\\d");
        _assertNone(Banner.class);
    }

    @Test
    void shouldSayWhyNothingIsLearnt() {
        fill(40);
        open();

        assertThat(text(_get(Banner.class))).contains("of 40 customers it is known whether they left", "at least 100");
        _assertNone(KeyFigure.class);
        assertThat(portal.snapshot().model("risk").counts()).containsOnly(0);
    }

    @Test
    void shouldStoreTheReasonWithWhatMakesItUp() {
        Map<String, Long> ids = fill(300);
        portal.recompute.store(portal.snapshot(), () -> false);

        ChurnResult result = (ChurnResult) portal.snapshot().model("risk");
        int high = result.members(result.ordinal("high")).nextSetBit(0);
        long id = portal.snapshot().customers().id(high);
        assertThat(ids).containsValue(id);
        assertThat(new ReasonText(portal.vertical, Locale.ENGLISH)
                        .sentence(portal.memberships
                                .history("shop", id)
                                .getFirst()
                                .reason()))
                .matches("Risk of leaving [\\d.]+%, at least 30%; purchases \\d \\+\\d\\.\\d\\.");
    }

    @Test
    void shouldMoveBordersWithoutLearningAnew() {
        fill(300);
        StudioPage studio = StudioPage.open(portal, "risk");
        NumberField border = _find(NumberField.class).getFirst();
        edit(border, 130.0);
        assertThat(text(_get(Banner.class))).contains("growing borders between 0% and 100%");
        edit(border, 60.0);
        assertThat(studio.text()).contains("would change segment (");
        Object learnt = ((ChurnResult) portal.snapshot().model("risk")).training();
        studio.publish("the riskiest only");
        portal.snapshots.reload("shop");

        ChurnResult result = (ChurnResult) portal.snapshot().model("risk");
        assertThat(((ModelDefinition.Churn) result.model()).borders()).containsExactly(0.6);
        assertThat(result.training()).isSameAs(learnt);
    }

    @Test
    @SuppressWarnings("unchecked")
    void shouldLearnFromWhatIsChosenButNotFromWhatSaysWhoHasLeft() {
        fill(300);
        StudioPage studio = StudioPage.open(portal, "risk");
        MultiSelectComboBox<String> features = _get(MultiSelectComboBox.class);
        assertThat(features.getListDataView().getItems())
                .contains("monetary", "tenure")
                .doesNotContain("recency", "city");
        assertThat(features.getHelperText()).contains("decides who has left: metric.recency");
        edit(features, Set.of());
        assertThat(text(_get(Banner.class))).contains("What the risk is learnt from", "but there are 0");
        edit(features, Set.of("monetary", "frequency"));
        assertThat(_find(Banner.class)).isEmpty();
        studio.publish("amounts, too");
        portal.snapshots.reload("shop");

        ChurnResult result = (ChurnResult) portal.snapshot().model("risk");
        assertThat(((ModelDefinition.Churn) result.model()).features()).containsExactly("frequency", "monetary");
        open();
        assertThat(page()).contains("metric.monetary");
    }

    private void open() {
        SegmentsPage.open(portal, "risk");
    }

    private static String page() {
        return text(_get(SegmentsView.class));
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
