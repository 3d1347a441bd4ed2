package org.clientele.segment.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.engine.column.HistoryColumns;
import org.clientele.segment.EntryDays;
import org.clientele.segment.MembershipChanges;
import org.clientele.segment.MembershipStatement;
import org.clientele.segment.SegmentName;
import org.clientele.segment.StoredMembership;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class MembershipDaoTest {
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 31);
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 28);
    private static final SegmentName GOLD = new SegmentName("pyramid", "gold");
    private static final SegmentName IRON = new SegmentName("pyramid", "iron");

    private final TestDatabase database;
    private final MembershipDao memberships;
    private int vertical;

    MembershipDaoTest(TestDatabase.Kind kind) {
        database = TestDatabase.create(kind);
        memberships = new MembershipDao(database.jdbi(), database.dialect());
    }

    @BeforeEach
    void makeVertical() {
        vertical = SegmentTables.vertical(database, "retail");
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void shouldGiveEachSegmentOneNumber() {
        Map<SegmentName, Integer> first = memberships.segmentKeys(vertical, List.of(GOLD));
        Map<SegmentName, Integer> second = memberships.segmentKeys(vertical, List.of(GOLD, IRON));
        assertThat(second)
                .containsEntry(GOLD, Objects.requireNonNull(first.get(GOLD)))
                .containsKey(IRON)
                .hasSize(2);
    }

    @Test
    void shouldReadBackWhatWasOpenedInTheOrderOfCustomers() {
        int gold = number(GOLD);
        open(JANUARY, "reason\twith \\ and \n", opened(9, gold), opened(4, gold));
        assertThat(memberships.from(vertical, FEBRUARY))
                .containsExactly(
                        new StoredMembership(4, gold, JANUARY, null), new StoredMembership(9, gold, JANUARY, null));
        assertThat(memberships.ofCustomer(vertical, 4))
                .containsExactly(new MembershipStatement(GOLD, JANUARY, null, "reason\twith \\ and \n"));
    }

    @Test
    void shouldReadBackManyThatWereOpenedAtOnce() {
        int gold = number(GOLD);
        MembershipChanges.Opened[] many = IntStream.rangeClosed(1, 120)
                .mapToObj(customer -> opened(customer, gold))
                .toArray(MembershipChanges.Opened[]::new);
        open(JANUARY, "reason\twith \\ and \n", many);
        assertThat(memberships.from(vertical, FEBRUARY))
                .hasSize(120)
                .contains(new StoredMembership(120, gold, JANUARY, null));
        assertThat(memberships.ofCustomer(vertical, 120))
                .containsExactly(new MembershipStatement(GOLD, JANUARY, null, "reason\twith \\ and \n"));
    }

    @Test
    void shouldGiveEachOfManyItsReason() {
        int gold = number(GOLD);
        MembershipChanges changes = changes();
        IntStream.rangeClosed(1, 300).forEach(customer -> changes.opened().add(opened(customer, gold)));
        memberships.apply(vertical, JANUARY, changes, row -> longReason(row.customerId()));
        for (long customer : List.of(1L, 150L, 300L)) {
            assertThat(memberships.ofCustomer(vertical, customer))
                    .containsExactly(new MembershipStatement(GOLD, JANUARY, null, longReason(customer)));
        }
    }

    private static String longReason(long customer) {
        return (customer + " 金牌 ").repeat(80);
    }

    @Test
    void shouldStoreNoneOfManyWhenAReasonFails() {
        int gold = number(GOLD);
        MembershipChanges changes = changes();
        IntStream.rangeClosed(1, 300).forEach(customer -> changes.opened().add(opened(customer, gold)));
        assertThatThrownBy(() -> database.jdbi().useTransaction(handle -> {
                    memberships.apply(vertical, JANUARY, changes, row -> {
                        if (row.customerId() == 250) {
                            throw new IllegalStateException("no reason");
                        }
                        return longReason(row.customerId());
                    });
                }))
                .hasMessage("no reason");
        assertThat(memberships.from(vertical, FEBRUARY)).isEmpty();
    }

    @Test
    void shouldKeepTheHistoryOfACustomer() {
        int gold = number(GOLD);
        int iron = number(IRON);
        open(JANUARY, "many", opened(4, gold));
        MembershipChanges changes = changes();
        changes.ended().add(new StoredMembership(4, gold, JANUARY, FEBRUARY));
        changes.opened().add(opened(4, iron));
        memberships.apply(vertical, FEBRUARY, changes, row -> "few");
        assertThat(memberships.ofCustomer(vertical, 4))
                .containsExactly(
                        new MembershipStatement(IRON, FEBRUARY, null, "few"),
                        new MembershipStatement(GOLD, JANUARY, FEBRUARY, "many"));
        assertThat(memberships.from(vertical, FEBRUARY.plusDays(1))).hasSize(1);
    }

    @Test
    void shouldTellSinceWhenMembersAreInASegment() {
        int gold = number(GOLD);
        int iron = number(IRON);
        open(JANUARY, "many", opened(9, gold), opened(4, gold), opened(7, iron));
        MembershipChanges changes = changes();
        changes.ended().add(new StoredMembership(4, gold, JANUARY, FEBRUARY));
        changes.opened().add(opened(4, iron));
        memberships.apply(vertical, FEBRUARY, changes, row -> "few");

        Map<SegmentName, EntryDays> entries =
                memberships.entries(vertical, Set.of(GOLD, IRON, new SegmentName("pyramid", "unheard")));
        assertThat(entries).containsOnlyKeys(GOLD, IRON);
        EntryDays golden = Objects.requireNonNull(entries.get(GOLD));
        EntryDays ferrous = Objects.requireNonNull(entries.get(IRON));
        assertThat(golden.size()).isEqualTo(1);
        assertThat(golden.of(9)).isEqualTo(JANUARY);
        assertThat(golden.of(4)).isNull();
        assertThat(ferrous.of(4)).isEqualTo(FEBRUARY);
        assertThat(ferrous.of(7)).isEqualTo(JANUARY);
        assertThat(memberships.entries(vertical, Set.of())).isEmpty();
    }

    @Test
    void shouldTellTheHistoryOfAModelInTheOrderOfCustomersAndDays() {
        int gold = number(GOLD);
        int iron = number(IRON);
        open(JANUARY, "many", opened(9, iron), opened(4, gold));
        MembershipChanges changes = changes();
        changes.ended().add(new StoredMembership(4, gold, JANUARY, FEBRUARY));
        changes.opened().add(opened(4, iron));
        memberships.apply(vertical, FEBRUARY, changes, row -> "few");
        HistoryColumns history = memberships.history(vertical, "pyramid", List.of("gold", "iron"));
        assertThat(history.start(0)).isZero();
        assertThat(history.end(0)).isEqualTo(2);
        assertThat(history.end(1)).isEqualTo(3);
        assertThat(List.of(history.code(0), history.code(1), history.code(2))).containsExactly(0, 1, 1);
        assertThat(history.from(1)).isEqualTo((int) FEBRUARY.toEpochDay());
        assertThat(history.to(0)).isEqualTo((int) FEBRUARY.toEpochDay());
        assertThat(history.to(1)).isEqualTo(HistoryColumns.OPEN);
        assertThat(memberships.history(vertical, "pyramid", List.of("iron")).end(0))
                .isEqualTo(1);
    }

    @Test
    void shouldTakeUpRemoveAndForget() {
        int gold = number(GOLD);
        open(JANUARY, "x", opened(4, gold), opened(5, gold), opened(6, gold));
        MembershipChanges changes = changes();
        changes.ended().add(new StoredMembership(4, gold, JANUARY, FEBRUARY));
        changes.removed().add(new StoredMembership(5, gold, JANUARY, null));
        changes.gone().add(6L);
        memberships.apply(vertical, FEBRUARY, changes, row -> "");
        MembershipChanges back = changes();
        back.ended().add(new StoredMembership(4, gold, JANUARY, null));
        memberships.apply(vertical, FEBRUARY, back, row -> "");
        assertThat(memberships.from(vertical, JANUARY)).containsExactly(new StoredMembership(4, gold, JANUARY, null));
    }

    @Test
    void shouldReadSomeCustomersAloneInTheirOrder() {
        int gold = number(GOLD);
        open(JANUARY, "x", opened(4, gold), opened(5, gold), opened(6, gold));
        assertThat(memberships.from(vertical, FEBRUARY, 6, 7, 4))
                .containsExactly(
                        new StoredMembership(4, gold, JANUARY, null), new StoredMembership(6, gold, JANUARY, null));
    }

    @Test
    void shouldEndManyMembershipsOnTheirDaysAndTakeOthersAway() {
        int gold = number(GOLD);
        MembershipChanges opened = changes();
        IntStream.rangeClosed(1, 90).forEach(customer -> opened.opened().add(opened(customer, gold)));
        memberships.apply(vertical, JANUARY, opened, row -> "many");
        MembershipChanges changes = changes();
        for (long customer = 1; customer <= 60; customer++) {
            StoredMembership stored =
                    new StoredMembership(customer, gold, JANUARY, customer % 2 == 0 ? FEBRUARY : FEBRUARY.minusDays(1));
            (customer <= 40 ? changes.ended() : changes.removed()).add(stored);
        }
        memberships.apply(vertical, FEBRUARY, changes, row -> "none");

        assertThat(memberships.from(vertical, JANUARY))
                .hasSize(70)
                .contains(
                        new StoredMembership(39, gold, JANUARY, FEBRUARY.minusDays(1)),
                        new StoredMembership(40, gold, JANUARY, FEBRUARY),
                        new StoredMembership(61, gold, JANUARY, null));
    }

    @Test
    void shouldEndSeveralMembershipsAndLetOneHoldAgain() {
        int gold = number(GOLD);
        open(JANUARY, "x", opened(4, gold), opened(5, gold));
        ends(new StoredMembership(4, gold, JANUARY, FEBRUARY), new StoredMembership(5, gold, JANUARY, FEBRUARY));
        assertThat(memberships.from(vertical, FEBRUARY.plusDays(1))).isEmpty();
        ends(new StoredMembership(4, gold, JANUARY, null), new StoredMembership(5, gold, JANUARY, FEBRUARY));
        assertThat(memberships.from(vertical, FEBRUARY.plusDays(1)))
                .containsExactly(new StoredMembership(4, gold, JANUARY, null));
    }

    private void ends(StoredMembership... rows) {
        MembershipChanges changes = changes();
        changes.ended().addAll(List.of(rows));
        memberships.apply(vertical, FEBRUARY, changes, row -> "");
    }

    @Test
    void shouldKeepVerticalsApart() {
        int other = SegmentTables.vertical(database, "telecom");
        int gold = number(GOLD);
        open(JANUARY, "x", opened(4, gold));
        assertThat(memberships.from(other, JANUARY)).isEmpty();
        assertThat(memberships.ofCustomer(other, 4)).isEmpty();
        assertThat(memberships.segmentKeys(other, List.of())).isEmpty();
    }

    private int number(SegmentName segment) {
        return Objects.requireNonNull(
                memberships.segmentKeys(vertical, List.of(segment)).get(segment));
    }

    private void open(LocalDate day, String reason, MembershipChanges.Opened... rows) {
        MembershipChanges changes = changes();
        changes.opened().addAll(List.of(rows));
        memberships.apply(vertical, day, changes, row -> reason);
    }

    private static MembershipChanges.Opened opened(long customer, int key) {
        return new MembershipChanges.Opened(customer, 0, key);
    }

    private static MembershipChanges changes() {
        return new MembershipChanges(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
}
