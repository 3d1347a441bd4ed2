package org.clientele.strategy.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.Jobs;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.AnswerPanel;
import org.clientele.common.ui.MomentField;
import org.clientele.common.ui.TestUi;
import org.clientele.customer.CustomerHit;
import org.clientele.customer.CustomerLists;
import org.clientele.customer.CustomerSearch;
import org.clientele.plugin.ui.TestNavigation;
import org.clientele.plugins.api.StrategyDefinition.Relationship;
import org.clientele.segment.SegmentName;
import org.clientele.segment.Segments;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.clientele.strategy.StrategyChange;
import org.clientele.strategy.TaskPortal;
import org.clientele.worklist.PlayAnswerCounts;
import org.clientele.worklist.persistence.WorkNoteDao;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StrategyEditorViewTest {
    private final TaskPortal portal = TaskPortal.open(TestDatabase.Kind.HSQLDB);

    @AfterEach
    void close() throws Exception {
        MockVaadin.tearDown();
        portal.close();
    }

    @Test
    void shouldWriteAPluginsStrategyAndPublishItWithItsLoad() {
        portal.vital("mill");
        portal.recompute();
        StrategyEditorView view = open(Locale.ENGLISH, "first");
        assertThat(text(view)).contains("Strategy: First grade", "As it applies.", "Play 4");

        _setValue(_get(TextArea.class, spec -> spec.withLabel("Goal")), "Supply without a gap");
        _click(button("Save draft"));
        _click(button("Publish…"));
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            _find(AnswerPanel.class).forEach(AnswerPanel::refresh);
            return text(_get(PublishStrategyDialog.class)).contains("4 tasks in the next 8 weeks");
        });
        assertThat(text(_get(PublishStrategyDialog.class)))
                .contains("Goal: “Supply without a gap” instead of “Never lose supply”", "whoever takes it");
        _click(_get(Button.class, spec -> spec.withText("Publish")));
        assertThat(_get(TextArea.class, spec -> spec.withLabel("Why")))
                .matches(TextArea::isInvalid)
                .returns("Say why.", TextArea::getErrorMessage);
        _setValue(_get(TextArea.class, spec -> spec.withLabel("Why")), "Clearer");
        _click(_get(Button.class, spec -> spec.withText("Publish")));

        _assertNone(PublishStrategyDialog.class);
        _click(button("Versions"));
        assertThat(text(_get(StrategyVersionsDialog.class)))
                .contains("Version 2 · User 1", "Clearer", "applies", "Version 1 · from the plugin", "Go back to it…");
    }

    @Test
    void shouldAskSomebodyElseWhereTheVerticalWantsIt() {
        become(9, Role.ADMINISTRATOR);
        portal.shop.versions.requireReview("shop", true);
        become(1, Role.CONSULTANT);
        StrategyEditorView view = open(Locale.ENGLISH, "first");
        _setValue(_get(TextArea.class, spec -> spec.withLabel("Goal")), "Supply without a gap");
        _click(button("Ask for approval…"));
        _setValue(_get(TextArea.class, spec -> spec.withLabel("Why")), "Clearer");
        _click(button("Ask for approval"));
        assertThat(text(view)).contains("Your version 2 waits for somebody else’s approval");
        _click(button("Look at it"));
        assertThat(text(_get(StrategyVersionsDialog.class))).contains("waits for approval", "Withdraw");
        MockVaadin.tearDown();

        become(2, Role.CONSULTANT);
        view = open(Locale.ENGLISH, "first");
        assertThat(text(view)).contains("Version 2 by User 1 waits for approval");
        _click(button("Look at it"));
        _click(button("Approve"));
        assertThat(text(_get(StrategyVersionsDialog.class))).contains("applies", "approved by User 2");
        assertThat(text(view)).doesNotContain("waits for approval");
    }

    @Test
    void shouldShowInTheOpenHistoryWhatSomebodyElseDecided() {
        become(9, Role.ADMINISTRATOR);
        portal.shop.versions.requireReview("shop", true);
        become(1, Role.CONSULTANT);
        SegmentName first = new SegmentName("importance", "first");
        portal.versions.publish("shop", portal.versions.start("shop", first), "why", null, 1, 0);
        open(Locale.ENGLISH, "first");
        _click(button("Look at it"));
        become(2, Role.CONSULTANT);
        portal.versions.refuse("shop", first, 2, "Not now");
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            MockVaadin.clientRoundtrip(false);
            return text(_get(StrategyVersionsDialog.class)).contains("refused by User 2");
        });
    }

    @Test
    void shouldShowWhatSomebodyElseApprovedUnlessSomethingIsBeingWritten() {
        become(9, Role.ADMINISTRATOR);
        portal.shop.versions.requireReview("shop", true);
        become(1, Role.CONSULTANT);
        SegmentName first = new SegmentName("importance", "first");
        open(Locale.ENGLISH, "first");
        _setValue(goal(), "Supply without a gap");
        _click(button("Ask for approval…"));
        _setValue(_get(TextArea.class, spec -> spec.withLabel("Why")), "Clearer");
        _click(button("Ask for approval"));
        assertThat(goal().getValue()).isEqualTo("Never lose supply");
        become(2, Role.CONSULTANT);
        portal.versions.approve("shop", first, 2);
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            MockVaadin.clientRoundtrip(false);
            return goal().getValue().equals("Supply without a gap");
        });

        _setValue(goal(), "Still thinking");
        portal.versions.rollBack("shop", first, 1, "why");
        become(1, Role.CONSULTANT);
        portal.versions.approve("shop", first, 3);
        MockVaadin.clientRoundtrip(false);
        assertThat(goal().getValue()).isEqualTo("Still thinking");
    }

    private static TextArea goal() {
        return _get(TextArea.class, spec -> spec.withLabel("Goal"));
    }

    @Test
    void shouldPlanAVersionAndTakeItBack() {
        StrategyEditorView view = open(Locale.ENGLISH, "first");
        _setValue(_get(TextArea.class, spec -> spec.withLabel("Goal")), "Supply without a gap");
        _click(button("Publish…"));
        _setValue(_get(TextArea.class, spec -> spec.withLabel("Why")), "From spring on");
        _setValue(_get(MomentField.class), LocalDateTime.of(2026, 2, 1, 8, 0));
        _click(button("Publish"));
        assertThat(_get(MomentField.class))
                .matches(MomentField::isInvalid)
                .returns(
                        "This moment is over. Choose a later one, or empty it to publish at once.",
                        MomentField::getErrorMessage);
        _setValue(_get(MomentField.class), LocalDateTime.of(2026, 3, 1, 8, 0));
        _click(button("Publish"));
        assertThat(text(view)).contains("Version 2 by User 1 is planned from 1 Mar 2026 08:00.");

        _click(button("Publish…"));
        assertThat(text(_get(PublishStrategyDialog.class))).contains("Version 2 is planned from 1 Mar 2026 08:00");
        _get(PublishStrategyDialog.class).close();
        _click(button("Look at it"));
        assertThat(text(_get(StrategyVersionsDialog.class))).contains("planned", "applies from 1 Mar 2026 08:00");
        _click(button("Withdraw"));
        assertThat(text(_get(StrategyVersionsDialog.class))).contains("withdrawn by User 1");
        assertThat(text(view)).doesNotContain("is planned");
    }

    @Test
    void shouldSayThatTheMomentAskedForIsOver() {
        become(9, Role.ADMINISTRATOR);
        portal.shop.versions.requireReview("shop", true);
        become(1, Role.CONSULTANT);
        StrategyChange change = portal.versions.start("shop", new SegmentName("importance", "first"));
        portal.versions.publish(
                "shop", change, "why", portal.shop.clock.instant().plusSeconds(60), 1, 0);
        portal.shop.clock.forward(Duration.ofHours(1));
        become(2, Role.CONSULTANT);
        open(Locale.SIMPLIFIED_CHINESE, "first");
        _click(button("查看"));
        assertThat(text(_get(StrategyVersionsDialog.class))).contains("该时间已过：批准后立即生效。");
        _click(button("批准"));
        assertThat(text(_get(StrategyVersionsDialog.class))).contains("生效中").doesNotContain("批准后");
    }

    @Test
    void shouldSayWhatRefusingAndGoingBackLedTo() {
        become(9, Role.ADMINISTRATOR);
        portal.shop.versions.requireReview("shop", true);
        become(1, Role.CONSULTANT);
        portal.versions.publish(
                "shop", portal.versions.start("shop", new SegmentName("importance", "first")), "why", null, 1, 0);
        become(2, Role.CONSULTANT);
        open(Locale.ENGLISH, "first");
        _click(button("Look at it"));
        _click(button("Refuse…"));
        _setValue(_get(TextArea.class, spec -> spec.withLabel("Why")), "Not now");
        _click(button("Refuse"));
        assertThat(text(_get(StrategyVersionsDialog.class))).contains("refused by User 2", "Not now");
        assertThat(said()).contains("Version 2 is refused. What applies stays.");

        _click(button("Go back to it…"));
        _setValue(_get(TextArea.class, spec -> spec.withLabel("Why")), "After all");
        _click(button("Ask for approval"));
        assertThat(said()).contains("Somebody else can approve it under Versions.");
    }

    private static List<String> said() {
        return _find(Notification.class).stream()
                .map(StrategyEditorViewTest::text)
                .toList();
    }

    private void become(int user, Role role) {
        portal.shop.rights.become(TestRights.user(user, new Grant(role, Grant.EVERYWHERE)));
    }

    @Test
    void shouldNameWhatToMend() {
        StrategyEditorView view = open(Locale.ENGLISH, "first");
        _setValue(
                _find(TextArea.class, spec -> spec.withLabel("What to say or do"))
                        .getFirst(),
                "Dear {nobody}");
        _click(button("Publish…"));
        assertThat(text(view)).contains("The vertical has no field “nobody”");
    }

    @Test
    void shouldShowWhatARealCustomerHears() {
        portal.vital("mill");
        portal.recompute();
        StrategyEditorView view = open(Locale.ENGLISH, "first");
        _setValue(
                _find(TextArea.class, spec -> spec.withLabel("What to say or do"))
                        .getFirst(),
                "{number}: until {contract_end}, {drill}");
        @SuppressWarnings("unchecked")
        ComboBox<CustomerHit> customers = _get(ComboBox.class, spec -> spec.withLabel("Customer"));
        customers.setValue(new CustomerSearch(portal.shop.snapshots, portal.shop.rights)
                .find("shop", "mill", 1)
                .getFirst());
        assertThat(text(view)).contains("mill: until 25 Mar 2026, (Last drill: not known)");
    }

    @Test
    void shouldWriteANewStrategyWithPlays() {
        StrategyEditorView view = open(Locale.SIMPLIFIED_CHINESE, "second");
        assertThat(text(view)).contains("尚无动作：策略仅作建议。");
        _click(button("添加动作"));
        assertThat(text(view)).contains("动作 1").doesNotContain("尚无动作");
    }

    @Test
    void shouldProposeTheRelationshipOfWhoeverMeetsTheConditionAsItIsEdited() throws Exception {
        try (TaskPortal shop = TaskPortal.over(ShopPortal.empty(TestDatabase.Kind.HSQLDB))) {
            shop.shop.purchases(IntStream.range(0, 100)
                    .mapToObj(i -> new Purchase("C" + i, LocalDate.of(2026, 1, 31), i < 4 ? 1_000_000 : 1_000))
                    .toList());
            SegmentName named = shop.versions.begin("shop", Locale.ENGLISH, "Big ones");
            StrategyEditorView view = open(shop, Locale.ENGLISH, named);
            assertThat(text(view)).doesNotContain("proposes");

            TextArea condition = _get(TextArea.class, spec -> spec.withLabel("Condition"));
            _setValue(condition, "monetary >= 5000.0");
            awaitText(
                    view,
                    "The grid of customers and margin proposes “Partnership”: 4 customers here, few; what each brings: much.");
            _setValue(condition, "monetary < 5000.0");
            awaitText(view, "proposes “Basic”: 96 customers here, many; what each brings: little.");
            _click(button("Take it"));
            assertThat(_get(Select.class, spec -> spec.withLabel("Level of relationship"))
                            .getValue())
                    .isEqualTo(Relationship.BASIC);
            _setValue(condition, "monetary <");
            assertThat(text(view)).doesNotContain("proposes");
        }
    }

    @Test
    void shouldProposeTheRelationshipOfASavedConditionInChinese() throws Exception {
        try (TaskPortal shop = TaskPortal.over(ShopPortal.empty(TestDatabase.Kind.HSQLDB))) {
            shop.shop.purchases(List.of(new Purchase("A", LocalDate.of(2026, 1, 31), 1_000)));
            SegmentName named = shop.versions.begin("shop", Locale.SIMPLIFIED_CHINESE, "客户");
            open(shop, Locale.SIMPLIFIED_CHINESE, named);
            _setValue(_get(TextArea.class, spec -> spec.withLabel("条件")), "frequency >= 1");
            _click(button("保存草稿"));
            MockVaadin.tearDown();

            awaitText(open(shop, Locale.SIMPLIFIED_CHINESE, named), "客户数量与利润网格建议“被动型”：此处有 1 位客户，数量多，人均贡献中。");
        }
    }

    private static void awaitText(Component view, String expected) {
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            MockVaadin.clientRoundtrip(false);
            return text(view).contains(expected);
        });
    }

    @Test
    void shouldBeShownToConsultantsOnly() {
        portal.shop.rights.become(TestRights.user(2, new Grant(Role.MANAGER, Grant.EVERYWHERE)));
        assertThat(text(open(Locale.ENGLISH, "first"))).doesNotContain("Save draft");
    }

    @Test
    void shouldSayWhenThereIsNoSuchSegment() {
        assertThat(text(open(Locale.ENGLISH, "nowhere"))).contains("There is no such segment");
    }

    private StrategyEditorView open(Locale locale, String segment) {
        return open(portal, locale, new SegmentName("importance", segment));
    }

    private static StrategyEditorView open(TaskPortal portal, Locale locale, SegmentName segment) {
        TestUi.start(locale);
        StrategyEditorView view = new StrategyEditorView(
                portal.shop.verticals,
                portal.shop.rights,
                portal.shop.announcements,
                portal.versions,
                portal.runs,
                new Segments(portal.shop.snapshots, portal.shop.overrides, portal.shop.rights),
                new CustomerLists(portal.shop.snapshots, portal.shop.rights, portal.shop.audit),
                new CustomerSearch(portal.shop.snapshots, portal.shop.rights),
                TestWords.of(portal.shop),
                new PlayAnswerCounts(new WorkNoteDao(portal.shop.database.jdbi()), portal.shop.rights),
                new Jobs(portal.shop.clock));
        UI.getCurrent().removeAll();
        TestNavigation.open(
                view, "shop", "v/shop/strategies/edit?model=" + segment.model() + "&segment=" + segment.segment());
        return view;
    }

    private static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
