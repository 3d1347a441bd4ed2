package org.clientele.segment.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.MomentField;
import org.clientele.common.ui.TestUi;
import org.clientele.frontend.Banner;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StudioVersionsTest {
    private static final LocalDateTime APRIL = LocalDateTime.of(2026, 4, 1, 8, 0);

    private ShopPortal portal;

    @BeforeEach
    void start() {
        portal = ShopPortal.empty(TestDatabase.Kind.HSQLDB);
        LocalDate day = LocalDate.of(2026, 1, 31);
        portal.purchases(List.of(
                new Purchase("c1", day, 1_000), new Purchase("c2", day, 2_000), new Purchase("c3", day, 3_000)));
        TestUi.start(Locale.ENGLISH);
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    @Test
    void shouldSayOnceWhatIsWrongByTheFieldItConcerns() {
        edited();
        click("Publish…");
        click("Publish");
        assertThat(why()).matches(TextArea::isInvalid).returns("Say why.", TextArea::getErrorMessage);

        _setValue(why(), "more platinum");
        _setValue(_get(MomentField.class), LocalDateTime.of(2026, 2, 1, 8, 0));
        click("Publish");
        assertThat(_get(MomentField.class))
                .matches(MomentField::isInvalid)
                .returns(
                        "This moment is over. Choose a later one, or empty it to publish at once.",
                        MomentField::getErrorMessage);
        assertThat(_find(_get(PublishDialog.class), Banner.class)).isEmpty();
        assertThat(portal.versions.history("shop", "pyramid")).hasSize(1);
    }

    @Test
    void shouldPlanAVersionNameItInTheStudioAndTakeItBack() {
        StudioPage studio = planned();
        assertSaid("Planned. What applies stays until 1 Apr 2026 08:00; then the segments are computed anew.");
        assertThat(studio.text()).contains("Version 2 by user7 is planned from 1 Apr 2026 08:00.");

        edit(20);
        click("Publish…");
        assertThat(text(_get(PublishDialog.class)))
                .contains(
                        "Version 2 is planned from 1 Apr 2026 08:00 and from then on replaces what you publish before.");
        _get(PublishDialog.class).close();

        click("Look at it");
        assertThat(text(_get(VersionsDialog.class))).contains("waits for its moment", "applies from 1 Apr 2026 08:00");
        click("Withdraw");
        assertSaid("Version 2 is withdrawn. What applies stays.");
        assertThat(text(_get(VersionsDialog.class))).contains("withdrawn by user7");
        assertThat(studio.text()).doesNotContain("is planned");
    }

    @Test
    void shouldTellWhoWaitsForWhomWhereSomebodyElseApproves() {
        portal.rights.become(TestRights.user(9, new Grant(Role.ADMINISTRATOR, Grant.EVERYWHERE)));
        portal.versions.requireReview("shop", true);
        portal.rights.become(TestRights.user(7, new Grant(Role.CONSULTANT, Grant.EVERYWHERE)));
        StudioPage studio = edited();
        click("Ask for approval…");
        _setValue(why(), "more platinum");
        click("Ask for approval");
        assertSaid("Somebody else can approve it under Versions.");
        assertThat(studio.text()).contains("Your version 2 waits for somebody else’s approval.");

        portal.rights.become(TestRights.user(9, new Grant(Role.ADMINISTRATOR, Grant.EVERYWHERE)));
        studio = StudioPage.open(portal, "pyramid");
        assertThat(studio.text()).contains("Version 2 by user7 waits for approval.");
        click("Look at it");
        click("Refuse…");
        _setValue(why(), "too many");
        click("Refuse");
        assertSaid("Version 2 is refused. What applies stays.");
        assertThat(text(_get(VersionsDialog.class))).contains("refused by user9", "too many");
        assertThat(studio.text()).doesNotContain("waits for approval");
    }

    @Test
    void shouldOfferWhatTheRuleAsksForAsSoonAsItIsSet() {
        portal.rights.become(TestRights.user(9, new Grant(Role.ADMINISTRATOR, Grant.EVERYWHERE)));
        edited();
        portal.versions.requireReview("shop", true);
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            MockVaadin.clientRoundtrip(false);
            return !_find(Button.class, spec -> spec.withText("Ask for approval…"))
                    .isEmpty();
        });
        click("Ask for approval…");
        assertThat(_get(PublishDialog.class).getHeaderTitle()).startsWith("Ask for approval: ");
        _assertNone(Button.class, spec -> spec.withText("Publish…"));
    }

    @Test
    void shouldLeaveTheWayToTheVersionsWhereItIsWhenCustomersChange() {
        planned();
        Button way = _get(Button.class, spec -> spec.withText("Look at it"));
        portal.snapshots.reload("shop");
        MockVaadin.clientRoundtrip(false);
        assertThat(_get(Button.class, spec -> spec.withText("Look at it"))).isSameAs(way);
    }

    @Test
    void shouldShowInTheOpenHistoryWhatBecameOfAVersion() {
        planned();
        click("Look at it");
        assertThat(text(_get(VersionsDialog.class))).contains("waits for its moment", "Withdraw");
        portal.versions.withdraw("shop", "pyramid", 2);
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            MockVaadin.clientRoundtrip(false);
            return text(_get(VersionsDialog.class)).contains("withdrawn");
        });
        assertThat(text(_get(VersionsDialog.class))).doesNotContain("waits for its moment");
    }

    @Test
    void shouldShowInTheOpenHistoryOfManagersWhatBecameOfAVersion() {
        planned();
        portal.rights.become(TestRights.user(3, new Grant(Role.MANAGER, Grant.EVERYWHERE)));
        SegmentsPage.open(portal, "pyramid");
        click("Versions");
        assertThat(text(_get(VersionsDialog.class)))
                .contains("waits for its moment")
                .doesNotContain("Withdraw");
        portal.rights.become(TestRights.user(7, new Grant(Role.CONSULTANT, Grant.EVERYWHERE)));
        portal.versions.withdraw("shop", "pyramid", 2);
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            MockVaadin.clientRoundtrip(false);
            return text(_get(VersionsDialog.class)).contains("withdrawn");
        });
    }

    private StudioPage planned() {
        portal.rights.become(TestRights.user(7, new Grant(Role.CONSULTANT, Grant.EVERYWHERE)));
        StudioPage studio = edited();
        click("Publish…");
        _setValue(why(), "more platinum");
        _setValue(_get(MomentField.class), APRIL);
        click("Publish");
        return studio;
    }

    private StudioPage edited() {
        StudioPage studio = StudioPage.open(portal, "pyramid");
        edit(10);
        return studio;
    }

    private static void edit(double share) {
        StudioPage.edit(_find(NumberField.class).getFirst(), share);
    }

    private static TextArea why() {
        return _get(TextArea.class, spec -> spec.withLabel("Why"));
    }

    private static void click(String button) {
        _click(_get(Button.class, spec -> spec.withText(button)));
        MockVaadin.clientRoundtrip(false);
    }

    private static void assertSaid(String text) {
        assertThat(_find(Notification.class))
                .last()
                .extracting(StudioVersionsTest::text)
                .isEqualTo(text);
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
