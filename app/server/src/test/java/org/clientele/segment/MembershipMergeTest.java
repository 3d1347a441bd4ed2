package org.clientele.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MembershipMergeTest {
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 31);
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 28);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 31);
    private static final int GOLD = 2;
    private static final int IRON = 3;

    @Test
    void shouldOpenForNewCustomers() {
        MembershipChanges changes = merge(List.of(), JANUARY, GOLD);
        assertThat(changes.opened()).containsExactly(new MembershipChanges.Opened(7, 0, GOLD));
        assertThat(changes.size()).isEqualTo(1);
    }

    @Test
    void shouldWriteNothingWithoutChange() {
        List<StoredMembership> stored = List.of(stored(GOLD, JANUARY, null));
        assertThat(merge(stored, JANUARY, GOLD).size()).isZero();
        assertThat(merge(stored, MARCH, GOLD).size()).isZero();
    }

    @Test
    void shouldEndTheOldSegmentAndOpenTheNew() {
        MembershipChanges changes = merge(List.of(stored(GOLD, JANUARY, null)), FEBRUARY, IRON);
        assertThat(changes.ended()).containsExactly(stored(GOLD, JANUARY, FEBRUARY));
        assertThat(changes.opened()).containsExactly(new MembershipChanges.Opened(7, 0, IRON));
        assertThat(changes.removed()).isEmpty();
    }

    @Test
    void shouldReplaceWhatWasStatedForTheSameDay() {
        MembershipChanges changes = merge(List.of(stored(GOLD, JANUARY, null)), JANUARY, IRON);
        assertThat(changes.removed()).containsExactly(stored(GOLD, JANUARY, null));
        assertThat(changes.ended()).isEmpty();
        assertThat(changes.opened()).hasSize(1);
    }

    @Test
    void shouldTakeBackLaterStatementsWhenTheDayGoesBack() {
        List<StoredMembership> stored = List.of(stored(GOLD, JANUARY, MARCH), stored(IRON, MARCH, null));
        MembershipChanges changes = merge(stored, FEBRUARY, GOLD);
        assertThat(changes.ended()).containsExactly(stored(GOLD, JANUARY, null));
        assertThat(changes.removed()).containsExactly(stored(IRON, MARCH, null));
        assertThat(changes.opened()).isEmpty();
    }

    @Test
    void shouldEndEarlierWhenTheDayGoesBackAndTheSegmentDidNotHold() {
        List<StoredMembership> stored = List.of(stored(GOLD, JANUARY, null));
        MembershipChanges changes = merge(stored, FEBRUARY);
        assertThat(changes.ended()).containsExactly(stored(GOLD, JANUARY, FEBRUARY));
        assertThat(changes.opened()).isEmpty();
    }

    @Test
    void shouldKeepSeveralLabelsOfOneCustomer() {
        List<StoredMembership> stored = List.of(stored(GOLD, JANUARY, null));
        MembershipChanges changes = merge(stored, FEBRUARY, IRON, GOLD);
        assertThat(changes.opened()).containsExactly(new MembershipChanges.Opened(7, 0, IRON));
        assertThat(changes.ended()).isEmpty();
    }

    @Test
    void shouldForgetCustomersWhoAreGone() {
        List<StoredMembership> stored = List.of(
                new StoredMembership(3, GOLD, JANUARY, null),
                stored(GOLD, JANUARY, null),
                new StoredMembership(9, GOLD, JANUARY, null));
        assertThat(merge(stored, FEBRUARY, GOLD).gone()).containsExactly(3L, 9L);
    }

    private static StoredMembership stored(int key, LocalDate from, @Nullable LocalDate to) {
        return new StoredMembership(7, key, from, to);
    }

    private static MembershipChanges merge(List<StoredMembership> stored, LocalDate asOf, int... wanted) {
        return MembershipMerge.of(stored, asOf, new int[] {0}, index -> 7, index -> wanted);
    }
}
