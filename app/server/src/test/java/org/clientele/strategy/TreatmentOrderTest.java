package org.clientele.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerLists;
import org.clientele.segment.SegmentName;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.clientele.strategy.TreatmentOrder.Rank;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class TreatmentOrderTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    private final ShopPortal portal;
    private final TreatmentOrder treatments;
    private final Map<String, Long> ids;

    TreatmentOrderTest(TestDatabase.Kind kind) {
        portal = ShopPortal.empty(kind);
        treatments = TestTreatments.of(portal);
        ids = portal.purchases(List.of(
                new Purchase("anna", DAY.minusDays(200), 10_000),
                new Purchase("anna", DAY, 12_000),
                new Purchase("ben", DAY.minusDays(10), 3_000)));
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldFollowTheVerticalUntilSomebodyOrders() {
        assertThat(treatments.order("shop"))
                .containsExactlyElementsOf(portal.vertical.definition().strategies().stream()
                        .map(TreatmentOrder::segment)
                        .toList());
    }

    @Test
    void shouldGiveEachCustomerOneTreatmentByTheOrder() {
        Strategies strategies = new Strategies(
                new CustomerLists(portal.snapshots, portal.rights, portal.audit),
                portal.memberships,
                TestTreatments.entries(portal),
                treatments,
                portal.rights);
        List<SegmentName> seen = treatments.order("shop");
        List<SegmentName> turned = new ArrayList<>(seen);
        Collections.reverse(turned);
        treatments.set("shop", seen, turned);
        assertThat(treatments.order("shop")).isEqualTo(turned);
        assertThat(portal.audit.actions()).containsExactly("strategy.order shop");

        for (Long id : ids.values()) {
            Customer customer = portal.customers.find(portal.vertical, id).orElseThrow();
            assertThat(strategies.ofCustomer("shop", customer))
                    .extracting(strategy -> turned.indexOf(TreatmentOrder.segment(strategy.strategy())))
                    .isSorted();
        }
        List<Rank> ranks = treatments.ranks("shop");
        assertThat(ranks.stream().mapToInt(Rank::treated).sum()).isLessThanOrEqualTo(2);
        assertThat(ranks).allSatisfy(rank -> assertThat(rank.treated()).isLessThanOrEqualTo(rank.members()));
    }

    @Test
    void shouldRefuseAnOrderMadeFromAnOlderOneOrNotOfTheSameSegments() {
        List<SegmentName> seen = treatments.order("shop");
        List<SegmentName> turned = new ArrayList<>(seen);
        Collections.reverse(turned);
        treatments.set("shop", seen, turned);
        assertThatThrownBy(() -> treatments.set("shop", seen, seen)).isInstanceOf(ConflictProblem.class);
        assertThatThrownBy(() -> treatments.set("shop", turned, turned.subList(1, turned.size())))
                .isInstanceOf(Problem.class);
    }

    @Test
    void shouldLeaveOrderingToConsultants() {
        List<SegmentName> seen = treatments.order("shop");
        portal.rights.become(TestRights.user(2, new Grant(Role.MANAGER, Grant.EVERYWHERE)));
        assertThatThrownBy(() -> treatments.set("shop", seen, seen)).isInstanceOf(ForbiddenProblem.class);
    }
}
