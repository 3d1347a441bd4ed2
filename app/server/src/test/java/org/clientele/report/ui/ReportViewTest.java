package org.clientele.report.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationEvent;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.RouteParameters;
import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.Announcements;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.Formats;
import org.clientele.common.ui.TestUi;
import org.clientele.frontend.EmptyState;
import org.clientele.plugin.ui.TestNavigation;
import org.clientele.plugins.api.Texts;
import org.clientele.reference.References;
import org.clientele.reference.persistence.ReferenceDao;
import org.clientele.report.Reports;
import org.clientele.segment.ShopDefinition;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportViewTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    private ShopPortal portal;
    private Reports reports;

    @BeforeEach
    void start() {
        portal = ShopPortal.of(
                TestDatabase.Kind.HSQLDB,
                ShopDefinition.withReports(),
                new Texts.Bundles(Map.of("en", Map.of(), "zh-CN", Map.of())));
        reports = new Reports(portal.verticals, portal.snapshots, portal.rights, portal.audit);
        portal.purchases(List.of(
                new Purchase("anna", DAY.minusDays(200), 10_000),
                new Purchase("anna", DAY, 12_000),
                new Purchase("=ben", DAY.minusDays(10), 3_000)));
        TestUi.start(Locale.ENGLISH);
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    @Test
    void shouldListTheReportsThatTheRoleSees() {
        become(Role.STAFF);
        TestNavigation.open(
                new ReportsView(portal.verticals, portal.rights, new Announcements(), reports),
                "shop",
                "v/shop/reports");

        assertThat(hrefs()).containsExactly("v/shop/reports/by_tier", "v/shop/reports/years", "v/shop/reports/path");
    }

    @Test
    void shouldShowGroupsThatLeadToTheirCustomers() {
        open("by_tier");

        assertThat(text(_get(SheetTable.class))).contains("model.pyramid.segment.platinum", "$220", "Total", "$250");
        assertThat(hrefs()).contains("v/shop/customers?f=segment_pyramid%3Aeq%3Aplatinum");
    }

    @Test
    void shouldShowPeriodsAndFunnels() {
        open("years");
        assertThat(text(_get(SheetTable.class))).contains("2025", "2026", "Share of amount", "$150");

        open("path");
        assertThat(text(_get(SheetTable.class))).contains("report.path.step.again", "Total");
        assertThat(hrefs())
                .contains(
                        "v/shop/customers?f=segment_pyramid%3Aeq%3Aplatinum&when=frequency%20%3E%200&when=frequency%20%3E%201");
    }

    @Test
    void shouldSayThatAReportIsNotThereForTheRole() {
        become(Role.STAFF);
        open("top");

        assertThat(text(_get(EmptyState.class))).contains("There is no such report");
        assertThatThrownBy(() -> reports.export("shop", "top")).isInstanceOf(Problem.class);
        assertThat(portal.audit.actions()).isEmpty();
    }

    @Test
    void shouldOfferListsOfCustomersAsAFileOnlyToThoseWhoMayExport() {
        become(Role.MANAGER);
        open("top");
        assertThat(_find(Button.class, spec -> spec.withText("CSV"))).hasSize(1);

        become(Role.STAFF);
        open("by_tier");
        assertThat(_find(Button.class, spec -> spec.withText("CSV")))
                .as("figures of groups name nobody")
                .hasSize(1);
        open("top");
        _assertNone(Button.class, spec -> spec.withText("CSV"));
    }

    @Test
    void shouldWriteFiguresForProgramsAndTextsThatASpreadsheetDoesNotRun() throws IOException {
        become(Role.MANAGER);
        String file = export("top", Locale.ENGLISH);

        assertThat(file.lines())
                .containsExactly(
                        "\uFEFFNumber,Customer,metric.monetary,model.pyramid,Share,Cumulative share",
                        "anna,,220.00,model.pyramid.segment.platinum,0.88,0.88",
                        "'=ben,,30.00,model.pyramid.segment.lead,0.12,1.0");
        assertThat(portal.audit.actions()).containsExactly("report.export vertical shop");
    }

    /** A browser fetches a file without a screen, whose language would otherwise be the server's. */
    @Test
    void shouldWriteTheHeadingsOfAFileInTheLanguageOfItsReader() throws IOException {
        become(Role.MANAGER);

        assertThat(export("top", Locale.SIMPLIFIED_CHINESE).lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line).contains("客户").doesNotContain("Customer", "Share"));
    }

    @Test
    void shouldWriteAFieldForEachHeadingInEveryLineOfAFile() throws IOException {
        StringWriter file = new StringWriter();
        SheetDownload.write(
                Sheet.of(
                        List.of(new Sheet.Heading("", false), new Sheet.Heading("Satisfaction", true)),
                        List.of(
                                new Sheet.Row(Sheet.Row.Kind.BLOCK, List.of(Sheet.Cell.words("Gender"))),
                                new Sheet.Row(
                                        Sheet.Row.Kind.PLAIN,
                                        List.of(Sheet.Cell.words("Female"), Sheet.Cell.words(Formats.MISSING))))),
                file);

        assertThat(file.toString().lines()).containsExactly("\uFEFF,Satisfaction", "Gender,", "Female,");
    }

    private String export(String report, Locale locale) throws IOException {
        StringWriter file = new StringWriter();
        var page = reports.export("shop", report);
        SheetDownload.write(Sheets.of(page, new ReportWords(page.snapshot().vertical(), locale)), file);
        return file.toString();
    }

    private void become(Role role) {
        portal.rights.become(TestRights.user(2, new Grant(role, Grant.EVERYWHERE)));
    }

    private void open(String report) {
        References references =
                new References(new ReferenceDao(portal.database.jdbi(), portal.database.dialect()), portal.rights);
        ReportView view = new ReportView(portal.verticals, portal.rights, new Announcements(), reports, references);
        UI ui = UI.getCurrent();
        ui.removeAll();
        ui.add(view);
        var navigation = new NavigationEvent(
                ui.getInternals().getRouter(),
                new Location("v/shop/reports/" + report),
                ui,
                NavigationTrigger.PROGRAMMATIC);
        view.beforeEnter(new BeforeEnterEvent(
                navigation,
                ReportView.class,
                new RouteParameters(Map.of("vertical", "shop", "report", report)),
                List.of()));
    }

    private static List<String> hrefs() {
        return _find(Anchor.class).stream()
                .map(Anchor::getHref)
                .filter(href -> href.startsWith("v/shop/reports/") || href.startsWith("v/shop/customers?"))
                .toList();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
