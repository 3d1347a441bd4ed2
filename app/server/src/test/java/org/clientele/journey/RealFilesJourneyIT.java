package org.clientele.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Locale;
import org.clientele.dataimport.RealData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of three industries imported unaided by hand, with the published figures on their overviews. */
class RealFilesJourneyIT {
    @TempDir
    Path data;

    private PortalProcess portal;

    @BeforeEach
    void start() {
        portal = PortalProcess.start(data);
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void shouldShowThePublishedFiguresOfTheRealFilesOnTheirOverviews() {
        Path members = RealData.file("telecom/Telco-Customer-Churn.csv");
        try (Browser browser = Browser.open()) {
            Page page = browser.person(Locale.US, 1440, 900).newPage();
            page.setDefaultTimeout(Patient.MILLISECONDS);
            page.navigate(portal.setupLink());
            Steps.makeAdministrator(page, "Zhou Yan", "zhou.yan", "correct horse battery");

            Steps.enable(page, "Telecom", "USD");
            read(page, "telecom", members, "7,043");
            readMembers(page);

            page.navigate(portal.url("plugins"));
            Steps.enable(page, "Electric utilities", "EUR");
            read(page, "utilities", RealData.file("utilities/client_data.csv.gz"), "14,606");
            readConsumption(page);

            page.navigate(portal.url("plugins"));
            Steps.enable(page, "Real estate", "AED");
            read(page, "realestate", RealData.file("real_estate/Leads.csv"), "5,000");
            read(page, "realestate", RealData.file("real_estate/Customers.csv"), "5,000");
            read(page, "realestate", RealData.file("real_estate/Properties.csv"), "600");
            read(page, "realestate", RealData.file("real_estate/Sales.csv"), "813");
            readFunnel(page);
        }
    }

    private void read(Page page, String vertical, Path file, String rows) {
        page.navigate(portal.url("v/" + vertical + "/data/import"));
        Steps.upload(page, file);
        Steps.button(page, "Continue").click();
        Steps.button(page, "Check").click();
        Locator go = Steps.button(page, "Import %s rows".formatted(rows));
        assertThat(go).isVisible(Patient.VISIBLE);
        go.click();
        assertThat(page.getByText("Imported. Segments are being computed again."))
                .isVisible(Patient.VISIBLE);
    }

    private void readMembers(Page page) {
        overview(page, "telecom", "Telecom overview");
        figure(page, "Customers", "7,043");
        figure(page, "Left", "1,869");
        figure(page, "Month to month", "3,875");
        Locator contracts = tableOf(page, "Contracts and who left");
        assertThat(contracts).containsText("3,875");
        assertThat(contracts).containsText("1,655");
        Locator billing = tableOf(page, "Billed and not yet billed");
        assertThat(billing).containsText("7,032");
        assertThat(row(billing, "No bill yet")).containsText("11");
    }

    private static Locator tableOf(Page page, String card) {
        Locator shown = page.locator(".card", new Page.LocatorOptions().setHasText(card))
                .first();
        shown.getByText("Table").click();
        return shown;
    }

    private static Locator row(Locator table, String name) {
        return table.locator("tr", new Locator.LocatorOptions().setHasText(name));
    }

    private void readConsumption(Page page) {
        overview(page, "utilities", "Electric utilities overview");
        figure(page, "Customers", "14,606");
        figure(page, "Left", "1,419");
        figure(page, "Consumption", "2,325,571,501");
    }

    private void readFunnel(Page page) {
        overview(page, "realestate", "Real estate overview");
        figure(page, "Conversion", "16.3%");
        figure(page, "Win rate", "68.7%");
        figure(page, "Not qualified", "54.4%");
        figure(page, "Sales cycle", "61 days");
        figure(page, "Open pipeline", "192,911,000");
    }

    private void overview(Page page, String vertical, String title) {
        page.navigate(portal.url("v/" + vertical + "/overview?period=all"));
        Steps.heading(page, title);
    }

    private static void figure(Page page, String label, String value) {
        assertThat(Steps.figure(page, label)).containsText(value, Patient.CONTAINS);
    }
}
