package org.clientele.stakeholder.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationEvent;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.RouteParameters;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.TestUi;
import org.clientele.common.ui.Translations;
import org.clientele.frontend.Banner;
import org.clientele.plugin.ui.TestNavigation;
import org.clientele.stakeholder.Agreement;
import org.clientele.stakeholder.Criterion;
import org.clientele.stakeholder.Market;
import org.clientele.stakeholder.NewRow;
import org.clientele.stakeholder.PartyContact;
import org.clientele.stakeholder.PartyPortal;
import org.clientele.stakeholder.PlanAction;
import org.clientele.stakeholder.Purpose;
import org.clientele.stakeholder.Risks;
import org.clientele.stakeholder.Stakeholder;
import org.clientele.worklist.WorkAct;
import org.clientele.worklist.WorkItem;
import org.clientele.worklist.WorkOutcome;
import org.clientele.worklist.WorkQuery;
import org.clientele.worklist.WorkQuery.Whose;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StakeholderScreensTest {
    private static final LocalDate TODAY = PartyPortal.TODAY;

    private PartyPortal portal;
    private StakeholderServices services;

    @BeforeEach
    void start() {
        portal = new PartyPortal(TestDatabase.Kind.HSQLDB);
        services = new StakeholderServices(
                portal.register, portal.plans, portal.scores, portal.colleagues, portal.shop.rights, portal.shop.clock);
        TestUi.start(Locale.ENGLISH);
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    private StakeholdersView list(String query) {
        StakeholdersView view =
                new StakeholdersView(portal.shop.verticals, portal.shop.rights, portal.shop.announcements, services);
        TestNavigation.open(view, "shop", "v/shop/stakeholders" + query);
        return view;
    }

    private PartyView page(long party) {
        PartyView view = new PartyView(portal.shop.verticals, portal.shop.rights, portal.shop.announcements, services);
        UI ui = UI.getCurrent();
        ui.removeAll();
        ui.add(view);
        var navigation = new NavigationEvent(
                ui.getInternals().getRouter(),
                new Location("v/shop/stakeholders/" + party),
                ui,
                NavigationTrigger.PROGRAMMATIC);
        view.beforeEnter(new BeforeEnterEvent(
                navigation,
                PartyView.class,
                new RouteParameters(Map.of("vertical", "shop", "party", String.valueOf(party))),
                List.of()));
        return view;
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    private static boolean offers(String button) {
        return !_find(Button.class, spec -> spec.withText(button)).isEmpty();
    }

    @Test
    void shouldSayWhatToDoWhileNobodyIsRegistered() {
        assertThat(text(list(""))).contains("Nobody is registered yet", "no parties");
        assertThat(offers("New party")).isTrue();
        portal.become(portal.staff, Role.STAFF);
        list("");
        assertThat(offers("New party")).isFalse();
    }

    @Test
    void shouldListWhatTheAddressAsksFor() {
        portal.party(Market.SUPPLIER, "North Mill");
        portal.party(Market.COMPETITOR, "North Star");
        StakeholdersView view = list("?market=supplier&q=north");
        PartyGrid grid = _get(view, PartyGrid.class);
        assertThat(GridKt._size(grid)).isEqualTo(1);
        assertThat(GridKt._get(grid, 0).party().data().name()).isEqualTo("North Mill");
        assertThat(text(list("?q=west"))).contains("No such party");
    }

    @Test
    void shouldRegisterAPartyAndShowAProblemInTheDialog() {
        StakeholdersView view = list("?market=government");
        _click(_get(view, Button.class, spec -> spec.withText("New party")));
        _click(_get(Button.class, spec -> spec.withText("Register")));
        assertThat(_get(Banner.class).getElement().getTextRecursively()).contains("The party has no name");
    }

    @Test
    void shouldShowAPartyWithPlanYearScoresAndHistory() {
        Stakeholder party = portal.party(Market.SUPPLIER, "North Mill");
        portal.register.save(
                portal.shop.vertical, party.id(), new PartyContact(NewRow.ID, "Zhao Min", "sales", "", ""));
        portal.register.save(
                portal.shop.vertical, party.id(), new Agreement(NewRow.ID, "Frame", TODAY, TODAY.plusMonths(6), null));
        portal.plans.save(
                portal.shop.vertical, party.id(), PlanAction.open("Visit", portal.manager, TODAY.minusDays(1)));
        portal.scores.score(
                portal.shop.vertical, party.id(), Purpose.SELECTION, List.of(5, 3, 2), new Risks(1, 2, 3, 4), "");
        portal.plans.note(portal.shop.vertical, party.id(), "All is well.");

        assertThat(text(page(party.id())))
                .contains("North Mill", "Zhao Min", "Frame", "in force", "Frame ends", "Visit", "overdue since")
                .contains("47", "Culture risk 4", "Li Na noted", "All is well.", "Health is the mean");

        portal.shop.rights.limit(
                (permission, vertical) -> permission == Permission.SEE_PERSONAL_DATA ? Set.of() : permission.roles());
        assertThat(text(page(party.id()))).doesNotContain("Zhao Min");
    }

    @Test
    void shouldScoreByTheDialogAndSayWhichMarkIsMissing() {
        Stakeholder party = portal.party(Market.SUPPLIER, "North Mill");
        page(party.id());
        _click(_get(Button.class, spec -> spec.withText("Score for selection…")));
        _click(_get(Button.class, spec -> spec.withText("Score")));
        assertThat(text(_get(Banner.class))).contains("has no mark");
        for (RadioButtonGroup<?> mark : _find(RadioButtonGroup.class)) {
            @SuppressWarnings("unchecked")
            RadioButtonGroup<Integer> field = (RadioButtonGroup<Integer>) mark;
            _setValue(field, 3);
        }
        _click(_get(Button.class, spec -> spec.withText("Score")));
        assertThat(portal.scores.of(portal.shop.vertical, party.id()))
                .singleElement()
                .satisfies(score ->
                        assertThat(score.result()).as("50 less a quarter").isEqualTo(38));
    }

    @Test
    void shouldRefuseWeightsInTheDialogAndKeepUsualCriteriaInEveryLanguage() {
        RankingView view =
                new RankingView(portal.shop.verticals, portal.shop.rights, portal.shop.announcements, services);
        TestNavigation.open(view, "shop", "v/shop/stakeholders/ranking");
        assertThat(text(view)).contains("Nobody was scored for this yet");
        _click(_get(Button.class, spec -> spec.withText("Criteria…")));
        IntegerField first = _find(IntegerField.class).getFirst();
        _setValue(first, 20);
        _click(_get(Button.class, spec -> spec.withText("Save")));
        assertThat(text(_get(Banner.class))).contains("The weights add up to 90");
        _setValue(_find(IntegerField.class).get(1), 40);
        _setValue(_find(TextField.class).getFirst(), "Reach");
        _click(_get(Button.class, spec -> spec.withText("Save")));
        assertThat(portal.scores.criteria(portal.shop.vertical, Purpose.PERIODIC))
                .extracting(Criterion::name)
                .containsExactly("Reach", "usual.cooperation", "usual.satisfaction", "usual.cost");
    }

    @Test
    void shouldRankWithReasons() {
        long north = portal.party(Market.SUPPLIER, "North Mill").id();
        portal.scores.score(
                portal.shop.vertical, north, Purpose.PERIODIC, List.of(5, 2, 3, 3), new Risks(4, 1, 1, 1), "");
        RankingView view =
                new RankingView(portal.shop.verticals, portal.shop.rights, portal.shop.announcements, services);
        TestNavigation.open(view, "shop", "v/shop/stakeholders/ranking");
        assertThat(text(view))
                .contains("North Mill", "Gains most by Effect on the market, 5 of 5 (weight 30)", "High: Credit risk");
    }

    @Test
    void shouldReviewFromThePage() {
        Stakeholder party = portal.party(Market.SUPPLIER, "North Mill");
        page(party.id());
        _click(_get(Button.class, spec -> spec.withText("Review…")));
        _setValue(_get(TextArea.class, spec -> spec.withLabel("What was found")), "They deliver.");
        _click(_get(Button.class, spec -> spec.withText("Keep the review")));
        assertThat(portal.register.get(portal.shop.vertical, party.id()).data().nextReview())
                .isEqualTo(TODAY.plusMonths(6));
    }

    @Test
    void shouldStandOnTheWorklistAndBeDoneThere() {
        Stakeholder party = portal.party(Market.SUPPLIER, "North Mill");
        portal.plans.save(portal.shop.vertical, party.id(), PlanAction.open("Visit", portal.staff, TODAY));
        portal.plans.save(portal.shop.vertical, party.id(), PlanAction.open("Write", null, TODAY));
        portal.become(portal.staff, Role.STAFF);
        StakeholderWork work = new StakeholderWork(portal.reminders(), portal.shop.rights, new Translations());
        WorkQuery mine = new WorkQuery(Whose.of(portal.staff), null, TODAY, null);
        List<WorkItem> items = work.open(portal.shop.vertical, mine, 10, Locale.ENGLISH);
        assertThat(items).singleElement().satisfies(item -> {
            assertThat(item.title()).isEqualTo("Visit");
            assertThat(item.customer()).isEqualTo("North Mill");
            assertThat(item.hasCustomer()).isFalse();
            assertThat(work.page(portal.shop.vertical, item)).hasValue("v/shop/stakeholders/" + party.id());
        });
        WorkQuery free = new WorkQuery(Whose.FREE, null, TODAY, null);
        WorkItem open =
                work.open(portal.shop.vertical, free, 10, Locale.ENGLISH).getFirst();
        assertThat(open.acts()).contains(WorkAct.Kind.CLAIM);
        work.act(portal.shop.vertical, open, new WorkAct.Claim());
        assertThat(work.count(portal.shop.vertical, mine, 10)).isEqualTo(2);
        Runnable back =
                work.act(portal.shop.vertical, items.getFirst(), new WorkAct.Done(WorkOutcome.ACHIEVED, "went well"));
        assertThat(work.count(portal.shop.vertical, mine, 10)).isEqualTo(1);
        back.run();
        assertThat(work.count(portal.shop.vertical, mine, 10)).isEqualTo(2);
    }
}
