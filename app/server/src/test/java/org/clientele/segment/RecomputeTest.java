package org.clientele.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.segment.ShopPortal.Purchase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class RecomputeTest {
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 10);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 10);

    private final ShopPortal portal;

    RecomputeTest(TestDatabase.Kind kind) {
        portal = ShopPortal.empty(kind);
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldStoreEveryMembershipWithItsReason() {
        long anna = id(portal.purchases(List.of(new Purchase("anna", JANUARY, 5000))), "anna");
        assertThat(store()).isEqualTo(3);
        assertThat(portal.memberships.history("shop", anna))
                .hasSize(3)
                .allMatch(m -> m.validFrom().equals(JANUARY) && m.validTo() == null)
                .extracting(m -> m.segment().segment())
                .contains("platinum", "new");
    }

    @Test
    void shouldWriteNothingWhenNothingChanged() {
        portal.purchases(List.of(new Purchase("anna", JANUARY, 5000), new Purchase("ben", JANUARY, 100)));
        store();
        assertThat(store()).isZero();
        assertThat(portal.recompute.history("shop", 10)).hasSize(1);
    }

    @Test
    void shouldKeepHistoryWhenACustomerMoves() {
        long anna = id(portal.purchases(List.of(new Purchase("anna", JANUARY, 5000))), "anna");
        store();
        portal.purchases(List.of(new Purchase("ben", MARCH.plusMonths(6), 9000)));
        reload();
        store();
        assertThat(portal.memberships.history("shop", anna))
                .filteredOn(m -> m.segment().model().equals("life_cycle"))
                .extracting(
                        m -> m.segment().segment(), Memberships.Membership::validFrom, Memberships.Membership::validTo)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("lapsed", MARCH.plusMonths(6), null),
                        org.assertj.core.groups.Tuple.tuple("new", JANUARY, MARCH.plusMonths(6)));
    }

    @Test
    void shouldTellConditionsWhatCustomersWereBeforeAndSinceWhen() {
        long anna = id(portal.purchases(List.of(new Purchase("anna", JANUARY, 5000))), "anna");
        store();
        long ben = id(portal.purchases(List.of(new Purchase("ben", MARCH.plusMonths(6), 9000))), "ben");
        reload();
        String lapsed = "changed(segment_life_cycle, \"new\", \"lapsed\", 30) && days_in(segment_life_cycle) == 0";

        assertThat(holds(lapsed, anna)).isTrue();
        store();
        reload();
        assertThat(holds(lapsed, anna)).isTrue();
        assertThat(holds("changed(segment_life_cycle, 30)", ben)).isFalse();
        assertThat(holds("count(purchase, 1) == 1 && sum(purchase.amount) == 90", ben))
                .isTrue();
    }

    private boolean holds(String condition, long customer) {
        PortalSnapshot snapshot = portal.snapshot();
        return snapshot.conditions().once(condition).holds(snapshot.customers().indexOf(customer));
    }

    @Test
    void shouldTakeBackWhatALaterDaySaidWhenDataIsTakenBack() {
        long anna = id(portal.purchases(List.of(new Purchase("anna", JANUARY, 5000))), "anna");
        store();
        long ben = id(portal.purchases(List.of(new Purchase("ben", MARCH.plusMonths(6), 9000))), "ben");
        reload();
        store();
        deleteCustomer(ben);
        reload();
        store();
        assertThat(portal.memberships.history("shop", ben)).isEmpty();
        assertThat(portal.memberships.history("shop", anna))
                .hasSize(3)
                .allMatch(m -> m.validFrom().equals(JANUARY) && m.validTo() == null);
    }

    @Test
    void shouldLeaveTheLastGoodMembershipsWhenARunFails() {
        long anna = id(portal.purchases(List.of(new Purchase("anna", JANUARY, 5000))), "anna");
        store();
        long ben = id(portal.purchases(List.of(new Purchase("ben", MARCH, 9000))), "ben");
        reload();
        portal.database
                .jdbi()
                .useHandle(h ->
                        h.execute("ALTER TABLE membership ADD CONSTRAINT no_ben CHECK (customer_id <> " + ben + ")"));
        assertThatThrownBy(this::store).isInstanceOf(RuntimeException.class);
        assertThat(portal.memberships.history("shop", anna)).hasSize(3).allMatch(m -> m.validTo() == null);
        assertThat(portal.recompute.history("shop", 10).getFirst().state()).isEqualTo(RecomputeRun.State.FAILED);
    }

    @Test
    void shouldWriteNothingWhenCancelled() {
        portal.purchases(List.of(new Purchase("anna", JANUARY, 5000)));
        portal.recompute.store(portal.snapshot(), () -> true);
        assertThat(portal.recompute.history("shop", 10)).isEmpty();
    }

    private int store() {
        return portal.recompute.store(portal.snapshot(), () -> false);
    }

    private void reload() {
        portal.snapshots.reload("shop");
    }

    private void deleteCustomer(long id) {
        String table = Objects.requireNonNull(
                        portal.vertical.tables().activities().get("purchase"))
                .name();
        portal.database.jdbi().useHandle(h -> {
            h.execute("DELETE FROM " + table + " WHERE customer_id = ?", id);
            h.execute("DELETE FROM customer WHERE id = ?", id);
        });
    }

    private static long id(Map<String, Long> ids, String customer) {
        return Objects.requireNonNull(ids.get(customer));
    }
}
