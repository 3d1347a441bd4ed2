package org.clientele.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerLists;
import org.clientele.engine.column.Value;
import org.clientele.plugins.api.GuideDefinition;
import org.clientele.segment.ShopPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuidesTest {
    private ShopPortal portal;
    private Guides guides;

    @BeforeEach
    void start() {
        portal = ShopPortal.power(TestDatabase.Kind.HSQLDB);
        CustomerLists lists = new CustomerLists(portal.snapshots, portal.rights, portal.audit);
        guides = new Guides(portal.verticals, lists, portal.customers, portal.rights);
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
    }

    @Test
    void shouldGroupWhatStandsTogether() {
        assertThat(guides.groups("shop"))
                .extracting(GuideGroup::id)
                .containsExactly("temperament", "age", "importance");
        assertThat(temperament().attribute()).isEqualTo("temperament");
        assertThat(temperament().choices()).hasSize(3);
        assertThat(guides.groups("shop").get(1).attribute()).isNull();
    }

    @Test
    void shouldOpenTheCardsWhoseConditionHoldsOrWhoseValueIsSet() {
        Customer older = customer(Map.of("age", new Value.Whole(60), "temperament", new Value.Text("slow")));
        assertThat(open(older)).containsExactly("slow", "older");

        Customer vital = customer(Map.of("age", new Value.Whole(59), "demand", new Value.Text("vital")));
        assertThat(open(vital)).containsExactly("vital");
        assertThat(guides.ofCustomer("shop", vital).getFirst().choosable()).isTrue();
        assertThat(guides.ofCustomer("shop", vital).getFirst().chosen()).isEmpty();
    }

    @Test
    void shouldSetChangeAndClearTheAttributeAndRecordIt() {
        Customer customer = customer(Map.of("sources", new Value.Whole(2)));

        assertThat(choose(customer, "slow")).isNull();
        assertThat(stored(customer).attribute("temperament")).isEqualTo(new Value.Text("slow"));
        assertThat(choose(customer, "silent")).isEqualTo("slow");
        assertThat(choose(customer, null)).isEqualTo("silent");

        assertThat(stored(customer).attributes()).isEqualTo(Map.of("sources", new Value.Whole(2)));
        assertThat(stored(customer).updatedBy()).isEqualTo("User 1");
        assertThat(portal.audit.actions())
                .filteredOn(a -> a.startsWith("customer.update"))
                .hasSize(3);
    }

    @Test
    void shouldLeaveAloneWhatSomebodyElseChangedMeanwhile() {
        Customer seen = customer(Map.of("sources", new Value.Whole(2)));
        portal.customers.update(portal.vertical, seen, seen.data().withAttribute("sources", new Value.Whole(7)));

        choose(seen, "slow");

        assertThat(stored(seen).attributes())
                .isEqualTo(Map.of("sources", new Value.Whole(7), "temperament", new Value.Text("slow")));
    }

    @Test
    void shouldRefuseAChoiceToThoseWhoMayNotEdit() {
        Customer customer = customer(Map.of());
        portal.rights.limit((permission, vertical) ->
                permission == Permission.EDIT_CUSTOMER ? EnumSet.of(Role.ADMINISTRATOR) : permission.roles());
        portal.rights.become(TestRights.of(Role.STAFF).user());

        assertThat(guides.ofCustomer("shop", customer)).isEmpty();
        assertThatThrownBy(() -> choose(customer, "slow")).isInstanceOf(ForbiddenProblem.class);
        assertThat(stored(customer).attributes()).isEmpty();
    }

    @Test
    void shouldGiveNothingAwayThatIsHidden() {
        Customer customer = customer(Map.of(
                "age", new Value.Whole(70), "temperament", new Value.Text("slow"), "demand", new Value.Text("vital")));
        portal.rights.limit((permission, vertical) ->
                permission == Permission.SEE_PERSONAL_DATA ? EnumSet.of(Role.ADMINISTRATOR) : permission.roles());
        portal.rights.become(TestRights.of(Role.STAFF).user());

        assertThat(open(stored(customer))).containsExactly("vital");
        assertThat(guides.ofCustomer("shop", customer)).noneMatch(CustomerGuides::choosable);
        assertThatThrownBy(() -> choose(customer, "silent")).isInstanceOf(ForbiddenProblem.class);
    }

    @Test
    void shouldNotLetAnybodyChooseWhatConditionsDecide() {
        Customer customer = customer(Map.of());
        GuideGroup age = guides.groups("shop").get(1);

        assertThatThrownBy(() ->
                        guides.choose("shop", customer.id(), age, age.guides().getFirst()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("age");
    }

    private Customer customer(Map<String, Value> attributes) {
        Customer customer = portal.customer("C" + System.nanoTime(), "Chen", attributes);
        portal.snapshots.reload("shop");
        return customer;
    }

    private GuideGroup temperament() {
        return guides.groups("shop").getFirst();
    }

    private @org.jspecify.annotations.Nullable String choose(
            Customer customer, @org.jspecify.annotations.Nullable String id) {
        GuideDefinition wanted = temperament().guides().stream()
                .filter(guide -> guide.id().equals(id))
                .findFirst()
                .orElse(null);
        GuideDefinition before = guides.choose("shop", customer.id(), temperament(), wanted);
        return before == null ? null : before.id();
    }

    private Customer stored(Customer customer) {
        return portal.customers.find(portal.vertical, customer.id()).orElseThrow();
    }

    private List<String> open(Customer customer) {
        return guides.ofCustomer("shop", customer).stream()
                .flatMap(group -> group.open().stream())
                .map(GuideDefinition::id)
                .toList();
    }
}
