package org.clientele.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.access.persistence.UserDao;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.interaction.persistence.FollowUpDao;
import org.clientele.segment.ShopPortal;
import org.clientele.worklist.WorkQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The contacts of customers whom somebody looks after, for whoever sees no others. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class OwnInteractionsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final ShopPortal portal;
    private InteractionService all;
    private InteractionService own;
    private long wang;
    private long anna;
    private long ben;

    OwnInteractionsTest(TestDatabase.Kind kind) {
        portal = ShopPortal.empty(kind);
    }

    @BeforeEach
    void addCustomers() {
        wang = new UserDao(portal.database.jdbi()).insert("wang.fang", "Wang Fang", Set.of(), portal.clock.instant());
        anna = portal.customer("anna", "Anna", java.util.Map.of()).id();
        ben = portal.customer("ben", "Ben", java.util.Map.of()).id();
        portal.database
                .jdbi()
                .useHandle(h -> h.execute("UPDATE customer SET owner_user_id = ? WHERE id = ?", wang, anna));
        all = service(wang, new Grant(Role.STAFF, "shop"));
        own = service(wang, new Grant(Role.STAFF, "shop", true));
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldListFollowUpsOfOwnCustomersOnly() {
        long here = log(anna).id();
        log(ben);
        assertThat(followUps(null)).hasSize(2);
        assertThat(followUps(wang))
                .extracting(followUp -> followUp.interaction().id())
                .containsExactly(here);
    }

    @Test
    void shouldShowContactsOfOwnCustomersOnly() {
        Interaction here = log(anna);
        Interaction there = log(ben);
        assertThat(own.ofCustomer("shop", anna, 10)).containsExactly(here);
        assertThatThrownBy(() -> own.ofCustomer("shop", ben, 10)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> own.get("shop", there.id())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> own.history("shop", there.id())).isInstanceOf(Problem.class);
        assertThat(own.all("shop", Set.of(here.id(), there.id()))).containsExactly(here);
    }

    @Test
    void shouldLogAndChangeContactsOfOwnCustomersOnly() {
        Interaction there = log(ben);
        assertThat(own.log("shop", anna, UUID.randomUUID(), contact()).customerId())
                .isEqualTo(anna);
        assertThatThrownBy(() -> own.log("shop", ben, UUID.randomUUID(), contact()))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> own.edit("shop", there.id(), 0, contact())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> own.completeFollowUp("shop", there.id())).isInstanceOf(Problem.class);
        assertThat(followUps(null)).hasSize(2);
    }

    /** @param onlyOwn of whose customers; null: of all */
    private java.util.List<FollowUp> followUps(@Nullable Long onlyOwn) {
        return new FollowUpDao(portal.database.jdbi(), portal.database.dialect())
                .open(portal.vertical.id(), new WorkQuery(WorkQuery.Whose.EVERYBODY, null, TODAY, null), onlyOwn, 10);
    }

    private Interaction log(long customer) {
        return all.log("shop", customer, UUID.randomUUID(), contact());
    }

    private static InteractionData contact() {
        InteractionData contact = InteractionWriter.contact(1);
        return new InteractionData(
                contact.happenedAt(),
                contact.channel(),
                contact.direction(),
                contact.subject(),
                contact.notes(),
                contact.outcome(),
                contact.satisfaction(),
                TODAY);
    }

    private InteractionService service(long user, Grant grant) {
        return InteractionWriter.service(portal.database, portal.vertical, TestRights.user(user, grant));
    }
}
