package org.clientele.analysis.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationEvent;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Grant;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.analysis.Explanations;
import org.clientele.common.Announcements;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.TestUi;
import org.clientele.engine.column.Value;
import org.clientele.engine.model.ChurnResult;
import org.clientele.frontend.EmptyState;
import org.clientele.plugins.api.Texts;
import org.clientele.segment.ShopDefinition;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhyViewTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    private ShopPortal portal;
    private Explanations explanations;
    private long ben;

    @BeforeEach
    void start() {
        portal = ShopPortal.empty(TestDatabase.Kind.HSQLDB);
        explanations =
                new Explanations(portal.snapshots, portal.customers, portal.versions, portal.rights, portal.audit);
        portal.purchases(List.of(
                new Purchase("anna", DAY.minusDays(200), 10_000),
                new Purchase("anna", DAY, 12_000),
                new Purchase("ben", DAY.minusDays(10), 3_000)));
        ben = portal.customers.findByRef(portal.vertical, "ben").orElseThrow().id();
        TestUi.start(Locale.ENGLISH);
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    @Test
    void shouldShowEveryRuleWithValueThresholdAndOutcome() {
        WhyView view = open("life_cycle");
        assertThat(text(view))
                .contains(
                        "Why ben is here",
                        "version 1",
                        "as of 31 Jan 2026",
                        "What you can say",
                        "what we have on record for you")
                .contains("lapsed", "does not hold", "new", "decides", "at most 90 days", "10 days");
    }

    @Test
    void shouldNameTheNearestBetterSegmentAndTheLeastChange() {
        assertThat(text(open("pyramid"))).contains("Nearest better: ", "platinum", "$190 more");
    }

    @Test
    void shouldSupposeAnotherValueAndStoreNothing() {
        WhyView view = open("pyramid");
        assertThat(text(view)).contains("Change a value to see the outcome.");
        _setValue(_get(BigDecimalField.class), new BigDecimal("500"));

        assertThat(text(view)).contains("Would move to", "platinum", "$500");
        assertThat(portal.snapshots.get("shop").model("pyramid").segment(1)).isNotZero();
        assertThat(portal.audit.actions()).isEmpty();
    }

    @Test
    void shouldExportEveryModelsExplanationAndRecordIt() {
        String text = new ExplanationText(Locale.SIMPLIFIED_CHINESE).of(explanations.export("shop", ben));

        assertThat(text).contains("为何在此：ben", "life_cycle", "pyramid", "rfm", "第 1 版", "最近的更优细分");
        assertThat(portal.audit.actions()).containsExactly("customer.explanation customer " + ben);
    }

    @Test
    void shouldAskForRightsToExportAndToSuppose() {
        portal.rights.become(TestRights.user(2, new Grant(Role.STAFF, Grant.EVERYWHERE)));
        open("rfm");
        _assertNone(Button.class, spec -> spec.withText("Export for the customer"));
        assertThatThrownBy(() -> explanations.export("shop", ben)).isInstanceOf(ForbiddenProblem.class);
        portal.rights.limit((permission, vertical) ->
                permission == Permission.VIEW_PORTAL ? java.util.Set.of() : permission.roles());
        assertThatThrownBy(() -> explanations.suppose("shop", ben, "rfm", Map.of("recency", new Value.Whole(1))))
                .isInstanceOf(ForbiddenProblem.class);
    }

    @Test
    void shouldShowHowWellALifetimeValueIsKnown() throws Exception {
        portal.close();
        portal = ShopPortal.of(
                TestDatabase.Kind.HSQLDB,
                ShopDefinition.withClv(),
                new Texts.Bundles(Map.of("en", Map.of(), "zh-CN", Map.of())));
        explanations =
                new Explanations(portal.snapshots, portal.customers, portal.versions, portal.rights, portal.audit);
        long id = Objects.requireNonNull(portal.buyersWhoLeave(400).get("C7"));

        assertThat(text(open("lifetime", id)))
                .containsPattern("with 80% probability \\$[\\d.,]+ – \\$[\\d.,]+")
                .contains("Standard error");
    }

    @Test
    @SuppressWarnings("unchecked")
    void shouldSupposeAnotherSegmentOfTheModelThatARuleDecidesBy() throws Exception {
        portal.close();
        portal = ShopPortal.of(
                TestDatabase.Kind.HSQLDB,
                ShopDefinition.withRulesBySegment(),
                new Texts.Bundles(Map.of("en", Map.of(), "zh-CN", Map.of())));
        portal.purchases(List.of(new Purchase("cara", DAY, 100)));
        explanations =
                new Explanations(portal.snapshots, portal.customers, portal.versions, portal.rights, portal.audit);
        WhyView view = open(
                "care",
                portal.customers
                        .findByRef(portal.vertical, "cara")
                        .orElseThrow()
                        .id());

        Select<String> pyramid = _get(Select.class, spec -> spec.withLabel("model.pyramid"));
        assertThat(pyramid.getListDataView().getItems()).containsExactly("platinum", "gold", "iron", "lead");
        assertThat(pyramid.getValue()).isEqualTo("platinum");
        _setValue(pyramid, "iron");
        assertThat(text(view)).contains("Would move to", "usual");
        _setValue(pyramid, "gold");
        assertThat(text(view)).contains("Would stay");
        assertThat(portal.snapshots.get("shop").model("pyramid").segment(0)).isZero();
    }

    @Test
    void shouldShowAllThatMakesUpARisk() throws Exception {
        portal.close();
        portal = ShopPortal.of(
                TestDatabase.Kind.HSQLDB,
                ShopDefinition.withChurn(),
                new Texts.Bundles(Map.of("en", Map.of(), "zh-CN", Map.of())));
        explanations =
                new Explanations(portal.snapshots, portal.customers, portal.versions, portal.rights, portal.audit);
        Map<String, Long> buyers = portal.buyersWhoLeave(400);
        ChurnResult model = (ChurnResult) portal.snapshots.get("shop").model("risk");
        var customers = portal.snapshots.get("shop").customers();
        long judged = buyers.values().stream()
                .filter(id -> model.parts(customers.indexOf(id)) != null)
                .findFirst()
                .orElseThrow();
        long gone = buyers.values().stream()
                .filter(id -> model.parts(customers.indexOf(id)) == null)
                .findFirst()
                .orElseThrow();

        assertThat(text(open("risk", judged)))
                .containsPattern("The average customer[\\d.]+%[−+]?\\d\\.\\d\\d")
                .containsPattern("Together[\\d.]+%[−+]?\\d\\.\\d\\d")
                .doesNotContain("raises the risk", "lowers the risk");
        assertThat(text(open("risk", gone))).doesNotContain("What the risk is made of");
        assertThat(new ExplanationText(Locale.SIMPLIFIED_CHINESE).of(explanations.export("shop", judged)))
                .contains("风险的构成", "- 平均客户 ", "- 合计 ");
    }

    @Test
    void shouldSayWhenThereIsNobody() {
        open("rfm", 999_999);
        _get(EmptyState.class);
    }

    private WhyView open(String model) {
        return open(model, ben);
    }

    private WhyView open(String model, long customer) {
        WhyView view =
                new WhyView(portal.verticals, portal.rights, new Announcements(), explanations, portal.lifetimes());
        UI ui = UI.getCurrent();
        ui.removeAll();
        ui.add(view);
        NavigationEvent navigation = new NavigationEvent(
                ui.getInternals().getRouter(),
                new Location("v/shop/customers/" + customer + "/why?model=" + model),
                ui,
                NavigationTrigger.PROGRAMMATIC);
        view.beforeEnter(new BeforeEnterEvent(
                navigation,
                WhyView.class,
                new RouteParameters(
                        new RouteParam("vertical", "shop"), new RouteParam("customer", String.valueOf(customer))),
                List.of()));
        return view;
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
