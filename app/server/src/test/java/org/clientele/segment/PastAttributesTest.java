package org.clientele.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.engine.column.Value;
import org.clientele.engine.condition.Check;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class PastAttributesTest {
    private final TestDatabase.Kind kind;
    private ShopPortal portal;
    private long plant;

    PastAttributesTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void start() {
        portal = ShopPortal.power(kind);
        portal.rights.become(
                TestRights.user(portal.rights.user().id(), new Grant(Role.ADMINISTRATOR, Grant.EVERYWHERE)));
        plant = portal.customer(
                        "plant", "Plant", Map.of("demand", new Value.Text("large"), "bypassed", new Value.Flag(false)))
                .id();
        portal.customer("mill", "Mill", Map.of("demand", new Value.Text("vital"), "bypassed", new Value.Flag(true)));
        portal.snapshots.reload(portal.vertical.key());
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
    }

    @Test
    void shouldTellConditionsAtOnceWhatACustomersAttributesWereBefore() {
        assertThat(count("changed(demand, 30) || changed(bypassed, 30)")).isZero();

        set("demand", new Value.Text("vital"));
        set("bypassed", new Value.Flag(true));

        assertThat(count("changed(demand, \"large\", \"vital\", 30)")).isOne();
        assertThat(count("changed_to(bypassed, true, 1)")).isOne();
        assertThat(count("changed_from(bypassed, true, 1)")).isZero();
        assertThat(count("changed_to(demand, \"large\", 30)")).isZero();
        PortalSnapshot now = portal.snapshot();
        assertThat(now.conditions()
                        .once("changed_to(bypassed, true, 1)")
                        .explain(now.customers().indexOf(plant)))
                .extracting(Check::subject)
                .containsExactly("changed_to(bypassed, true, 1)");
        portal.snapshots.reload(portal.vertical.key());
        assertThat(count("changed(demand, 30) && changed(bypassed, false, true, 30)"))
                .isOne();
    }

    @Test
    void shouldForgetAChangeThatWasTakenBackOnTheSameDay() {
        set("demand", new Value.Text("vital"));
        assertThat(count("changed(demand, 30)")).isOne();

        set("demand", new Value.Text("large"));

        assertThat(count("changed(demand, 30)")).isZero();
    }

    private void set(String attribute, Value value) {
        portal.customers.setAttribute(portal.vertical, plant, attribute, value);
        portal.snapshots.update(portal.vertical.key(), Set.of(plant));
    }

    private int count(String condition) {
        PortalSnapshot snapshot = portal.snapshot();
        return snapshot.conditions()
                .once(condition)
                .holding(snapshot.customers().size())
                .cardinality();
    }
}
