package org.clientele.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.ConflictProblem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.customer.CustomerFilter.Compare;
import org.clientele.customer.CustomerFilter.Op;
import org.clientele.engine.column.Value;
import org.clientele.segment.ShopPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Age and temperament are personal data here; a manager may see them, staff may not. */
class PersonalDataTest {
    private ShopPortal portal;
    private CustomerLists lists;
    private Customer stored;

    @BeforeEach
    void start() {
        portal = ShopPortal.power(TestDatabase.Kind.HSQLDB);
        lists = new CustomerLists(portal.snapshots, portal.rights, portal.audit);
        stored = portal.customer("1", "Chen", Map.of("age", new Value.Whole(61), "sources", new Value.Whole(2)));
        portal.customer("2", "Wang", Map.of("age", new Value.Whole(30)));
        portal.snapshots.reload("shop");
        portal.rights.limit((permission, vertical) -> permission == Permission.SEE_PERSONAL_DATA
                ? EnumSet.of(Role.ADMINISTRATOR, Role.MANAGER)
                : permission.roles());
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
    }

    @Test
    void shouldLeaveOutPersonalValuesForThoseWhoMayNotSeeThem() {
        become(Role.STAFF);
        assertThat(PersonalData.hiddenFrom(portal.rights, portal.vertical)).isEqualTo(Set.of("age", "temperament"));
        Customer shown = found();
        assertThat(shown.attributes()).containsOnlyKeys("sources");
        assertThat(portal.customers
                        .findByRef(portal.vertical, "1")
                        .orElseThrow()
                        .attributes())
                .containsOnlyKeys("sources");
        assertThat(portal.customers
                        .page(portal.vertical, stored.id())
                        .getFirst()
                        .attributes())
                .containsOnlyKeys("sources");

        become(Role.MANAGER);
        assertThat(PersonalData.hiddenFrom(portal.rights, portal.vertical)).isEmpty();
        assertThat(found().attributes()).containsOnlyKeys("age", "sources");
    }

    @Test
    void shouldKeepHiddenValuesWhenSomethingElseIsEdited() {
        become(Role.STAFF);
        Customer seen = found();
        Customer saved = portal.customers.update(
                portal.vertical, seen, seen.data().withAttribute("sources", new Value.Whole(3)));

        assertThat(saved.attributes()).isEqualTo(Map.of("sources", new Value.Whole(3)));
        become(Role.MANAGER);
        assertThat(found().attributes()).isEqualTo(Map.of("sources", new Value.Whole(3), "age", new Value.Whole(61)));
    }

    @Test
    void shouldStillSayWhenSomebodyElseWasFaster() {
        become(Role.STAFF);
        Customer seen = found();
        portal.customers.update(portal.vertical, seen, seen.data().withAttribute("sources", new Value.Whole(3)));

        assertThatThrownBy(() -> portal.customers.update(
                        portal.vertical, seen, seen.data().withAttribute("sources", new Value.Whole(4))))
                .isInstanceOf(ConflictProblem.class);
    }

    @Test
    void shouldRefuseToSetWhatIsHidden() {
        become(Role.STAFF);

        assertThatThrownBy(() -> portal.customers.setAttribute(
                        portal.vertical, stored.id(), "temperament", new Value.Text("slow")))
                .isInstanceOf(ForbiddenProblem.class);
        portal.customers.setAttribute(portal.vertical, stored.id(), "sources", new Value.Whole(9));
        assertThat(found().attribute("sources")).isEqualTo(new Value.Whole(9));
    }

    @Test
    void shouldNeitherShowNorCompareNorSortWhatIsHiddenInLists() {
        CustomerListQuery query =
                CustomerListQuery.of(new Compare("age", Op.GTE, List.of("60"))).sortedBy("age", true);
        become(Role.MANAGER);
        assertThat(refs(query)).containsExactly("1");

        become(Role.STAFF);
        assertThat(refs(query)).containsExactly("1", "2");
        CustomerList list = lists.list("shop", query, Locale.ENGLISH);
        assertThat(list.unfit()).extracting(CustomerFilter::text).containsExactly("age:gte:60");
        assertThat(list.page(0, 1).getFirst().value("age")).isEqualTo(Value.MISSING);
    }

    @Test
    void shouldNotLetConditionsAskForWhatIsHidden() {
        CustomerListQuery query = CustomerListQuery.of(CustomerFilter.where("sources == 2 && age > 60"));
        become(Role.MANAGER);
        assertThat(refs(query)).containsExactly("1");

        become(Role.STAFF);
        assertThat(lists.list("shop", query, Locale.ENGLISH).unfit()).hasSize(1);
        assertThat(refs(CustomerListQuery.of(CustomerFilter.where("sources == 2"))))
                .containsExactly("1");
    }

    @Test
    void shouldLeaveHiddenColumnsOutOfExports() {
        portal.rights.limit((permission, vertical) ->
                permission == Permission.SEE_PERSONAL_DATA ? EnumSet.of(Role.ADMINISTRATOR) : permission.roles());
        become(Role.MANAGER);
        StringWriter csv = new StringWriter();
        lists.export(
                        "shop",
                        CustomerListQuery.ALL,
                        List.of("age", "sources"),
                        new CustomerCsv.Headings("Number", "Name"),
                        Locale.ENGLISH)
                .write(csv);

        assertThat(csv.toString()).isEqualTo("\uFEFFNumber,Name,Sources\r\n1,Chen,2\r\n2,Wang,\r\n");
    }

    @Test
    void shouldHideValuesOnACustomersPage() {
        become(Role.STAFF);
        CustomerPortrait portrait = lists.portrait("shop", found());

        assertThat(portrait.hidden()).contains("age");
        assertThat(portrait.value("age")).isEqualTo(Value.MISSING);
        assertThat(portrait.value("sources")).isEqualTo(new Value.Whole(2));
    }

    private void become(Role role) {
        portal.rights.become(TestRights.of(role).user());
    }

    private Customer found() {
        return portal.customers.find(portal.vertical, stored.id()).orElseThrow();
    }

    private List<String> refs(CustomerListQuery query) {
        return lists.list("shop", query, Locale.ENGLISH).page(0, 10).stream()
                .map(CustomerList.CustomerRow::ref)
                .toList();
    }
}
