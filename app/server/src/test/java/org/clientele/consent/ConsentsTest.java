package org.clientele.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.TestRights;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.consent.persistence.ConsentDao;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerCsv;
import org.clientele.customer.CustomerListQuery;
import org.clientele.customer.CustomerLists;
import org.clientele.segment.ShopPortal;
import org.clientele.strategy.TaskMaking;
import org.clientele.strategy.TaskPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class ConsentsTest {
    private final TaskPortal portal;
    private final ShopPortal shop;
    private final Consents consents;
    private final Customer mill;

    ConsentsTest(TestDatabase.Kind kind) {
        portal = TaskPortal.open(kind);
        shop = portal.shop;
        mill = portal.vital("mill");
        consents = new Consents(
                new ConsentDao(shop.database.jdbi()),
                shop.own,
                shop.rights,
                shop.audit,
                shop.announcements,
                shop.clock);
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldKeepEverythingTheCustomerSaid() {
        say(ConsentTopic.MARKETING, ConsentDecision.GIVEN);
        say(ConsentTopic.MARKETING, ConsentDecision.GIVEN);
        say(ConsentTopic.MARKETING, ConsentDecision.REFUSED);
        assertThat(consents.now(shop.vertical, mill.id()).get(ConsentTopic.MARKETING))
                .extracting(Consent::decision, Consent::note)
                .containsExactly(ConsentDecision.REFUSED, "by phone");
        assertThat(consents.history(shop.vertical, mill.id()))
                .extracting(Consent::decision)
                .containsExactly(ConsentDecision.REFUSED, ConsentDecision.GIVEN);
        assertThat(consents.of(shop.vertical))
                .as("offers alone leave nobody out")
                .isEmpty();
    }

    @Test
    void shouldLeaveWhoeverRefusesPersonalTreatmentOutOfTasksUntilTheyAllowIt() {
        portal.recompute();
        portal.startFirst();
        assertThat(portal.tasks.ofCustomer("shop", mill.id())).hasSize(4);
        TaskMaking making = portal.leavingOut(consents);

        say(ConsentTopic.PERSONALISATION, ConsentDecision.REFUSED);
        making.run("shop");
        assertThat(portal.tasks.ofCustomer("shop", mill.id()))
                .as("those open are ended")
                .isEmpty();
        say(ConsentTopic.PERSONALISATION, ConsentDecision.OPEN);
        assertThat(consents.of(shop.vertical)).isEmpty();
    }

    @Test
    void shouldLeaveThemOutOfExportedLists() {
        Customer other = portal.vital("dairy");
        shop.snapshots.reload("shop");
        CustomerLists lists = new CustomerLists(shop.snapshots, shop.rights, shop.audit, consents);
        assertThat(export(lists)).contains("mill", "dairy");
        say(ConsentTopic.CONTACT, ConsentDecision.REFUSED);
        assertThat(export(lists)).contains(other.ref()).doesNotContain("mill");
    }

    @Test
    void shouldRefuseWhoeverMayNotWorkInTheVertical() {
        shop.rights.become(TestRights.user(2));
        assertThatThrownBy(() -> say(ConsentTopic.CONTACT, ConsentDecision.REFUSED))
                .isInstanceOf(ForbiddenProblem.class);
    }

    private String export(CustomerLists lists) {
        StringWriter text = new StringWriter();
        lists.export(
                        "shop",
                        CustomerListQuery.ALL,
                        List.of(),
                        new CustomerCsv.Headings("Number", "Name"),
                        Locale.ENGLISH)
                .write(text);
        return text.toString();
    }

    private void say(ConsentTopic topic, ConsentDecision decision) {
        consents.record(shop.vertical, mill.id(), topic, decision, "PHONE", "by phone");
    }
}
