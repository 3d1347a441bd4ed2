package org.clientele.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.TestRights;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerLists;
import org.clientele.engine.column.Value;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A vital customer of the small power company; data ends on 20 February 2026, which is "today". */
class StrategiesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 2, 20);

    private ShopPortal portal;
    private Strategies strategies;
    private Customer vital;

    @BeforeEach
    void start() {
        portal = ShopPortal.power(TestDatabase.Kind.HSQLDB);
        strategies = new Strategies(
                new CustomerLists(portal.snapshots, portal.rights, portal.audit),
                portal.memberships,
                TestTreatments.entries(portal),
                TestTreatments.of(portal),
                portal.rights);
        Map<String, Long> ids = portal.purchases(
                List.of(new Purchase("vital", TODAY.minusDays(10), 100), new Purchase("vital", TODAY, 100)));
        vital = portal.customers.setAttribute(
                portal.vertical, ids.getOrDefault("vital", 0L), "demand", new Value.Text("vital"));
        vital = portal.customers.setAttribute(
                portal.vertical, vital.id(), "contract_end", new Value.Date(LocalDate.of(2026, 3, 25)));
        portal.snapshots.reload("shop");
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
    }

    @Test
    void shouldCountFromEntryDateAndLastActivity() {
        portal.recompute.store(portal.snapshot(), () -> false);

        assertThat(days(vital))
                .containsExactly(
                        entry("welcome", TODAY),
                        entry("review", TODAY.plusDays(7)),
                        entry("renew", LocalDate.of(2026, 2, 23)),
                        entry("thank", TODAY.plusDays(3)));
    }

    @Test
    void shouldLeaveOpenWhatIsNotKnown() {
        Customer unknown = portal.customer("2", "Mill", Map.of("demand", new Value.Text("vital")));
        portal.snapshots.reload("shop");

        assertThat(days(unknown))
                .as("no membership stored yet, no contract, no purchase")
                .containsExactly(
                        entry("welcome", null), entry("review", null), entry("renew", null), entry("thank", null));
    }

    @Test
    void shouldGiveTheStrategiesOfTheSegmentsACustomerIsIn() {
        Customer large = portal.customer("3", "Dyer", Map.of("demand", new Value.Text("large")));
        Customer none = portal.customer("4", "Kiosk", Map.of());
        portal.snapshots.reload("shop");

        assertThat(strategies.ofCustomer("shop", large))
                .extracting(strategy -> strategy.strategy().segment())
                .containsExactly("second");
        assertThat(strategies.ofCustomer("shop", none)).isEmpty();
    }

    @Test
    void shouldShowNothingToStrangers() {
        portal.rights.become(TestRights.with().user());

        assertThatThrownBy(() -> strategies.ofCustomer("shop", vital)).isInstanceOf(ForbiddenProblem.class);
    }

    private List<Map.Entry<String, @Nullable LocalDate>> days(Customer customer) {
        return strategies.ofCustomer("shop", customer).getFirst().plays().stream()
                .map(play -> entry(play.play().id(), play.day()))
                .toList();
    }

    private static Map.Entry<String, @Nullable LocalDate> entry(String play, @Nullable LocalDate day) {
        return new AbstractMap.SimpleEntry<>(play, day);
    }
}
