package org.clientele.cases.ui;

import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.clientele.access.Role;
import org.clientele.cases.CaseData;
import org.clientele.cases.CasePriority;
import org.clientele.cases.CaseReason;
import org.clientele.cases.CaseState;
import org.clientele.cases.CaseType;
import org.clientele.cases.ServiceCase;
import org.clientele.common.ui.TestUi;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Columns;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.PageHeader;
import org.clientele.interaction.Direction;
import org.clientele.interaction.Interaction;
import org.clientele.interaction.ui.ComposerAddition;
import org.clientele.interaction.ui.ContactScreens;
import org.clientele.worklist.WorkAct;
import org.clientele.worklist.WorkItem;
import org.clientele.worklist.WorkQuery;
import org.junit.jupiter.api.Test;

class CaseScreensTest extends CaseScreens {
    @Test
    void shouldListCasesAndFilterThem() {
        portal.open(CaseType.REFUND, "Money back");
        portal.open(CaseType.CLAIM, "Lost parcel");
        list(Locale.ENGLISH, "");
        assertThat(text(_get(PageHeader.class))).contains("Cases", "2 cases");
        _setValue(select("Type"), CaseType.CLAIM);
        assertThat(_size(_get(CaseGrid.class))).isEqualTo(1);
        _setValue(select("Priority"), org.clientele.cases.CasePriority.URGENT);
        _assertNone(CaseGrid.class);
        assertThat(text(_get(EmptyState.class))).contains("No case meets these conditions");
    }

    @Test
    void shouldOpenAsItsAddressSays() {
        ServiceCase solved = portal.open(CaseType.REFUND, "Money back");
        portal.move(solved, CaseState.SOLVED);
        list(Locale.ENGLISH, "?state=solved&type=refund&q=C-" + solved.number());
        assertThat(_size(_get(CaseGrid.class))).isEqualTo(1);
        assertThat(_get(TextField.class).getValue()).isEqualTo("C-1001");
    }

    @Test
    void shouldSayHowToBeginWhileThereAreNone() {
        list(Locale.SIMPLIFIED_CHINESE, "");
        assertThat(text(_get(EmptyState.class))).contains("没有未完成的工单");
    }

    @Test
    void shouldOpenACaseFromTheCustomersPage() {
        TestUi.start(Locale.ENGLISH);
        CasePanel panel = new CasePanel(services);
        _click((Button) panel.buttons(portal.shop.vertical, portal.anna).getFirst());
        _click(button("Open case"));
        assertThat(text(_get(Banner.class))).isEqualTo("Say in a few words what the case is about.");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Subject")), "Shirt too small");
        _click(button("Open case"));

        assertThat(portal.lists.ofCustomer("shop", portal.anna.id(), 5))
                .singleElement()
                .satisfies(one -> assertThat(one.data().subject()).isEqualTo("Shirt too small"));
        Component cases = panel.create(portal.shop.vertical, portal.anna).orElseThrow();
        assertThat(text(cases)).contains("C-1001 · Shirt too small", "Complaint", "New");
    }

    @Test
    void shouldOfferTheTeamsThereAreAndTakeATypedOne() {
        CaseData data = new CaseData(CaseType.REFUND, "Shirt", "", CasePriority.NORMAL, null, "Repairs");
        portal.cases.open("shop", portal.anna.id(), UUID.randomUUID(), data);
        TestUi.start(Locale.ENGLISH);
        CasePanel panel = new CasePanel(services);
        _click((Button) panel.buttons(portal.shop.vertical, portal.anna).getFirst());
        @SuppressWarnings("unchecked")
        ComboBox<String> team = _get(ComboBox.class, spec -> spec.withLabel("Team"));
        assertThat(team.getListDataView().getItems()).containsExactly("Repairs");
        ComponentUtil.fireEvent(team, new ComboBoxBase.CustomValueSetEvent<>(team, true, "Billing "));
        _setValue(_get(TextField.class, spec -> spec.withLabel("Subject")), "Shirt too small");
        _click(button("Open case"));
        assertThat(portal.lists.teams("shop")).containsExactly("Billing", "Repairs");
    }

