package org.clientele.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.clientele.access.Colleagues;
import org.clientele.access.persistence.UserDao;
import org.clientele.care.ui.CareWork;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Jobs;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.Translations;
import org.clientele.customer.Customer;
import org.clientele.engine.column.Value;
import org.clientele.segment.SegmentName;
import org.clientele.segment.ShopPortal;
import org.clientele.strategy.DatedPlays;
import org.clientele.strategy.TaskPortal;
import org.clientele.strategy.persistence.TaskDao;
import org.clientele.worklist.NextAction;
import org.clientele.worklist.NextActionKind;
import org.clientele.worklist.WorkAct;
import org.clientele.worklist.WorkItem;
import org.clientele.worklist.WorkNotes;
import org.clientele.worklist.WorkOutcome;
import org.clientele.worklist.WorkQuery;
import org.clientele.worklist.Worklist;
import org.clientele.worklist.persistence.WorkNoteDao;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CareDatesTest {
    private TaskPortal portal;
    private ShopPortal shop;
    private Worklist worklist;
    private CareWork care;
    private Customer mill;
    private LocalDate today;
    private Set<Long> leftOut = Set.of();

    @BeforeEach
    void start() {
        portal = TaskPortal.open(TestDatabase.Kind.HSQLDB);
        shop = portal.shop;
        today = LocalDate.now(shop.clock);
        mill = portal.vital("mill");
        WorkNoteDao notes = new WorkNoteDao(shop.database.jdbi());
        Colleagues colleagues = new Colleagues(new UserDao(shop.database.jdbi()), shop.rights);
        care = new CareWork(
                new CareDates(
                        shop.snapshots,
                        new WorkNotes(notes),
                        vertical -> leftOut,
                        new DatedPlays(new TaskDao(shop.database.jdbi(), shop.database.dialect()), portal.published),
                        shop.rights,
                        shop.clock),
                colleagues,
                shop.rights,
                shop.announcements,
                new Translations());
        worklist = new Worklist(
                List.of(care),
                notes,
                colleagues,
                shop.rights,
                new Jobs(shop.clock),
                Objects.requireNonNull(shop.database.transactions().getTransactionManager()),
                shop.clock);
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
    }

    @Test
    void shouldListADayThatComesUntilItIsSeenTo() {
        contractEnds(today.plusDays(5));
        WorkItem end = items().getFirst();
        assertThat(end.customer()).isEqualTo("mill");
        assertThat(end.dueOn()).isEqualTo(today.plusDays(5));

        Runnable back = worklist.act(shop.vertical, end, new WorkAct.Done(WorkOutcome.ACHIEVED, "renewed"));
        assertThat(items()).isEmpty();
        assertThatThrownBy(() -> worklist.act(shop.vertical, end, new WorkAct.Done(WorkOutcome.ACHIEVED, "")))
                .isInstanceOf(ConflictProblem.class);
        back.run();
        assertThat(items()).containsExactly(end);
    }

    @Test
    void shouldLeaveOutWhoeverRefusesIt() {
        contractEnds(today.plusDays(5));
        leftOut = Set.of(mill.id());
        assertThat(items()).isEmpty();
    }

    @Test
    void shouldLeaveADayToTheTaskThatAPlayMadeForIt() {
        contractEnds(today.plusDays(30));
        portal.recompute();
        portal.startFirst();
        shop.clock.forward(Duration.ofDays(20));
        assertThat(items()).as("the play asks for it").isEmpty();
        portal.runs.stop("shop", new SegmentName("importance", "first"));
        portal.making.run("shop");
        assertThat(items()).as("nobody else asks any more").hasSize(1);
    }

    @Test
    void shouldPutOffAndTake() {
        contractEnds(today.plusDays(5));
        worklist.act(shop.vertical, items().getFirst(), new WorkAct.Postpone(today.plusDays(9), ""));
        worklist.act(shop.vertical, items().getFirst(), new WorkAct.Claim());
        assertThat(items()).singleElement().satisfies(item -> {
            assertThat(item.dueOn()).isEqualTo(today.plusDays(9));
            assertThat(item.ownerId()).isEqualTo(shop.rights.user().id());
        });
    }

    @Test
    void shouldLeaveOutWhatIsFarAwayOrLongOver() {
        contractEnds(today.plusDays(15));
        assertThat(items()).isEmpty();
        contractEnds(today.minusDays(15));
        assertThat(items()).isEmpty();
        contractEnds(today.minusDays(14));
        assertThat(items()).hasSize(1);
    }

    @Test
    void shouldComeBackEveryYearOnItsDay() {
        CareField birthday = new CareField("birth_date", true);
        LocalDate leap = LocalDate.of(2000, 2, 29);
        assertThat(birthday.next(leap, LocalDate.of(2026, 2, 1))).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(birthday.next(leap, LocalDate.of(2028, 2, 1))).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(birthday.next(LocalDate.of(1990, 1, 3), LocalDate.of(2026, 12, 20)))
                .isEqualTo(LocalDate.of(2027, 1, 3));
        assertThat(new CareField("contract_end", false).next(leap, LocalDate.of(2026, 2, 1)))
                .isEqualTo(leap);
    }

    @Test
    void shouldShowTheEndOfAContractNinetyDaysAheadOnTheCustomersPage() {
        contractEnds(today.plusDays(91));
        assertThat(care.next(shop.vertical, mill.id(), Locale.ENGLISH)).isEmpty();
        contractEnds(today.plusDays(90));
        NextAction end = care.next(shop.vertical, mill.id(), Locale.ENGLISH).getFirst();
        assertThat(end.kind()).isEqualTo(NextActionKind.CONTRACT);
        assertThat(items()).as("not on the worklist yet").isEmpty();

        worklist.act(shop.vertical, end.item(), new WorkAct.Postpone(today.plusDays(95), ""));
        assertThat(care.next(shop.vertical, mill.id(), Locale.ENGLISH))
                .extracting(action -> action.item().dueOn())
                .containsExactly(today.plusDays(95));
        leftOut = Set.of(mill.id());
        assertThat(care.next(shop.vertical, mill.id(), Locale.ENGLISH)).isEmpty();
    }

    private void contractEnds(LocalDate day) {
        shop.customers.setAttribute(shop.vertical, mill.id(), "contract_end", new Value.Date(day));
        shop.snapshots.reload("shop");
    }

    private List<WorkItem> items() {
        return worklist.page(
                shop.vertical,
                new WorkQuery(
                        WorkQuery.Whose.EVERYBODY,
                        null,
                        LocalDate.now(shop.clock).plusDays(14),
                        null),
                Set.of(),
                null,
                10,
                Locale.ENGLISH);
    }
}
