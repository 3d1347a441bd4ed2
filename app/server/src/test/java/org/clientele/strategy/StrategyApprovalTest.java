package org.clientele.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.clientele.strategy.StrategyEdits.goal;
import static org.clientele.strategy.TaskPortal.FIRST;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.Announcements;
import org.clientele.common.ConflictProblem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.Translations;
import org.clientele.notification.Notice;
import org.clientele.notification.NoticeKind;
import org.clientele.notification.Notification;
import org.clientele.notification.ui.NotificationWords;
import org.clientele.segment.SegmentName;
import org.clientele.strategy.persistence.StrategyVersionDao;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody else approves what a consultant wrote of a strategy. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class StrategyApprovalTest {
    private final TaskPortal portal;

    StrategyApprovalTest(TestDatabase.Kind kind) {
        portal = TaskPortal.open(kind);
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldApplyOnlyWhenSomebodyElseApproved() {
        requireReview();
        become(1, Role.CONSULTANT);
        portal.publish(goal(start(FIRST), "Asked for"));
        assertThat(portal.published.applied(portal.shop.vertical).set()).isEmpty();
        assertThat(portal.versions.waiting("shop"))
                .extracting(StrategyVersion::segment, StrategyVersion::number)
                .containsExactly(tuple(FIRST, 2));
        assertThatThrownBy(() -> portal.versions.approve("shop", FIRST, 2)).hasMessageContaining("own-approval");

        become(2, Role.MANAGER);
        assertThatThrownBy(() -> portal.versions.approve("shop", FIRST, 2)).isInstanceOf(ForbiddenProblem.class);
        become(2, Role.CONSULTANT);
        List<Notice> told = new ArrayList<>();
        Announcements.Subscription hearing = portal.shop.announcements.listenWithin(Notice.class, told::add);
        portal.versions.approve("shop", FIRST, 2);
        hearing.close();
        assertThat(told)
                .extracting(Notice::kind, Notice::place, Notice::detail)
                .containsExactly(tuple(NoticeKind.STRATEGY_APPROVAL_DECIDED, "importance/first", "approved"));
        assertThat(applied(FIRST).goal().in(Locale.ENGLISH)).isEqualTo("Asked for");
        assertThat(history(FIRST).getFirst().decision())
                .isEqualTo(new StrategyVersion.Decision("user2", portal.shop.clock.instant(), ""));
        assertThatThrownBy(() -> portal.versions.refuse("shop", FIRST, 2, "late"))
                .isInstanceOf(ConflictProblem.class)
                .hasMessageContaining("decided");
        assertThat(portal.shop.audit.actions())
                .contains("strategy.propose shop importance.first", "strategy.approve shop importance.first");
    }

    @Test
    void shouldNeverApplyWhatIsRefusedOrWithdrawn() {
        requireReview();
        become(1, Role.CONSULTANT);
        portal.publish(goal(start(FIRST), "Too early"));
        become(2, Role.CONSULTANT);
        assertThatThrownBy(() -> portal.versions.refuse("shop", FIRST, 2, " ")).hasMessageContaining("note");
        portal.versions.refuse("shop", FIRST, 2, "Not before spring");
        become(1, Role.CONSULTANT);
        portal.versions.publish("shop", goal(start(FIRST), "Still too early"), "why", null, 2, 0);
        portal.versions.withdraw("shop", FIRST, 3);

        assertThat(history(FIRST))
                .extracting(StrategyVersion::status)
                .containsExactly(
                        StrategyVersion.Status.WITHDRAWN,
                        StrategyVersion.Status.REFUSED,
                        StrategyVersion.Status.PUBLISHED);
        assertThat(portal.versions.waiting("shop", FIRST)).isEmpty();
        assertThat(portal.published.applied(portal.shop.vertical).set()).isEmpty();
    }

    @Test
    void shouldNotApproveWhatANewerVersionOvertook() {
        requireReview();
        become(1, Role.CONSULTANT);
        portal.publish(goal(start(FIRST), "Older"));
        portal.versions.publish("shop", goal(start(FIRST), "Newer"), "why", null, 2, 0);
        become(2, Role.CONSULTANT);
        portal.versions.approve("shop", FIRST, 3);
        assertThatThrownBy(() -> portal.versions.approve("shop", FIRST, 2))
                .isInstanceOf(ConflictProblem.class)
                .hasMessageContaining("version-newer");
        assertThat(applied(FIRST).goal().in(Locale.ENGLISH)).isEqualTo("Newer");
    }

    @Test
    void shouldNameAConditionInTheLanguageOfTheReader() {
        requireReview();
        become(1, Role.CONSULTANT);
        SegmentName named = portal.versions.begin("shop", Locale.ENGLISH, "Vital ones");
        LocalText name = LocalText.NONE.with(Locale.ENGLISH, "Vital ones").with(Locale.SIMPLIFIED_CHINESE, "重要客户");
        StrategyChange change = new StrategyChange(
                named, name, "demand == \"vital\"", name, null, null, LocalText.NONE, List.of(), null, null);
        portal.versions.publish("shop", change, "why", null, 0, 1);

        NotificationWords words = new NotificationWords(
                portal.shop.verticals,
                new Translations(),
                List.of(new StrategyNoticeNames(
                        new StrategyVersionDao(portal.shop.database.jdbi()), portal.shop.verticals)));
        Notification told = new Notification(
                1,
                NoticeKind.STRATEGY_APPROVAL_WANTED,
                "shop",
                null,
                "",
                "~/" + named.segment(),
                "Vital ones",
                "why",
                portal.shop.clock.instant(),
                true);
        assertThat(words.notification(told, "", Locale.SIMPLIFIED_CHINESE).subject())
                .contains("重要客户")
                .doesNotContain("Vital");
        assertThat(words.notification(told, "", Locale.ENGLISH).subject()).contains("Vital ones");
    }

    private void requireReview() {
        become(9, Role.ADMINISTRATOR);
        portal.shop.versions.requireReview("shop", true);
    }

    private void become(int user, Role role) {
        portal.shop.rights.become(TestRights.user(user, new Grant(role, Grant.EVERYWHERE)));
    }

    private StrategyChange start(SegmentName segment) {
        return portal.versions.start("shop", segment);
    }

    private List<StrategyVersion> history(SegmentName segment) {
        return portal.versions.history("shop", segment);
    }

    private StrategyChange applied(SegmentName segment) {
        return Objects.requireNonNull(
                portal.published.applied(portal.shop.vertical).set().get(segment));
    }
}