    @Test
    void shouldSayHowACaseStandsBeforeAskingWhatWasSaid() {
        page(portal.open(CaseType.REFUND, "Money back"));
        String page = text(_get(Columns.class));
        assertThat(page).startsWith("The case");
        assertThat(page.indexOf("Watch")).isBetween(0, page.indexOf("Save contact"));
    }

    @Test
    void shouldTakeSolveCloseAndReopenACase() {
        ServiceCase one = portal.open(CaseType.REFUND, "Money back");
        page(one);
        _click(button("Take"));
        assertThat(portal.again(one).owner()).isEqualTo("Li Na");
        assertThat(portal.again(one).state()).isEqualTo(CaseState.OPEN);

        page(one);
        _click(button("Waiting for customer"));
        page(one);
        _click(button("Solve…"));
        _click(button("Solved"));
        assertThat(text(_get(Banner.class))).contains("how the case was solved");
        _setValue(_get(TextArea.class, spec -> spec.withLabel("How it was solved")), "Paid back");
        _setValue(select("Where the cause lay"), CaseReason.PRODUCT);
        _click(button("Solved"));
        page(one);
        assertThat(text(_get(FactsCard.class))).contains("Product");
        assertThat(text(_get(StoryCard.class))).containsSubsequence("Waiting for customer → Solved", "Paid back");
        _click(button("Close"));
        page(one);
        _click(button("Reopen…"));
        _setValue(_get(TextArea.class, spec -> spec.withLabel("Why it comes back")), "Money did not arrive");
        _click(button("Reopen"));
        assertThat(portal.again(one).state()).isEqualTo(CaseState.REOPENED);
    }

    @Test
    void shouldShowWhatWasDoneAndSaid() {
        ServiceCase one = portal.open(CaseType.REFUND, "Money back");
        Interaction contact = portal.contact(portal.anna, Direction.OUTGOING);
        portal.links.addContact("shop", one.number(), contact.id());
        portal.attach(one, "bill.txt", "12.50");
        portal.cases.note("shop", one.number(), "Ask the bank");
        page(one);
        assertThat(text(_get(StoryCard.class)))
                .contains("File added: bill.txt", "Ask the bank", "Customer was answered for the first time", "Asked");
        assertThat(text(_get(FilesCard.class))).contains("bill.txt", "1 kB", "Li Na");
    }

    @Test
    void shouldSayThatACaseIsNotThere() {
        page(Locale.ENGLISH, "4711");
        assertThat(text(UI.getCurrent())).contains("There is no such case");
        page(Locale.ENGLISH, "why");
        assertThat(text(UI.getCurrent())).contains("There is no such case");
    }

    @Test
    void shouldFollowOnTheCustomersPageWhatOthersDo() {
        TestUi.start(Locale.ENGLISH);
        Component panel = new CasePanel(services)
                .create(portal.shop.vertical, portal.anna)
                .orElseThrow();
        UI.getCurrent().add(panel);
        assertThat(panel.isVisible()).isFalse();
        portal.open(CaseType.ENQUIRY, "Opening hours");
        org.awaitility.Awaitility.await()
                .pollInSameThread()
                .atMost(java.time.Duration.ofSeconds(20))
                .until(() -> {
                    MockVaadin.clientRoundtrip(false);
                    return text(panel).contains("Opening hours");
                });
    }

    @Test
    void shouldStandOnTheWorklistToBeTakenAndHandedOver() {
        ServiceCase one = portal.open(CaseType.REFUND, "Money back");
        CaseWork work = new CaseWork(services, new org.clientele.common.ui.Translations());
        WorkQuery mine =
                new WorkQuery(WorkQuery.Whose.mineAndFree(portal.liNa), null, java.time.LocalDate.of(2026, 3, 3), null);
        WorkItem item =
                work.open(portal.shop.vertical, mine, 10, Locale.ENGLISH).getFirst();
        assertThat(item.title()).isEqualTo("Refund: C-1001 · Money back");
        assertThat(item.acts()).containsExactlyInAnyOrder(WorkAct.Kind.CLAIM, WorkAct.Kind.HAND_OVER);
        assertThat(work.page(portal.shop.vertical, item)).contains("v/shop/cases/1001");

        Runnable undo = work.act(portal.shop.vertical, item, new WorkAct.HandOver(portal.wangFang, ""));
        assertThat(portal.again(one).owner()).isEqualTo("Wang Fang");
        assertThat(work.count(portal.shop.vertical, mine, 10)).isZero();
        undo.run();
        assertThat(portal.again(one).owner()).isNull();
        assertThat(work.count(portal.shop.vertical, mine, 10)).isEqualTo(1);
    }

