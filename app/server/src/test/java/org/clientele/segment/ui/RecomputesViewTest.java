package org.clientele.segment.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.TestJobs;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.TestUi;
import org.clientele.frontend.Banner;
import org.clientele.plugin.ui.TestNavigation;
import org.clientele.segment.RecomputeProperties;
import org.clientele.segment.Recomputes;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecomputesViewTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    private ShopPortal portal;
    private Recomputes recomputes;
    private final TestJobs.Held held = new TestJobs.Held();

    @BeforeEach
    void start() {
        portal = ShopPortal.empty(TestDatabase.Kind.HSQLDB);
        recomputes = portal.recomputes(held.jobs(portal.clock));
        portal.purchases(List.of(new Purchase("anna", DAY, 10_000)));
        TestUi.start(Locale.ENGLISH);
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    @Test
    void shouldSayWhatToExpectBeforeTheFirstRun() {
        assertThat(text(open())).contains("Nothing was computed yet");
    }

    @Test
    void shouldSayWhenTheNewDayIsTakenWhereTheVerticalCountsFromToday() throws Exception {
        assertThat(text(open())).doesNotContain("Each night");
        portal.close();

        portal = ShopPortal.countingFromToday(TestDatabase.Kind.HSQLDB);
        recomputes = portal.recomputes(held.jobs(portal.clock));
        assertThat(text(open())).contains("Each night at 12:10");
    }

    @Test
    void shouldShowWhoAskedForARunAndItsResult() {
        RecomputesView view = open();
        _click(_get(Button.class, spec -> spec.withText("Recompute now")));

        assertThat(text(view)).contains("Cancel");
        finish();

        assertThat(text(view))
                .contains("done", "User 1 asked for it · as of", "1 customers · 3 memberships begun, 0 ended");
        _assertNone(Banner.class);
    }

    @Test
    void shouldSayThatTheLastGoodMembershipsStandAfterAFailure() {
        RecomputesView view = open();
        _click(_get(Button.class, spec -> spec.withText("Recompute now")));
        finish();
        assertThat(text(view)).contains("memberships begun");
        long ben = Objects.requireNonNull(
                portal.purchases(List.of(new Purchase("ben", DAY, 9000))).get("ben"));
        portal.database
                .jdbi()
                .useHandle(h ->
                        h.execute("ALTER TABLE membership ADD CONSTRAINT no_ben CHECK (customer_id <> " + ben + ")"));
        _click(_get(Button.class, spec -> spec.withText("Recompute now")));

        finish();
        assertThat(text(view)).contains("failed", "Memberships could not be stored");
        assertThat(text(_get(Banner.class))).contains("The last recompute failed.", "still hold");
        assertThat(text(view)).doesNotContain("Exception");
    }

    @Test
    void shouldOfferRecomputingOnlyToThoseWhoMay() {
        portal.rights.become(TestRights.user(2, new Grant(Role.MANAGER, Grant.EVERYWHERE)));
        open();
        assertThat(_find(Button.class, spec -> spec.withText("Recompute now"))).isEmpty();
    }

    @Test
    void shouldSpeakChinese() {
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
        RecomputesView view = open();
        _click(_get(Button.class, spec -> spec.withText("立即重算")));
        finish();
        assertThat(text(view)).contains("由 User 1 要求 · 截至", "新增归属 3 条");
    }

    /** Does what was asked for, and lets the page hear of it. */
    private void finish() {
        held.run();
        MockVaadin.clientRoundtrip(true);
    }

    private RecomputesView open() {
        RecomputesView view = new RecomputesView(
                portal.verticals,
                portal.rights,
                portal.announcements,
                recomputes,
                portal.clock,
                new RecomputeProperties(LocalTime.of(0, 10)));
        TestNavigation.open(view, "shop", "v/shop/segments/recomputes");
        return view;
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
