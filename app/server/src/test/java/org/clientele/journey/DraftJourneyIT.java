package org.clientele.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.clientele.journey.Steps.button;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What staff have typed about a contact outlives the network, the portal and the session, and an address that leads nowhere says so. */
class DraftJourneyIT {
    private static final String PASSWORD = "correct horse battery";
    private static final String DRAFTS =
            "() => Object.entries(localStorage).filter(e => e[0].startsWith('clientele.draft')).join()";

    @TempDir
    Path data;

    @Test
    void shouldKeepTheDraftOfAContactUntilItIsSaved() {
        try (Browser browser = Browser.open()) {
            BrowserContext person = browser.person(Locale.US, 1440, 900);
            Page page = person.newPage();
            try (PortalProcess first = PortalProcess.start(data)) {
                openACustomer(page, first);
                subject(page).fill("Asked about delivery");
                loseTheLine(page, person);
                first.kill();
                notes(page).fill("Wants it on Friday, after six.");
                awaitKept(page, "after six");
                try (PortalProcess second = first.again(data)) {
                    signInAgain(page);
                    assertRestored(page, "Asked about delivery", "Wants it on Friday, after six.");
                    loseTheSession(page, person);
                    assertRestored(page, "Asked about delivery, twice", "Wants it on Friday, after six.");
                    save(page);
                    meetAnAddressThatLeadsNowhere(page, person, second);
                }
            }
        }
    }

    private static void openACustomer(Page page, PortalProcess portal) {
        page.navigate(portal.setupLink());
        Steps.makeAdministrator(page, "Zhou Yan", "zhou.yan", PASSWORD);
        button(page, "Enable Retail").click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Enable"))
                .click();
        assertThat(page.locator("vaadin-side-nav-item", new Page.LocatorOptions().setHasText("Customers")))
                .isVisible(Patient.VISIBLE);
        page.navigate(portal.url("v/retail/customers"));
        button(page, "New customer").click();
        Locator form = page.getByRole(AriaRole.DIALOG);
        form.getByLabel("Number").fill("00417");
        form.getByLabel("Name").fill("Chen Meiling");
        button(page, "Save customer").click();
        page.waitForURL(Pattern.compile(".*/customers/\\d+.*"));
    }

    private static void loseTheLine(Page page, BrowserContext person) {
        person.setOffline(true);
        notes(page).fill("Wants it on Friday");
        awaitKept(page, "on Friday");
        person.setOffline(false);
        assertThat(subject(page)).hasValue("Asked about delivery");
        assertThat(notes(page)).hasValue("Wants it on Friday");
    }

    private static void loseTheSession(Page page, BrowserContext person) {
        person.clearCookies();
        subject(page).fill("Asked about delivery, twice");
        Locator message = page.locator(".v-system-error");
        assertThat(message).containsText("You are signed out");
        message.click();
        signIn(page);
    }

    /** The page finds out by itself that the portal is back and knows nobody any more. */
    private static void signInAgain(Page page) {
        page.waitForURL(Pattern.compile(".*/login\\?expired.*"), new Page.WaitForURLOptions().setTimeout(150_000));
        assertThat(page.getByText("Your session has ended", new Page.GetByTextOptions().setExact(false)))
                .isVisible(Patient.VISIBLE);
        signIn(page);
    }

    private static void signIn(Page page) {
        page.waitForURL(Pattern.compile(".*/login.*"));
        page.getByLabel("Login").fill("zhou.yan");
        page.getByLabel("Password").first().fill(PASSWORD);
        button(page, "Sign in").click();
        page.waitForURL(Pattern.compile(".*/customers/\\d+.*"));
    }

    private static void assertRestored(Page page, String subject, String notes) {
        assertThat(page.getByText("Your draft is back")).isVisible(Patient.VISIBLE);
        assertThat(subject(page)).hasValue(subject);
        assertThat(notes(page)).hasValue(notes);
    }

    private static void save(Page page) {
        button(page, "Save contact").click();
        assertThat(page.locator(".timeline").getByText("Asked about delivery, twice"))
                .isVisible(Patient.VISIBLE);
        assertThat(subject(page)).hasValue("");
        Assertions.assertThat(page.evaluate(DRAFTS)).isEqualTo("");
    }

    private static void meetAnAddressThatLeadsNowhere(Page page, BrowserContext person, PortalProcess portal) {
        for (String path : new String[] {"v/retail/nowhere", "nowhere"}) {
            page.navigate(portal.url(path));
            assertThat(page.getByText("There is no such page")).isVisible(Patient.VISIBLE);
        }
        person.clearCookies();
        page.navigate(portal.url("nowhere"));
        assertThat(button(page, "Sign in")).isVisible(Patient.VISIBLE);
    }

    private static void awaitKept(Page page, String text) {
        page.waitForFunction("text => (" + DRAFTS + ")().includes(text)", text);
    }

    private static Locator subject(Page page) {
        return page.getByLabel("Subject");
    }

    private static Locator notes(Page page) {
        return page.getByLabel("Notes");
    }
}
