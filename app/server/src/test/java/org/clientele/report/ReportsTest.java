package org.clientele.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Grant;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.Announcements;
import org.clientele.common.Jobs;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.engine.report.CustomersTable;
import org.clientele.plugin.DefinitionBuilder;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.Layer;
import org.clientele.plugins.api.ReportDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.portal.overview.Overview;
import org.clientele.portal.overview.PeriodChoice;
import org.clientele.portal.overview.Tile;
import org.clientele.segment.ShopDefinition;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    private ShopPortal portal;
    private Reports reports;

    @BeforeEach
    void start() {
        portal = ShopPortal.of(
                TestDatabase.Kind.HSQLDB, definition(), new Texts.Bundles(Map.of("en", Map.of(), "zh-CN", Map.of())));
        reports = new Reports(portal.verticals, portal.snapshots, portal.rights, portal.audit);
        portal.purchases(List.of(new Purchase("anna", DAY, 12_000)));
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
    }

    @Test
    void shouldShowPersonalDataToThoseWhoMaySeeThem() {
        assertThat(columns("people")).containsExactly("birthday", "monetary");
        assertThat(ids()).contains("young");
    }

    @Test
    void shouldListOnlyOwnCustomersForThoseWhoSeeNoOthers() {
        assertThat(((CustomersTable) reports.page("shop", "people").table()).size())
                .isOne();
        portal.rights.become(TestRights.user(2, new Grant(Role.STAFF, "shop", true)));

        assertThat(((CustomersTable) reports.page("shop", "people").table()).size())
                .isZero();
    }

    @Test
    void shouldHidePersonalDataOnScreenAndInFiles() {
        forbid(Permission.SEE_PERSONAL_DATA);

        assertThat(columns("people")).containsExactly("monetary");
        assertThat(((ReportDefinition.Customers)
                                reports.export("shop", "people").report())
                        .columns())
                .containsExactly("monetary");
        assertThat(ids()).contains("people").doesNotContain("young");
        assertThatThrownBy(() -> reports.page("shop", "young")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> reports.export("shop", "young")).isInstanceOf(Problem.class);
    }

    @Test
    void shouldNotShowOneReaderWhatWasComputedForAnother() {
        columns("people");
        forbid(Permission.SEE_PERSONAL_DATA);
        assertThat(columns("people")).containsExactly("monetary");
        portal.rights.limit((permission, vertical) -> permission.roles());
        assertThat(columns("people")).containsExactly("birthday", "monetary");
    }

    @Test
    void shouldAskForTheRightWhereverAReportIsRead() {
        forbid(Permission.SEE_REPORTS);

        assertThat(reports.list("shop")).isEmpty();
        assertThatThrownBy(() -> reports.page("shop", "by_tier")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> reports.export("shop", "by_tier")).isInstanceOf(Problem.class);
        assertThat(reports.page(portal.snapshots.get("shop"), "by_tier")).isEmpty();
        assertThat(portal.audit.actions()).isEmpty();
    }

    @Test
    void shouldAskForTheVerticalToo() {
        portal.rights.become(TestRights.user(2, new Grant(Role.MANAGER, "elsewhere")));

        assertThatThrownBy(() -> reports.list("shop")).isInstanceOf(ForbiddenProblem.class);
        assertThatThrownBy(() -> reports.export("shop", "by_tier")).isInstanceOf(ForbiddenProblem.class);
    }

    @Test
    void shouldLeaveReportsOffTheOverviewOfThoseWhoMayNotSeeThem() {
        Overview overview =
                new Overview(portal.snapshots, reports, portal.rights, new Announcements(), new Jobs(portal.clock));
        assertThat(overview.page("shop", PeriodChoice.USUAL).tiles()).hasAtLeastOneElementOfType(Tile.Report.class);

        forbid(Permission.SEE_REPORTS);

        assertThat(overview.page("shop", PeriodChoice.USUAL).tiles())
                .isNotEmpty()
                .doesNotHaveAnyElementsOfTypes(Tile.Report.class, Tile.Failed.class);
    }

    private List<String> ids() {
        return reports.list("shop").stream().map(ReportDefinition::id).toList();
    }

    private List<String> columns(String report) {
        return ((ReportDefinition.Customers) reports.page("shop", report).report()).columns();
    }

    private void forbid(Permission forbidden) {
        portal.rights.limit((permission, vertical) -> permission == forbidden ? Set.of() : permission.roles());
    }

    private static VerticalDefinition definition() {
        VerticalDefinition shop = ShopDefinition.withReports();
        List<AttributeDefinition> attributes = new ArrayList<>(shop.attributes());
        attributes.add(new AttributeDefinition("birthday", FieldType.DATE, Layer.BASIC, true, List.of(), null, null));
        List<ReportDefinition> all = new ArrayList<>(shop.reports());
        all.add(new ReportDefinition.Customers(
                "people", null, List.of(), null, List.of("birthday", "monetary"), "birthday", false, null));
        all.add(new ReportDefinition.Customers(
                "young", "birthday > date(\"2000-01-01\")", List.of(), null, List.of("monetary"), null, false, null));
        return DefinitionBuilder.like(shop)
                .attributes(attributes.toArray(AttributeDefinition[]::new))
                .reports(all)
                .build();
    }
}
