package org.clientele.stakeholder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.groups.Tuple;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Role;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.notification.Notice;
import org.clientele.notification.NoticeKind;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.StrategyDefinition.Relationship;
import org.clientele.stakeholder.PlanAction.State;
import org.clientele.stakeholder.Reminder.Kind;
import org.clientele.worklist.WorkLoad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class RemindersTest {
    private static final LocalDate TODAY = PartyPortal.TODAY;

    private final PartyPortal portal;
    private final Reminders here;
    private final Reminders there;
    private final Vertical shop;
    private final Stakeholder party;

    RemindersTest(TestDatabase.Kind kind) {
        portal = new PartyPortal(kind);
        here = portal.reminders();
        there = portal.reminders();
        shop = portal.shop.vertical;
        Stakeholder made = portal.party(Market.SUPPLIER, "North Mill");
        portal.register.change(
                shop, made, made.data().ownedBy(portal.manager).withReview(Relationship.REACTIVE, TODAY.plusDays(2)));
        party = portal.register.get(shop, made.id());
        portal.plans.save(shop, party.id(), PlanAction.open("Visit", portal.staff, TODAY.plusDays(1)));
        portal.plans.save(shop, party.id(), PlanAction.open("Send the forecast", null, TODAY));
        portal.register.save(
                shop, party.id(), new Agreement(NewRow.ID, "Frame", TODAY, TODAY.plusDays(70), TODAY.plusDays(10)));
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    private Reminder find(Kind kind) {
        return here.until(shop, TODAY.plusDays(10)).stream()
                .filter(reminder -> reminder.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldTellWhoseItIsOnTheDayAndNotWhatWasDueLongAgo() {
        List<Notice> told = new ArrayList<>();
        portal.shop.announcements.listenWithin(Notice.class, told::add);
        notices().run(() -> false);
        assertThat(told).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(NoticeKind.PARTY_DUE);
            assertThat(notice.place()).isEqualTo(Long.toString(party.id()));
            assertThat(notice.detail()).isEqualTo("North Mill · Send the forecast");
            assertThat(notice.audience().people()).containsExactly(portal.manager);
        });
        notices().run(() -> false);
        assertThat(told.getLast().event())
                .as("the same event is told once")
                .isEqualTo(told.getFirst().event());

        told.clear();
        portal.shop.clock.forward(Duration.ofDays(8));
        notices().run(() -> false);
        assertThat(told)
                .extracting(notice -> notice.audience().people())
                .as("the visit of the day after and the review; the forecast is too long ago")
                .hasSize(1);
    }

    private ReminderNotices notices() {
        return new ReminderNotices(
                here,
                portal.shop.verticals,
                portal.shop.announcements,
                Objects.requireNonNull(portal.shop.database.transactions().getTransactionManager()),
                portal.shop.clock);
    }

    @Test
    void shouldCountWhoHasHowMuchOfIt() {
        assertThat(here.load(shop, TODAY.plusDays(9)))
                .containsExactlyInAnyOrder(
                        new WorkLoad(portal.staff, 1, 1, 1, 0, TODAY.plusDays(1), 0, null),
                        new WorkLoad(portal.manager, 2, 2, 1, 0, TODAY, 0, null));
        here.end(shop, find(Kind.ACTION), State.DONE, "");
        here.end(shop, find(Kind.ACTION), State.DONE, "");
        assertThat(here.load(shop, TODAY))
                .containsExactlyInAnyOrder(
                        new WorkLoad(portal.staff, 0, 0, 0, 0, null, 1, null),
                        new WorkLoad(portal.manager, 0, 0, 0, 0, null, 1, null));
    }

    @Test
    void shouldFollowFromActionsReviewsAndAgreementsUpToTheDay() {
        assertThat(here.until(shop, TODAY.plusDays(10)))
                .extracting(Reminder::kind, Reminder::title, Reminder::dueOn, Reminder::owner)
                .containsExactlyInAnyOrder(
                        Tuple.tuple(Kind.ACTION, "Visit", TODAY.plusDays(1), "Wang Wei"),
                        Tuple.tuple(Kind.ACTION, "Send the forecast", TODAY, "Li Na"),
                        Tuple.tuple(Kind.REVIEW, "", TODAY.plusDays(2), "Li Na"),
                        Tuple.tuple(Kind.AGREEMENT, "Frame", TODAY.plusDays(10), "Li Na"));
        assertThat(here.until(shop, TODAY)).extracting(Reminder::title).containsExactly("Send the forecast");
        assertThat(here.until(shop, TODAY.plusDays(10)).stream()
                        .map(Reminder::id)
                        .distinct())
                .hasSize(4);
    }

    @Test
    void shouldBeTheSameOnEveryNodeAndEndedByOneAlone() {
        List<Reminder> seen = here.until(shop, TODAY.plusDays(10));
        assertThat(there.until(shop, TODAY.plusDays(10))).isEqualTo(seen);
        for (Reminder reminder : seen) {
            if (reminder.kind() != Kind.REVIEW) {
                here.end(shop, reminder, State.DONE, "");
                assertThatThrownBy(() -> there.end(shop, reminder, State.DONE, ""))
                        .isInstanceOf(ConflictProblem.class);
            }
        }
        assertThat(there.until(shop, TODAY.plusDays(10)))
                .extracting(Reminder::kind)
                .containsExactly(Kind.REVIEW);
    }

    @Test
    void shouldKeepWhatWasSaidAndTakeItBack() {
        Reminder agreement = find(Kind.AGREEMENT);
        Runnable back = here.end(shop, agreement, State.DONE, "renewed for a year");
        assertThat(portal.plans.events(shop, party.id())).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(PartyEvent.Kind.DONE);
            assertThat(event.subject()).isEqualTo("Frame");
            assertThat(event.note()).isEqualTo("renewed for a year");
        });
        back.run();
        assertThat(portal.plans.events(shop, party.id())).isEmpty();
        assertThat(find(Kind.AGREEMENT)).isEqualTo(agreement);
    }

    @Test
    void shouldPutEveryKindOffAndBack() {
        for (Kind kind : Kind.values()) {
            Reminder before = find(kind);
            Runnable back = here.postpone(shop, before, TODAY.plusDays(30), "busy");
            assertThat(here.until(shop, TODAY.plusDays(29))).noneMatch(reminder -> reminder.id() == before.id());
            assertThatThrownBy(() -> there.postpone(shop, before, TODAY.plusDays(40), ""))
                    .isInstanceOf(ConflictProblem.class);
            back.run();
            assertThat(find(kind).dueOn()).isEqualTo(before.dueOn());
        }
    }

    @Test
    void shouldHandAnActionOver() {
        Reminder visit = here.until(shop, TODAY.plusDays(1)).stream()
                .filter(reminder -> reminder.title().equals("Visit"))
                .findFirst()
                .orElseThrow();
        portal.become(portal.staff, Role.STAFF);
        Runnable back = here.handOver(shop, visit, portal.manager, "you know them");
        assertThat(here.until(shop, TODAY.plusDays(1)))
                .extracting(Reminder::owner)
                .containsOnly("Li Na");
        assertThatThrownBy(() -> there.seen(shop, visit.id(), visit.dueOn(), visit.ownerId()))
                .isInstanceOf(ConflictProblem.class);
        back.run();
        assertThat(there.seen(shop, visit.id(), visit.dueOn(), visit.ownerId())).isEqualTo(visit);
    }

    @Test
    void shouldReviewWithTheHealthOfTheDayAndSetTheNextDay() {
        portal.plans.review(shop, party, Relationship.PARTNERSHIP, "They deliver.", TODAY.plusMonths(6));
        Stakeholder now = portal.register.get(shop, party.id());
        assertThat(now.data().level()).isEqualTo(Relationship.PARTNERSHIP);
        assertThat(now.data().nextReview()).isEqualTo(TODAY.plusMonths(6));
        assertThat(portal.plans.events(shop, party.id())).singleElement().satisfies(event -> {
            assertThat(event.level()).isEqualTo(Relationship.PARTNERSHIP);
            assertThat(event.health()).as("plan 0, review 100, agreement 100").isEqualTo(67);
        });
        assertThatThrownBy(() -> portal.plans.review(shop, party, Relationship.BASIC, "again", null))
                .isInstanceOf(ConflictProblem.class);
        assertThatThrownBy(() -> portal.plans.review(shop, now, Relationship.BASIC, " ", null))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> portal.plans.review(shop, now, Relationship.BASIC, "x", TODAY))
                .isInstanceOf(Problem.class);
    }

    @Test
    void shouldLetStaffNoteButNotPlan() {
        portal.become(portal.staff, Role.STAFF);
        portal.plans.note(shop, party.id(), "Called; all is well.");
        assertThat(portal.plans.events(shop, party.id()))
                .extracting(PartyEvent::note)
                .containsExactly("Called; all is well.");
        assertThatThrownBy(() -> portal.plans.save(shop, party.id(), PlanAction.open("x", null, TODAY)))
                .isInstanceOf(ForbiddenProblem.class);
    }

    @Test
    void shouldRefuseAnOwnerFromElsewhere() {
        assertThatThrownBy(() -> portal.plans.save(shop, party.id(), PlanAction.open("x", 999L, TODAY)))
                .isInstanceOf(Problem.class);
    }
}
