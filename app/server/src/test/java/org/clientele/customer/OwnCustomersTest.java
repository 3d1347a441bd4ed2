package org.clientele.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.access.User;
import org.clientele.access.persistence.UserDao;
import org.clientele.activity.Activities;
import org.clientele.activity.persistence.ActivityDao;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.reference.References;
import org.clientele.reference.persistence.ReferenceDao;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Anna is looked after by the user who asks, Ben by somebody else, Cara by nobody. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class OwnCustomersTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);
    private static final Grant OWN = new Grant(Role.STAFF, "shop", true);

    private final ShopPortal portal;
    private final CustomerLists lists;
    private Map<String, Long> ids;
    private User staff;

    OwnCustomersTest(TestDatabase.Kind kind) {
        portal = ShopPortal.empty(kind);
        lists = new CustomerLists(portal.snapshots, portal.rights, portal.audit);
    }

    @BeforeEach
    void addCustomers() {
        ids = portal.purchases(List.of(
                new Purchase("anna", DAY, 10_000), new Purchase("ben", DAY, 20_000), new Purchase("cara", DAY, 500)));
        long wang = user("wang.fang");
        handTo("anna", wang);
        handTo("ben", user("li.na"));
        portal.snapshots.reload("shop");
        portal.recompute.store(portal.snapshot(), () -> false);
        staff = TestRights.user(wang, OWN);
        portal.rights.become(staff);
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldListOnlyOwnCustomersWhateverTheFilter() {
        assertThat(refs(CustomerListQuery.ALL)).containsExactly("anna");
        assertThat(refs(CustomerListQuery.ALL.withSearch("ben"))).isEmpty();
        assertThat(refs(CustomerListQuery.ALL.sortedBy("monetary", true))).containsExactly("anna");
        assertThat(lists.list("shop", CustomerListQuery.ALL, Locale.ENGLISH).all())
                .isOne();
    }

    @Test
    void shouldListAllWhereAnotherRoleReachesAll() {
        portal.rights.become(TestRights.user(staff.id(), OWN, new Grant(Role.MANAGER, Grant.EVERYWHERE)));
        assertThat(refs(CustomerListQuery.ALL)).containsExactly("anna", "ben", "cara");
    }

    @Test
    void shouldFindOnlyOwnCustomers() {
        CustomerSearch search = new CustomerSearch(portal.snapshots, portal.rights);
        assertThat(search.find("shop", "a", 10)).extracting(CustomerHit::ref).containsExactly("anna");
        assertThat(search.find("shop", "ben", 10)).isEmpty();
    }

    @Test
    void shouldOpenOnlyOwnCustomers() {
        assertThat(portal.customers.find(portal.vertical, id("anna"))).isPresent();
        assertThat(portal.customers.find(portal.vertical, id("ben"))).isEmpty();
        assertThat(portal.customers.findByRef(portal.vertical, "cara")).isEmpty();
        assertThat(portal.customers.page(portal.vertical, id("ben"), id("anna")))
                .extracting(Customer::ref)
                .containsExactly("anna");
        assertThat(portal.customers.similar(portal.vertical, new CustomerData("ben", null, null, Map.of())))
                .isEmpty();
    }

    @Test
    void shouldShowNothingOfOthersCustomersEvenToWhoeverKnowsThem() {
        Customer ben = seenByAll("ben");
        Activities activities = activities();
        var purchase = Objects.requireNonNull(portal.vertical.definition().activity("purchase"));

        assertNotYours(() -> lists.portrait("shop", ben));
        assertNotYours(() -> portal.memberships.history("shop", ben.id()));
        assertNotYours(() -> activities.newest(portal.vertical, purchase, ben.id(), 10));
        assertThat(activities.newest(portal.vertical, purchase, id("anna"), 10)).hasSize(1);
        assertThat(portal.memberships.history("shop", id("anna"))).isNotEmpty();
    }

    @Test
    void shouldChangeOnlyOwnCustomers() {
        Customer ben = seenByAll("ben");
        Customer anna = portal.customers.find(portal.vertical, id("anna")).orElseThrow();

        assertNotYours(() -> portal.customers.update(portal.vertical, ben, ben.data()));
        assertThat(portal.customers.update(portal.vertical, anna, anna.data()).version())
                .isEqualTo(anna.version() + 1);
        assertThat(seenByAll("ben").version()).isEqualTo(ben.version());
    }

    @Test
    void shouldLookAfterCustomersMadeByHand() {
        Customer made = portal.customers.create(portal.vertical, new CustomerData("dora", "Dora", null, Map.of()));
        assertThat(made.ownerUserId()).isEqualTo(staff.id());
    }

    @Test
    void shouldSeeACustomerNoMoreOnceHandedOver() {
        Customer anna = portal.customers.find(portal.vertical, id("anna")).orElseThrow();
        handTo("anna", user("zhao.lei"));
        assertThat(portal.customers.find(portal.vertical, id("anna"))).isEmpty();
        assertThatThrownBy(() -> portal.customers.update(portal.vertical, anna, anna.data()))
                .isInstanceOf(Problem.class)
                .isNotInstanceOf(ConflictProblem.class);
    }

    @Test
    void shouldExportNobodyElsesCustomers() throws IOException {
        portal.rights.limit((permission, vertical) -> Set.of(Role.values()));
        StringWriter file = new StringWriter();
        lists.export(
                        "shop",
                        CustomerListQuery.ALL,
                        List.of(),
                        new CustomerCsv.Headings("Number", "Name"),
                        Locale.ENGLISH)
                .write(file);
        assertThat(file.toString()).contains("anna").doesNotContain("ben", "cara");
    }

    private void assertNotYours(Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.key())
                .isEqualTo("customer.problem.notYours"));
    }

    private Activities activities() {
        return new Activities(
                new ActivityDao(portal.database.jdbi(), portal.database.dialect()),
                new References(new ReferenceDao(portal.database.jdbi(), portal.database.dialect()), portal.rights),
                portal.own,
                portal.rights);
    }

    private Customer seenByAll(String ref) {
        portal.rights.become(TestRights.user(99, new Grant(Role.MANAGER, Grant.EVERYWHERE)));
        Customer found = portal.customers.find(portal.vertical, id(ref)).orElseThrow();
        portal.rights.become(staff);
        return found;
    }

    private List<String> refs(CustomerListQuery query) {
        return lists.list("shop", query, Locale.ENGLISH).page(0, 10).stream()
                .map(CustomerList.CustomerRow::ref)
                .toList();
    }

    private long id(String ref) {
        return Objects.requireNonNull(ids.get(ref));
    }

    private long user(String login) {
        return new UserDao(portal.database.jdbi()).insert(login, login, Set.of(), portal.clock.instant());
    }

    private void handTo(String ref, long user) {
        portal.database
                .jdbi()
                .useHandle(h -> h.execute("UPDATE customer SET owner_user_id = ? WHERE id = ?", user, id(ref)));
    }
}
