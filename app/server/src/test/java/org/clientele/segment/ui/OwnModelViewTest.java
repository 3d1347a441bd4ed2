package org.clientele.segment.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouteConfiguration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.TestUi;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.segment.LocalName;
import org.clientele.segment.ModelChange;
import org.clientele.segment.NewModel;
import org.clientele.segment.OwnModels;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Making a model in the portal, from the first name to its end. */
class OwnModelViewTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    private ShopPortal portal;

    @BeforeEach
    void start() {
        portal = ShopPortal.empty(TestDatabase.Kind.HSQLDB);
        portal.purchases(List.of(
                new Purchase("anna", DAY, 50_000), new Purchase("ben", DAY, 20_000), new Purchase("cem", DAY, 500)));
        TestUi.start(Locale.ENGLISH);
        RouteConfiguration.forSessionScope().setRoute("v/:vertical/segments", Div.class);
        RouteConfiguration.forSessionScope().setRoute("v/:vertical/segments/:model/studio", Div.class);
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    private void openDialog() {
        SegmentsPage.open(portal, "rfm");
        click("New model");
    }

    private static void click(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
        MockVaadin.clientRoundtrip(false);
    }

    private static void name(String label, String text) {
        _setValue(
                _get(
                        TextField.class,
                        spec -> spec.withPredicate(field -> label.equals(field.getLabel())
                                || field.getAriaLabel().filter(label::equals).isPresent())),
                text);
    }

    @SuppressWarnings("unchecked")
    private static void choose(StartKind kind) {
        _setValue(
                (RadioButtonGroup<StartKind>) _get(Dialog.class)
                        .getChildren()
                        .flatMap(part -> part.getChildren())
                        .filter(RadioButtonGroup.class::isInstance)
                        .findFirst()
                        .orElseThrow(),
                kind);
    }

    private List<String> made() {
        return portal.ownModels.unpublished("shop").stream()
                .map(OwnModels.Unpublished::model)
                .toList();
    }

    private String winBack() {
        return portal.ownModels.create(
                "shop",
                new NewModel(
                        new LocalName("Win-back", "赢回"),
                        LocalName.NONE,
                        List.of(new LocalName("Big", "大"), new LocalName("Small", "小")),
                        new NewModel.Start.Conditions(ModelDefinition.Rules.Match.FIRST)));
    }

    @Test
    void shouldMakeAModelByConditions() {
        openDialog();
        name("Name in English", "Win-back");
        name("Segment 1 in English", "Big");
        name("Segment 2 in English", "Small");
        click("Create and open");

        assertThat(_find(Dialog.class)).isEmpty();
        assertThat(made()).containsExactly("own_win_back");
    }

    @Test
    void shouldKeepWhatWasTypedWhenSomethingIsMissing() {
        openDialog();
        name("Segment 1 in English", "Big");
        click("Create and open");

        assertThat(_get(Dialog.class).getElement().getTextRecursively()).contains("Give the model a name");
        name("Name in Chinese", "赢回");
        click("Create and open");
        assertThat(made()).containsExactly("own_model");
    }

    @Test
    void shouldProposeASegmentForEveryCellOfAMatrix() {
        openDialog();
        name("Name in English", "Worth");
        choose(StartKind.MATRIX);
        _setValue(_get(IntegerField.class, spec -> spec.withLabel("Levels of columns")), 3);
        assertThat(_find(
                        TextField.class,
                        spec -> spec.withPredicate(field -> field.getAriaLabel()
                                .filter(label -> label.endsWith("in English"))
                                .isPresent())))
                .hasSize(6);
        click("Create and open");
        assertThat(portal.studio.open("shop", made().getFirst()).applied())
                .isInstanceOfSatisfying(ModelDefinition.Matrix.class, matrix -> assertThat(matrix.grid())
                        .hasSize(2));
    }

    @Test
    @SuppressWarnings("unchecked")
    void shouldMakeGroupsOfLikeCustomers() {
        openDialog();
        name("Name in English", "Alike");
        choose(StartKind.CLUSTERS);
        _setValue((MultiSelectComboBox<String>) _get(MultiSelectComboBox.class), Set.of("monetary", "frequency"));
        click("Create and open");
        assertThat(portal.studio.open("shop", made().getFirst()).applied())
                .isInstanceOfSatisfying(ModelDefinition.Clusters.class, groups -> {
                    assertThat(groups.segments()).hasSize(6);
                    assertThat(groups.count()).isEqualTo(4);
                });
    }

    @Test
    void shouldBeginRfmWithTheUsualLabels() {
        openDialog();
        name("Name in English", "Fifths");
        choose(StartKind.RFM);
        name("Segment 1 in English", "Best");
        click("Create and open");
        assertThat(portal.studio.open("shop", made().getFirst()).applied())
                .isInstanceOfSatisfying(ModelDefinition.Rfm.class, rfm -> {
                    assertThat(List.of(rfm.recency(), rfm.frequency(), rfm.monetary()))
                            .containsExactly("recency", "frequency", "monetary");
                    assertThat(rfm.segment("best").id())
                            .isEqualTo(rfm.grid().get(4).get(4));
                    assertThat(rfm.segment("lost").id())
                            .isEqualTo(rfm.grid().getFirst().getFirst());
                });
        StudioPage page = StudioPage.open(portal, made().getFirst());
        page.publish("to see who is best");
        assertThat(made()).isEmpty();
    }

    @Test
    void shouldBeginALifeCycleWithTheUsualStages() {
        openDialog();
        name("Name in English", "Stages");
        choose(StartKind.LIFE_CYCLE);
        click("Create and open");
        assertThat(StudioPage.open(portal, made().getFirst()).text())
                .contains("Mature", "Declining", "Days without purchase until lapsed");
    }

    @Test
    void shouldLeadToModelsThatNobodyPublished() {
        winBack();
        SegmentsPage.open(portal, "rfm");
        assertThat(_get(Anchor.class, spec -> spec.withText("Win-back")).getHref())
                .isEqualTo("v/shop/segments/own_win_back/studio");
    }

    @Test
    void shouldSetUpAndPublishANewModelInTheStudio() {
        String model = winBack();
        StudioPage page = StudioPage.open(portal, model);
        assertThat(page.text())
                .contains("not published yet", "No condition says yet")
                .doesNotContain("would be in a segment");
        assertThat(_get(Button.class, spec -> spec.withText("Publish…")).isEnabled())
                .isFalse();

        click("Add condition");
        StudioPage.edit(_get(TextArea.class), "monetary >= 100.0");
        assertThat(page.text()).contains("2 customers would be in a segment");
        page.publish("for the calls");

        portal.snapshots.reload("shop");
        assertThat(portal.snapshot().model(model).counts()).containsExactly(2, 0);
        SegmentsPage.open(portal, model);
        assertThat(UI.getCurrent().getElement().getTextRecursively()).contains("Win-back", "Big", "Small");
    }

    @Test
    void shouldSayThatNobodyIsInItUntilSomebodyElseApproves() {
        portal.rights.become(TestRights.user(9, new Grant(Role.ADMINISTRATOR, Grant.EVERYWHERE)));
        portal.versions.requireReview("shop", true);
        String model = winBack();
        ModelChange.Rules rules =
                new ModelChange.Rules(model, List.of(new ModelDefinition.Rule("big", "true", null)), null);
        portal.versions.publish("shop", rules, "why", null, 1, 0);
        StudioPage page = StudioPage.open(portal, model);
        assertThat(page.text()).contains("somebody else’s approval. Nobody is in its segments until then.");
        click("Look at it");
        assertThat(_find(Button.class, spec -> spec.withText("Compare with how it was made")))
                .hasSize(1);
    }

    @Test
    void shouldNotPublishSomethingElseThanWhatIsTyped() {
        StudioPage page = StudioPage.open(portal, winBack());
        click("Add condition");
        StudioPage.edit(_get(TextArea.class), "no such thing");
        click("Publish…");
        assertThat(_find(Dialog.class)).isEmpty();
        assertThat(page.text()).contains("Condition 1");
    }

    @Test
    void shouldCallSegmentsOtherwiseAndAddOne() {
        String model = winBack();
        StudioPage.open(portal, model);
        click("Names…");
        name("Segment 2 in English", "Little");
        click("Add a segment");
        name("Segment 3 in English", "Rest");
        click("Save");
        assertThat(portal.ownModels.names("shop", model).segments().values())
                .extracting(name -> name.in(Locale.ENGLISH))
                .containsExactly("Big", "Little", "Rest");
    }

    @Test
    void shouldDeleteAModelAndBringItBack() {
        String model = winBack();
        StudioPage.open(portal, model);
        click("Delete…");
        click("Delete");
        assertThat(made()).isEmpty();
        click("Undo");
        assertThat(made()).containsExactly(model);
    }

    @Test
    void shouldOfferNothingOfItToManagers() {
        winBack();
        portal.rights.become(TestRights.user(2, new Grant(Role.MANAGER, Grant.EVERYWHERE)));
        SegmentsPage.open(portal, "rfm");
        assertThat(_find(Button.class, spec -> spec.withText("New model"))).isEmpty();
        assertThat(_find(Anchor.class, spec -> spec.withText("Win-back"))).isEmpty();
    }
}
