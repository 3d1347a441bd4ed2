package org.clientele.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.check.GapQuery.Sort;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.customer.CustomerFilter;
import org.clientele.customer.CustomerFilter.Checked;
import org.clientele.customer.CustomerListQuery;
import org.clientele.customer.CustomerLists;
import org.clientele.engine.check.CheckState;
import org.clientele.engine.column.Value;
import org.clientele.plugin.DefinitionBuilder;
import org.clientele.plugins.api.CheckDefinition;
import org.clientele.plugins.api.CheckDefinition.Severity;
import org.clientele.segment.PowerDefinition;
import org.clientele.segment.ShopPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChecksTest {
    private ShopPortal portal;
    private Checks checks;

    @BeforeEach
    void start() {
        portal = ShopPortal.power(TestDatabase.Kind.HSQLDB);
        checks = new Checks(portal.snapshots, portal.rights, portal.audit);
        customer("1", "North Store", Map.of("sources", whole(2), "own_kw", kw(120), "load_kw", kw(100)));
        customer("2", "=East Mill", Map.of("sources", whole(1), "load_kw", kw(100), "bypassed", new Value.Flag(true)));
        customer("3", "Clinic", Map.of("drill", new Value.Date(LocalDate.of(2026, 1, 5))));
        portal.customer("4", "Somebody else", Map.of());
        portal.snapshots.reload("shop");
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
    }

    @Test
    void shouldCountWhoIsConcernedWhoMeetsAndWhoDoesNot() {
        CheckSummary summary = checks.summary("shop");

        assertThat(summary.lines().stream().map(line -> "%s %d %d %d %d"
                        .formatted(line.check().id(), line.concerned(), line.met(), line.notMet(), line.notRecorded())))
                .containsExactly("double_supply 3 1 1 1", "own_supply 3 1 0 2", "drill 3 1 0 2", "bypass 3 0 1 2");
        assertThat(summary.concerned()).isEqualTo(3);
        assertThat(summary.withGaps()).isEqualTo(3);
        assertThat(summary.gaps()).isEqualTo(9);
        assertThat(summary.groups()).containsExactly("supply", "practice");
        assertThat(CheckSummary.of(portal.snapshot(), "supply").lines()).hasSize(2);
        assertThat(CheckSummary.of(portal.snapshot(), "supply").withGaps()).isEqualTo(2);
    }

    @Test
    void shouldListTheWorstGapsFirst() {
        assertThat(gaps(GapQuery.ALL))
                .containsExactly(
                        "2 bypass NOT_MET",
                        "1 bypass NOT_RECORDED",
                        "3 bypass NOT_RECORDED",
                        "2 double_supply NOT_MET",
                        "3 double_supply NOT_RECORDED",
                        "2 own_supply NOT_RECORDED",
                        "3 own_supply NOT_RECORDED",
                        "1 drill NOT_RECORDED",
                        "2 drill NOT_RECORDED");
    }

    @Test
    void shouldSortByCheckByStateAndByName() {
        assertThat(gaps(GapQuery.ALL.sortedBy(Sort.CHECK, false)).getFirst()).isEqualTo("2 double_supply NOT_MET");
        assertThat(gaps(GapQuery.ALL.sortedBy(Sort.STATE, false)).subList(0, 3))
                .containsExactly("2 double_supply NOT_MET", "2 bypass NOT_MET", "3 double_supply NOT_RECORDED");
        assertThat(gaps(GapQuery.ALL.sortedBy(Sort.CUSTOMER, false)))
                .startsWith("2 double_supply NOT_MET", "2 own_supply NOT_RECORDED")
                .endsWith("1 drill NOT_RECORDED", "1 bypass NOT_RECORDED");
        assertThat(gaps(GapQuery.ALL.sortedBy(Sort.CUSTOMER, true)))
                .startsWith("1 drill NOT_RECORDED", "1 bypass NOT_RECORDED", "3 double_supply NOT_RECORDED");
    }

    @Test
    void shouldFilterBySearchCheckSeverityAndState() {
        assertThat(gaps(GapQuery.ALL.withSearch("clin")))
                .containsExactly("3 bypass NOT_RECORDED", "3 double_supply NOT_RECORDED", "3 own_supply NOT_RECORDED");
        assertThat(gaps(GapQuery.ALL.withCheck("drill"))).hasSize(2);
        assertThat(gaps(GapQuery.ALL.withSeverity(Severity.FORBIDDEN))).hasSize(3);
        assertThat(gaps(GapQuery.ALL.withState(CheckState.NOT_MET)))
                .containsExactly("2 bypass NOT_MET", "2 double_supply NOT_MET");
        assertThat(gaps(GapQuery.ALL.withCheck("gone"))).isEmpty();
    }

    @Test
    void shouldGiveTheSameRowsPageByPageInEveryOrder() {
        for (Sort sort : Sort.values()) {
            for (boolean descending : new boolean[] {false, true}) {
                GapQuery query = GapQuery.ALL.sortedBy(sort, descending);
                List<String> whole = gaps(query);
                for (int size = 1; size <= 4; size++) {
                    assertThat(paged(query, size))
                            .as("%s pages of %d", query, size)
                            .isEqualTo(whole);
                }
            }
        }
    }

    @Test
    void shouldReadTheAddressThatItWrites() {
        GapQuery query =
                new GapQuery("mill", "double_supply", Severity.REQUIRED, CheckState.NOT_RECORDED, Sort.CUSTOMER, true);

        assertThat(GapQuery.parse(query.parameters())).isEqualTo(query);
        assertThat(GapQuery.ALL.parameters()).isEmpty();
        assertThat(GapQuery.parse(
                        Map.of("state", List.of("met"), "sort", List.of("size:desc"), "severity", List.of("?"))))
                .isEqualTo(GapQuery.ALL.sortedBy(Sort.SEVERITY, true));
    }

    @Test
    void shouldFindTheCustomersBehindEachNumber() {
        assertThat(behind(CustomerFilter.check("double_supply", Checked.CONCERNED)))
                .isEqualTo("1 2 3");
        assertThat(behind(CustomerFilter.check("double_supply", Checked.MET))).isEqualTo("1");
        assertThat(behind(CustomerFilter.check("double_supply", Checked.NOT_MET)))
                .isEqualTo("2");
        assertThat(behind(CustomerFilter.check("double_supply", Checked.NOT_RECORDED)))
                .isEqualTo("3");
        assertThat(behind(CustomerFilter.gaps("supply"))).isEqualTo("2 3");
        assertThat(behind(CustomerFilter.gaps())).isEqualTo("1 2 3");
    }

    @Test
    void shouldExportWhatIsListedSafely() {
        StringWriter csv = new StringWriter();

        checks.export(
                        "shop",
                        GapQuery.ALL.withState(CheckState.NOT_MET),
                        List.of("Customer", "Check"),
                        gap -> List.of(gap.customer().title(), gap.check().id()),
                        Locale.ENGLISH)
                .write(csv);

        assertThat(csv.toString()).isEqualTo("""
                \uFEFFCustomer,Check\r
                '=East Mill,bypass\r
                '=East Mill,double_supply\r
                """);
        assertThat(portal.audit.actions()).last().isEqualTo("check.export vertical shop");
    }

    @Test
    void shouldRefuseExportToStaffAndEverythingToStrangers() {
        portal.rights.become(TestRights.of(Role.STAFF).user());
        assertThatThrownBy(() -> checks.export("shop", GapQuery.ALL, List.of(), gap -> List.of(), Locale.ENGLISH))
                .isInstanceOf(ForbiddenProblem.class);
        assertThat(gaps(GapQuery.ALL)).hasSize(9);

        portal.rights.become(TestRights.with().user());
        assertThatThrownBy(() -> checks.summary("shop")).isInstanceOf(ForbiddenProblem.class);
        assertThatThrownBy(() -> gaps(GapQuery.ALL)).isInstanceOf(ForbiddenProblem.class);
    }

    @Test
    void shouldShowACheckThatFailsWithoutLosingTheOthers() throws Exception {
        List<CheckDefinition> declared =
                new ArrayList<>(PowerDefinition.definition().checks());
        declared.add(new CheckDefinition("broken", "supply", null, "nowhere > 1", Severity.REQUIRED, null, "own"));
        try (ShopPortal other = ShopPortal.of(
                TestDatabase.Kind.HSQLDB,
                DefinitionBuilder.like(PowerDefinition.definition())
                        .checks(declared.toArray(CheckDefinition[]::new))
                        .build(),
                PowerDefinition.texts())) {
            CheckSummary summary = new Checks(other.snapshots, other.rights, other.audit).summary("shop");

            assertThat(summary.lines())
                    .filteredOn(CheckSummary.Line::failed)
                    .singleElement()
                    .satisfies(line -> assertThat(line.check().id()).isEqualTo("broken"));
            assertThat(summary.lines()).hasSize(5);
        }
    }

    private void customer(String ref, String name, Map<String, Value> attributes) {
        Map<String, Value> all = new HashMap<>(attributes);
        all.put("demand", new Value.Text("vital"));
        portal.customer(ref, name, all);
    }

    private List<String> gaps(GapQuery query) {
        GapList list = checks.gaps("shop", query, Locale.ENGLISH);
        assertThat(list.page(0, 100)).hasSize(list.total());
        return lines(list.page(0, 100));
    }

    private List<String> paged(GapQuery query, int size) {
        GapList list = checks.gaps("shop", query, Locale.ENGLISH);
        List<String> lines = new ArrayList<>();
        for (int offset = 0; offset < list.total(); offset += size) {
            lines.addAll(lines(list.page(offset, size)));
        }
        return lines;
    }

    private static List<String> lines(List<CheckGap> gaps) {
        return gaps.stream()
                .map(gap ->
                        "%s %s %s".formatted(gap.customer().ref(), gap.check().id(), gap.state()))
                .toList();
    }

    private String behind(CustomerFilter filter) {
        assertThat(CustomerFilter.InSet.parse(filter.text())).contains(filter);
        CustomerLists lists = new CustomerLists(portal.snapshots, portal.rights, portal.audit);
        return lists.list("shop", CustomerListQuery.of(filter), Locale.ENGLISH).page(0, 10).stream()
                .map(row -> row.ref())
                .collect(Collectors.joining(" "));
    }

    private static Value whole(long number) {
        return new Value.Whole(number);
    }

    private static Value kw(double number) {
        return new Value.Decimal(number);
    }
}