    @Test
    void shouldBeWhatToDoNextWithItsClock() {
        portal.open(CaseType.REFUND, "Money back");
        CaseWork work = new CaseWork(services, new org.clientele.common.ui.Translations());
        assertThat(work.next(portal.shop.vertical, portal.anna.id(), Locale.ENGLISH))
                .singleElement()
                .satisfies(action -> {
                    assertThat(action.kind()).isEqualTo(org.clientele.worklist.NextActionKind.CASE);
                    assertThat(action.item().text()).startsWith("Next promised time: ");
                    assertThat(action.address()).isEqualTo("v/shop/cases/1001");
                });
    }

    @Test
    void shouldOpenACaseInTheStepThatLogsTheContact() {
        TestUi.start(Locale.ENGLISH);
        ComposerAddition addition = new ContactCase(services, portal.shop.verticals);
        UI.getCurrent().add(ContactScreens.composer(portal.interactions, portal.shop, portal.anna, List.of(addition)));
        _setValue(_get(TextField.class, spec -> spec.withLabel("Subject")), "Parcel is lost");
        choose("Case", "New: Claim");
        _click(button("Save contact"));
        ServiceCase opened =
                portal.lists.ofCustomer("shop", portal.anna.id(), 5).getFirst();
        assertThat(opened.data().subject()).isEqualTo("Parcel is lost");
        assertThat(opened.data().type()).isEqualTo(CaseType.CLAIM);
        assertThat(opened.owner()).isEqualTo("Li Na");
        assertThat(portal.links.contacts("shop", opened.number())).hasSize(1);

        _setValue(_get(TextField.class, spec -> spec.withLabel("Subject")), "Asks again");
        choose("Case", "C-1001 · Parcel is lost");
        _click(button("Save contact"));
        assertThat(portal.links.contacts("shop", opened.number())).hasSize(2);
        assertThat(portal.lists.ofCustomer("shop", portal.anna.id(), 5)).hasSize(1);
    }

    @Test
    void shouldOfferNothingToDoToThoseWhoMayOnlyRead() {
        ServiceCase one = portal.open(CaseType.REFUND, "Money back");
        portal.shop.rights.limit((permission, vertical) -> permission == org.clientele.access.Permission.LOG_INTERACTION
                ? java.util.Set.of(Role.MANAGER)
                : permission.roles());
        page(one);
        _assertNone(Button.class, spec -> spec.withText("Take"));
        _assertNone(Button.class, spec -> spec.withText("Note…"));
        assertThat(new CasePanel(services).buttons(portal.shop.vertical, portal.anna))
                .isEmpty();
    }

    @Test
    void shouldShowClocksAndLetManagersSetThem() {
        portal.at("2026-03-02T09:00:00Z");
        ServiceCase one = portal.open(CaseType.OUTAGE, "No power");
        page(one);
        assertThat(text(_get(ClockFacts.class)))
                .contains("30 min left of 30 min, due 2 Mar 2026 09:30", "8 h left of 8 h");
        portal.at("2026-03-02T09:45:00Z");
        portal.escalation.run(() -> false);
        page(one);
        assertThat(text(_get(ClockFacts.class))).contains("Late by 15 min of working time");
        assertThat(text(UI.getCurrent())).contains("Late, escalated");
        list(Locale.ENGLISH, "?late=yes");
        assertThat(_size(_get(CaseGrid.class))).isEqualTo(1);

        portal.become(portal.wangFang, Role.MANAGER, false);
        settings();
        _setValue(_get(TextArea.class, spec -> spec.withLabel("Days off")), "2026-03-03 Founding day\nsoon");
        _click(button("Save"));
        assertThat(text(_get(Banner.class))).contains("“soon” is no day");
        _setValue(_get(TextArea.class, spec -> spec.withLabel("Days off")), "2026-03-03 Founding day");
        assertThat(portal.policies.get("shop").version()).isZero();
    }
}
