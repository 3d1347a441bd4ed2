package org.clientele.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.segment.MembershipChanges.Opened;
import org.clientele.segment.ShopPortal.Purchase;
import org.clientele.segment.persistence.StagedRunDao;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs of many changes: written in steps, seen at once. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class StagedRunTest {
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 10);
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 10);
    private static final SegmentName GOLD = new SegmentName("pyramid", "gold");
    private static final SegmentName IRON = new SegmentName("pyramid", "iron");

    private final ShopPortal portal;
    private final MembershipWriter writer;
    private final StagedRunDao staged;
    private int vertical;
    private int gold;
    private int iron;

    StagedRunTest(TestDatabase.Kind kind) {
        portal = ShopPortal.empty(kind);
        writer = portal.writer(3);
        staged = new StagedRunDao(portal.database.jdbi(), portal.database.dialect());
    }

    /** Customers 1–5 are gold since January. */
    @BeforeEach
    void storeGold() {
        portal.purchases(List.of(new Purchase("anna", FEBRUARY, 5000)));
        vertical = portal.vertical.id();
        Map<SegmentName, Integer> keys = portal.membershipDao.segmentKeys(vertical, List.of(GOLD, IRON));
        gold = Objects.requireNonNull(keys.get(GOLD));
        iron = Objects.requireNonNull(keys.get(IRON));
        MembershipChanges changes = new MembershipChanges();
        changes.opened().addAll(opened(gold));
        portal.membershipDao.apply(vertical, JANUARY, changes, row -> "many purchases");
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldMoveManyCustomersInSteps() {
        long run = start();
        assertThat(write(run, toIron(), () -> false)).isTrue();
        assertMoved();
        assertThat(staged.staged(vertical)).isEmpty();
    }

    @Test
    void shouldRemoveAndForgetInSteps() {
        MembershipChanges changes = new MembershipChanges();
        changes.removed()
                .addAll(portal.membershipDao.from(vertical, JANUARY).stream()
                        .filter(m -> m.customerId() <= 3)
                        .toList());
        changes.gone().add(4L);
        assertThat(write(start(), changes, () -> false)).isTrue();
        assertThat(portal.membershipDao.from(vertical, JANUARY))
                .containsExactly(new StoredMembership(5, gold, JANUARY, null));
    }

    @Test
    void shouldShowTheLastGoodMembershipsWhileARunIsUnfinished() {
        stage(start(), toIron());
        assertGold();
    }

    @Test
    void shouldTakeBackWhatADeadProcessLeft() {
        long run = start();
        stage(run, toIron());
        portal.runs.failed(run, portal.clock.instant(), RecomputeRun.Stage.STOPPED, "the portal stopped");
        writer.tidy(vertical);
        assertGold();
        assertThat(portal.membershipDao.from(vertical, JANUARY)).hasSize(5);
        assertThat(write(start(), toIron(), () -> false)).isTrue();
        assertMoved();
    }

    @Test
    void shouldShowTheNewMembershipsFromTheMomentTheRunIsDone() {
        long run = start();
        stage(run, toIron());
        staged.publish(run);
        assertMoved();
        writer.tidy(vertical);
        assertMoved();
        assertThat(staged.staged(vertical)).isEmpty();
        assertThat(portal.membershipDao.from(vertical, FEBRUARY)).hasSize(10);
    }

    @Test
    void shouldLeaveTheLastGoodMembershipsWhenAStepFails() {
        portal.database
                .jdbi()
                .useHandle(h -> h.execute("ALTER TABLE membership ADD CONSTRAINT no_five CHECK (customer_id <> 5 OR"
                        + " segment_key_id <> " + iron + ")"));
        MembershipChanges changes = toIron();
        long run = start();
        assertThatThrownBy(() -> write(run, changes, () -> false)).isInstanceOf(RuntimeException.class);
        assertGold();
        assertThat(portal.membershipDao.from(vertical, JANUARY)).hasSize(5);
        assertThat(staged.staged(vertical)).isEmpty();
    }

    @Test
    void shouldChangeNothingWhenCancelledBetweenSteps() {
        AtomicInteger asked = new AtomicInteger();
        assertThat(write(start(), toIron(), () -> asked.incrementAndGet() > 1)).isFalse();
        assertGold();
        assertThat(portal.membershipDao.from(vertical, JANUARY)).hasSize(5);
    }

    private void assertGold() {
        assertMembers(5, 0);
        for (long customer = 1; customer <= 5; customer++) {
            assertThat(portal.membershipDao.ofCustomer(vertical, customer))
                    .containsExactly(new MembershipStatement(GOLD, JANUARY, null, "many purchases"));
        }
    }

    private void assertMembers(int golden, int ferrous) {
        Map<SegmentName, EntryDays> entries = portal.membershipDao.entries(vertical, Set.of(GOLD, IRON));
        assertThat(entries.getOrDefault(GOLD, EntryDays.NONE).size()).isEqualTo(golden);
        assertThat(entries.getOrDefault(IRON, EntryDays.NONE).size()).isEqualTo(ferrous);
    }

    private void assertMoved() {
        assertMembers(0, 5);
        for (long customer = 1; customer <= 5; customer++) {
            assertThat(portal.membershipDao.ofCustomer(vertical, customer))
                    .containsExactly(
                            new MembershipStatement(IRON, FEBRUARY, null, "few purchases"),
                            new MembershipStatement(GOLD, JANUARY, FEBRUARY, "many purchases"));
        }
    }

    private long start() {
        return portal.runs.start(
                vertical, FEBRUARY, "a node of before", portal.clock.instant(), RecomputeCause.DATA, null);
    }

    private boolean write(long run, MembershipChanges changes, BooleanSupplier cancelled) {
        return writer.write(
                portal.snapshot(), run, changes, row -> "few purchases", MembershipWriter.Watch.of(cancelled));
    }

    private void stage(long run, MembershipChanges changes) {
        staged.mark(run, true);
        staged.open(vertical, run, FEBRUARY, changes.opened(), row -> "few purchases");
        staged.end(vertical, run, changes.ended());
    }

    private MembershipChanges toIron() {
        MembershipChanges changes = new MembershipChanges();
        changes.opened().addAll(opened(iron));
        changes.ended()
                .addAll(IntStream.rangeClosed(1, 5)
                        .mapToObj(customer -> new StoredMembership(customer, gold, JANUARY, FEBRUARY))
                        .toList());
        return changes;
    }

    private static List<Opened> opened(int key) {
        List<Opened> rows = new ArrayList<>();
        for (int customer = 1; customer <= 5; customer++) {
            rows.add(new Opened(customer, customer - 1, key));
        }
        return rows;
    }
}
