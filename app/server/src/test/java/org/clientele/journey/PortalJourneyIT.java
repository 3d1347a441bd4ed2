package org.clientele.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.clientele.journey.Steps.button;
import static org.clientele.journey.Steps.figure;
import static org.clientele.journey.Steps.heading;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.clientele.dataimport.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The portal's main job from an empty folder to a contact that is still there after a restart, on real purchases, in both languages. */
class PortalJourneyIT {
    private static final String PASSWORD = "correct horse battery";
    private static final String CONTACT = "Asked about the autumn catalogue";
    private static final List<String> SCREENS = List.of(
            "v/retail/overview?period=all",
            "v/retail/customers",
            "v/retail/segments",
            "v/retail/segments/rfm/studio",
            "v/retail/segments/movement",
            "v/retail/segments/compare",
            "v/retail/segments/recomputes",
            "v/retail/strategies",
            "v/retail/worklist",
            "v/retail/reports",
            "v/retail/reports/grades",
            "v/retail/guides",
            "v/retail/checks",
            "v/retail/data",
            "v/retail/data/import",
            "plugins",
            "plugins/signers",
            "admin/users",
            "account");

    @TempDir
    Path data;

    private final Axe axe = new Axe();
    private String address = "";

    @Test
    void shouldLeadFromAnEmptyPortalToACustomerWhoseContactSurvivesARestart() {
        Path purchases = RealData.file("retail/CDNOW_master.txt");
        try (Browser browser = Browser.open()) {
            try (PortalProcess first = PortalProcess.start(data)) {
                address = first.url("");
                Page administrator = browser.person(Locale.US, 1440, 900).newPage();
                makeAdministrator(administrator, first.setupLink());
                enableRetail(administrator);
                importPurchases(administrator, purchases);
                readOverview(administrator);
                String customer = openCustomer(administrator);
                logContactAsStaff(browser, inviteStaff(administrator), customer);
                seeContact(administrator);
            }
            try (PortalProcess second = PortalProcess.start(data)) {
                address = second.url("");
                seeEverythingAgain(browser.person(Locale.SIMPLIFIED_CHINESE, 1440, 900));
            }
            axe.assertNothingFound();
        }
    }

    private void makeAdministrator(Page page, String link) {
        page.navigate(link);
        axe.check(page, "setup");
        Steps.makeAdministrator(page, "Zhou Yan", "zhou.yan", PASSWORD);
    }

    private void enableRetail(Page page) {
        Steps.enable(page, "Retail", "USD");
        axe.check(page, "plugins");
    }

    private void importPurchases(Page page, Path file) {
        page.navigate(url("v/retail/data/import"));
        Steps.upload(page, file);
        axe.check(page, "import: file");
        button(page, "Continue").click();
        axe.check(page, "import: columns");
        button(page, "Check").click();
        Locator go = button(page, "Import 69,659 rows");
        assertThat(go).isVisible(Patient.VISIBLE);
        assertThat(page.getByText("23,570 customers are created.", new Page.GetByTextOptions().setExact(false)))
                .isVisible();
        axe.check(page, "import: check");
        go.click();
        assertThat(page.getByText("Imported. Segments are being computed again."))
                .isVisible(Patient.VISIBLE);
        axe.check(page, "import: result");
    }

    private void readOverview(Page page) {
        page.navigate(url("v/retail/overview?period=all"));
        heading(page, "Retail overview");
        assertThat(figure(page, "Customers")).containsText("23,570", Patient.CONTAINS);
        assertThat(figure(page, "Revenue")).containsText(Pattern.compile("\\$2\\.50? ?M|\\$2,500,315\\.63"));
        checkScreens(page, "en light ");
    }

    private void checkScreens(Page page, String how) {
        for (String screen : SCREENS) {
            page.navigate(url(screen));
            page.locator("h1").first().waitFor();
            axe.check(page, how + screen);
        }
    }

    private String openCustomer(Page page) {
        page.navigate(url("v/retail/overview?period=all"));
        figure(page, "Customers").click();
        assertThat(page.getByText(Pattern.compile("^23,570 customers"))).isVisible();
        axe.check(page, "customers");
        page.navigate(url("v/retail/customers?q=00003"));
        page.locator("vaadin-grid")
                .getByText("00003", new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        assertThat(page.getByText(Pattern.compile("^Why here")).first()).isVisible();
        axe.check(page, "customer");
        return page.url();
    }

    private String inviteStaff(Page page) {
        String customer = page.url();
        page.navigate(url("admin/users"));
        button(page, "Invite user").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Name").fill("Li Na");
        dialog.getByLabel("Login").fill("li.na");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();
        String link = page.getByLabel("One-time link").inputValue();
        axe.check(page, "users: link");
        page.navigate(customer);
        return url("join/" + link.substring(link.lastIndexOf('/') + 1));
    }

    private void logContactAsStaff(Browser browser, String joinLink, String customer) {
        try (BrowserContext person = browser.person(Locale.US, 390, 844)) {
            Page page = person.newPage();
            page.navigate(joinLink);
            page.getByLabel("Password").first().fill(PASSWORD);
            button(page, "Set password and sign in").click();
            page.waitForURL(Pattern.compile(".*/overview.*"));
            page.navigate(customer);
            page.getByLabel("Subject").fill(CONTACT);
            page.getByLabel("Notes").fill("Wants it by post, not by e-mail.");
            axe.check(page, "customer on a phone");
            button(page, "Save contact").click();
            assertThat(page.getByText(CONTACT).first()).isVisible();
        }
    }

    /** The administrator's screen was open all the time. */
    private void seeContact(Page page) {
        assertThat(page.getByText(CONTACT).first()).isVisible();
    }

    private void seeEverythingAgain(BrowserContext person) {
        Page page = person.newPage();
        page.navigate(url("login"));
        axe.check(page, "登录");
        page.getByLabel("用户名").fill("zhou.yan");
        page.getByLabel("密码").first().fill(PASSWORD);
        button(page, "登录").click();
        page.waitForURL(Pattern.compile(".*/overview.*"));
        page.navigate(url("v/retail/overview?period=all"));
        assertThat(figure(page, "客户")).containsText(Pattern.compile("23,570|2\\.36 ?万|2\\.357 ?万"), Patient.CONTAINS);
        button(page, "浅色或深色").click();
        checkScreens(page, "zh dark ");
        page.navigate(url("v/retail/customers?q=00003"));
        page.locator("vaadin-grid")
                .getByText("00003", new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        assertThat(page.getByText(CONTACT).first()).isVisible(Patient.VISIBLE);
        axe.check(page, "zh dark customer");
    }

    private String url(String path) {
        return address + path;
    }
}
