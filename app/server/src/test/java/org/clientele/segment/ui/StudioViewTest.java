package org.clientele.segment.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.clientele.segment.ui.StudioPage.edit;
import static org.clientele.segment.ui.StudioPage.undo;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.access.persistence.UserDao;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.TestUi;
import org.clientele.common.ui.condition.ConditionDialog;
import org.clientele.frontend.Banner;
import org.clientele.frontend.EmptyState;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.segment.ModelChange;
import org.clientele.segment.ModelDraft;
import org.clientele.segment.ModelVersion;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StudioViewTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    private static final String REMOVE = "Remove condition";

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
    void shouldShowTheEffectOfEveryEditAndKeepItAsADraft() {
        StudioView view = open("rfm");
        assertThat(text(view)).contains("Nobody would change segment", "installed default");

        List<Double> quintiles = _find(CutHistogram.class).getFirst().cuts();
        edit(_find(NumberField.class).get(2), quintiles.get(2) + 3);
        assertThat(text(view)).contains("would change segment (", "Draft 1", "previewed in");
        assertThat(portal.versions.draft("shop", "rfm")).isPresent();
        List<Double> cuts = _find(CutHistogram.class).getFirst().cuts();
        assertThat(cuts).containsExactly(quintiles.get(0), quintiles.get(1), quintiles.get(2) + 3, quintiles.get(3));
    }

    @Test
    void shouldTakeADraggedCutPointIntoItsField() {
        open("rfm");
        CutHistogram recency = _find(CutHistogram.class).getFirst();
        List<Double> before = recency.cuts();
        ComponentUtil.fireEvent(recency, new CutHistogram.MovedEvent(recency, true, 3, before.get(3) + 5));
        MockVaadin.clientRoundtrip(false);
        assertThat(_find(NumberField.class).get(3).getValue()).isEqualTo(before.get(3) + 5);
        assertThat(_find(NumberField.class).get(0).getValue()).isEqualTo(before.get(0));
        assertThat(portal.versions.draft("shop", "rfm")).isPresent();
    }

    @Test
    void shouldSayWhoEntersAndWhyAndListThemAll() {
        StudioView view = open("pyramid");
        edit(_find(NumberField.class).getFirst(), 60.0);
        assertThat(text(view)).contains("Because", "platinum starts at $90", "Value change", "+$1,540");
        _click(_find(
                        Button.class,
                        spec -> spec.withPredicate(
                                button -> button.getAriaLabel().orElse("").startsWith("Who enters")))
                .getFirst());
        MoversDialog dialog = _get(MoversDialog.class);
        MockVaadin.clientRoundtrip(false);
        _assertNone(dialog, ProgressBar.class);
        Grid<?> movers = _get(dialog, Grid.class);
        assertThat(dialog.getHeaderTitle()).endsWith(GridKt._size(movers) + " customers");
        assertThat(GridKt._getFormattedRow(movers, 0)).hasSize(5);
        _click(_get(Button.class, spec -> spec.withText("Close")));
    }

    @Test
    void shouldLeaveWhatIsTypedAndItsButtonsWhereTheyAreWhenCustomersChange() {
        StudioView view = open("rfm");
        NumberField third = _find(NumberField.class).get(2);
        edit(third, -1.0);
        Button versions = _get(Button.class, spec -> spec.withText("Versions"));
        assertThat(text(view)).contains("20 customers");

        portal.purchases(List.of(new Purchase("newcomer", DAY.minusDays(1), 1_000)));
        portal.snapshots.reload("shop");
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            MockVaadin.clientRoundtrip(false);
            return text(view).contains("21 customers");
        });
        assertThat(text(view)).contains("Cut points must be four numbers");
        assertThat(_find(NumberField.class).get(2)).isSameAs(third);
        assertThat(third.getValue()).isEqualTo(-1.0);
        assertThat(_get(Button.class, spec -> spec.withText("Versions"))).isSameAs(versions);
    }

    @Test
    void shouldUndoAndRedo() {
        StudioView view = open("pyramid");
        List<NumberField> borders = _find(NumberField.class);
        edit(borders.getFirst(), 10.0);
        assertThat(text(view)).contains("would change segment (");
        undo();
        assertThat(_find(NumberField.class).getFirst().getValue()).isEqualTo(1.0);
        assertThat(text(view)).contains("Nobody would change segment");
        _click(_get(
                Button.class,
                spec -> spec.withPredicate(
                        b -> "Redo (Ctrl Alt Y)".equals(b.getAriaLabel().orElse("")))));
        MockVaadin.clientRoundtrip(false);
        assertThat(_find(NumberField.class).getFirst().getValue()).isEqualTo(10.0);
    }

    @Test
    void shouldSayWhatIsWrongWithACondition() {
        StudioView view = open("life_cycle");
        edit(_find(TextArea.class).getFirst(), "recenc > lapsed_days");
        assertThat(text(view)).contains("Condition 1, at character 1");
        assertThat(portal.versions.draft("shop", "life_cycle")).isEmpty();
    }

    @Test
    void shouldCountWhomEachConditionConcernsAndTakeThresholds() {
        StudioView view = open("life_cycle");
        assertThat(text(view)).contains("20 meet it, ");
        assertThat(text(view)).contains("more than 180 (");
        edit(_get(NumberField.class, spec -> spec.withValue(180.0)), 3.0);
        assertThat(text(view)).contains("more than 3 (");
        assertThat(text(view)).contains("would change segment (");
    }

    @Test
    void shouldBuildAConditionInTheBuilderWithCountsBesideItsParts() {
        StudioView view = open("life_cycle");
        _click(_find(
                        Button.class,
                        spec -> spec.withPredicate(button -> "Build the condition from parts"
                                .equals(button.getAriaLabel().orElse(""))))
                .getFirst());
        ConditionDialog dialog = _get(ConditionDialog.class);
        inText(dialog);
        _setValue(
                _get(dialog, TextArea.class, spec -> spec.withLabel("Text")),
                "count(purchase, 30) >= 2 && sum(purchase.amount, 60) > 20");
        MockVaadin.clientRoundtrip(false);
        assertThat(text(dialog)).contains("meet it");
        _click(_get(dialog, Button.class, spec -> spec.withText("Apply")));
        MockVaadin.clientRoundtrip(false);
        assertThat(_find(TextArea.class).getFirst().getValue()).startsWith("count(purchase, 30) >= 2");
        assertThat(text(view)).contains("(last 30 days) is at least 2 and sum of");
    }

    @Test
    void shouldPublishWithItsDifferenceInWordsAndGoBack() {
        open("pyramid");
        edit(_find(NumberField.class).getFirst(), 10.0);
        _click(_get(Button.class, spec -> spec.withText("Publish…")));
        assertThat(text(_get(PublishDialog.class))).contains("1% → 10%", "would change segment (");
        _setValue(_get(TextArea.class, spec -> spec.withLabel("Why")), "more platinum");
        _click(_get(Button.class, spec -> spec.withText("Publish")));
        assertThat(borders()).startsWith(0.1);

        portal.snapshots.reload("shop");
        _click(_get(Button.class, spec -> spec.withText("Versions")));
        assertThat(text(_get(VersionsDialog.class))).contains("more platinum", "applies", "superseded");
        _click(_get(Button.class, spec -> spec.withText("Go back to this…")));
        _setValue(_get(TextArea.class, spec -> spec.withLabel("Why")), "too many");
        _click(_get(Button.class, spec -> spec.withText("Publish")));
        assertThat(borders()).startsWith(0.01);
        assertThat(portal.versions.history("shop", "pyramid"))
                .extracting(ModelVersion::note)
                .containsExactly("too many", "more platinum", "");
    }

    @Test
    void shouldShowWhatWasPublishedBeforeTheCustomersAreComputedWithIt() {
        portal.keepSnapshot();
        StudioPage studio = StudioPage.open(portal, "pyramid");
        edit(_find(NumberField.class).getFirst(), 10.0);
        studio.publish("more platinum");
        MockVaadin.clientRoundtrip(false);
        assertThat(_find(NumberField.class).getFirst().getValue()).isEqualTo(10.0);
        assertThat(studio.text())
                .contains("Version 2 applies", "being computed with it", "Nobody would change segment", "platinum2");
        edit(_find(NumberField.class).getFirst(), 15.0);
        assertThat(studio.text()).contains("3 customers would change segment", "platinum3+1");

        portal.snapshots.reload("shop");
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            MockVaadin.clientRoundtrip(false);
            return !studio.text().contains("being computed with it");
        });
        assertThat(studio.text()).contains("3 customers would change segment", "platinum3+1");
        assertThat(_find(NumberField.class).getFirst().getValue()).isEqualTo(15.0);
    }

    @Test
    void shouldCallThePersonBehindAVersionByName() {
        new UserDao(portal.database.jdbi()).insert("user1", "Zhao Lin", Set.of(), portal.clock.instant());
        StudioPage studio = StudioPage.open(portal, "pyramid");
        edit(_find(NumberField.class).getFirst(), 10.0);
        studio.publish("more platinum");
        MockVaadin.clientRoundtrip(false);
        assertThat(studio.text()).contains("Zhao Lin").doesNotContain("user1");
    }

    @Test
    void shouldAskWhoseDraftCountsWhenSomebodyElseSaved() {
        StudioView view = open("pyramid");
        edit(_find(NumberField.class).getFirst(), 10.0);
        ModelDraft draft = portal.versions.draft("shop", "pyramid").orElseThrow();
        portal.rights.become(TestRights.user(7, new Grant(Role.CONSULTANT, Grant.EVERYWHERE)));
        portal.versions.save(
                "shop",
                new ModelChange.Tiers(
                        "pyramid", "monetary", ModelDefinition.Tiers.Method.PERCENTILE, List.of(0.2, 0.2, 0.2)),
                draft.revision());
        portal.rights.become(TestRights.user(1, new Grant(Role.CONSULTANT, Grant.EVERYWHERE)));

        edit(_find(NumberField.class).getFirst(), 12.0);
        assertThat(text(view)).contains("user7 changed this draft meanwhile");
        _click(_get(Button.class, spec -> spec.withText("Take over that draft")));
        assertThat(_find(NumberField.class).getFirst().getValue()).isEqualTo(20.0);
        undo();
        assertThat(_find(NumberField.class).getFirst().getValue()).isEqualTo(12.0);
    }

    @Test
    void shouldOfferApprovalToSomebodyElseOnly() {
        portal.rights.become(TestRights.user(9, new Grant(Role.ADMINISTRATOR, Grant.EVERYWHERE)));
        open("pyramid");
        _click(_get(Button.class, spec -> spec.withText("Versions")));
        _setValue(_get(Checkbox.class), true);
        _click(_get(Button.class, spec -> spec.withText("Close")));
        edit(_find(NumberField.class).getFirst(), 10.0);
        _click(_get(Button.class, spec -> spec.withText("Ask for approval…")));
        _setValue(_get(TextArea.class, spec -> spec.withLabel("Why")), "please");
        _click(_get(Button.class, spec -> spec.withText("Ask for approval")));
        _click(_get(Button.class, spec -> spec.withText("Versions")));
        _assertNone(Button.class, spec -> spec.withText("Approve"));

        portal.rights.become(TestRights.user(7, new Grant(Role.CONSULTANT, Grant.EVERYWHERE)));
        open("pyramid");
        _click(_get(Button.class, spec -> spec.withText("Versions")));
        _click(_get(Button.class, spec -> spec.withText("Approve")));
        assertThat(borders()).startsWith(0.1);
    }

    @Test
    void shouldNameAndMarkTheNumberThatDoesNotFit() {
        open("rfm");
        List<NumberField> cuts = _find(NumberField.class);
        List<Double> applying = _find(CutHistogram.class).getFirst().cuts();
        edit(cuts.get(1), applying.getFirst());
        assertThat(text(_get(Banner.class))).contains(", Cut 2 = ", "each larger than the one before");
        assertThat(cuts).extracting(NumberField::isInvalid).startsWith(false, true, false, false);

        edit(cuts.get(1), applying.get(1));
        assertThat(cuts).noneMatch(NumberField::isInvalid);
        assertThat(_find(Banner.class)).isEmpty();
    }

    @Test
    void shouldRefuseToPublishADraftWithoutASegmentThatSomethingNeeds() {
        open("life_cycle");
        removeCondition(0);
        _click(_get(Button.class, spec -> spec.withText("Publish…")));
        _assertNone(PublishDialog.class);
        UsesDialog dialog = _get(UsesDialog.class);
        assertThat(text(dialog)).contains("lapsed", "breaks", "The plugin declares it");
        assertThat(_get(dialog, Anchor.class).getHref()).isEqualTo("v/shop/overview");
        _click(_get(dialog, Button.class, spec -> spec.withText("Close")));
        undo();
        assertThat(portal.versions.history("shop", "life_cycle")).hasSize(1);
    }

    @Test
    void shouldPublishADraftThatMerelySilencesAStrategyAndSaySo() {
        StudioPage studio = StudioPage.open(portal, "life_cycle");
        removeCondition(1);
        _click(_get(Button.class, spec -> spec.withText("Publish…")));
        assertThat(text(_get(PublishDialog.class))).contains("this falls silent", "Strategy", "Order of treatment");
        _click(_get(Button.class, spec -> spec.withText("Cancel")));
        studio.publish("no newcomers");
        assertThat(portal.versions.history("shop", "life_cycle")).hasSize(2);
    }

    private static void removeCondition(int place) {
        _click(_find(
                        Button.class,
                        spec -> spec.withPredicate(
                                button -> REMOVE.equals(button.getAriaLabel().orElse(""))))
                .get(place));
        MockVaadin.clientRoundtrip(false);
    }

    @Test
    void shouldBeForConsultants() {
        portal.rights.become(TestRights.user(2, new Grant(Role.MANAGER, Grant.EVERYWHERE)));
        open("rfm");
        _get(EmptyState.class);
        _assertNone(NumberField.class);
    }

    private List<Double> borders() {
        ModelDefinition model =
                portal.overrides.effective(portal.vertical).definition().model("pyramid");
        return ((ModelDefinition.Tiers) Objects.requireNonNull(model)).borders();
    }

    private StudioView open(String model) {
        return StudioPage.open(portal, model).view();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    @SuppressWarnings("unchecked")
    private static void inText(ConditionDialog dialog) {
        RadioButtonGroup<Object> mode = _get(dialog, RadioButtonGroup.class);
        mode.setValue(mode.getListDataView().getItem(1));
    }
}
