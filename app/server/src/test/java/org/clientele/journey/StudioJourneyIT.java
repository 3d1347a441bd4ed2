package org.clientele.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A consultant's way through the studio: cut points, preview, difference, publication, movement, a customer's reason, and back; then a model of their own. */
class StudioJourneyIT {
    private static final String STUDIO = "v/retail/segments/rfm/studio";

    @TempDir
    Path data;

    private final Axe axe = new Axe();

    @Test
    void shouldLeadFromACutPointToTheReasonOfAMovedCustomerAndBack() {
        try (Browser browser = Browser.open();
                PortalProcess portal = PortalProcess.start(data, "--clientele.demo=true")) {
            Page page = browser.person(Locale.US, 1440, 900).newPage();
            signIn(page, portal);
            editWithPreview(page, portal);
            publish(page);
            seeWhoMoved(page);
            seeWhy(page);
            rollBack(page, portal);
            makeAModel(page, portal);
            deleteIt(page);
            axe.assertNothingFound();
        }
    }

    private static void signIn(Page page, PortalProcess portal) {
        page.navigate(portal.url("login"));
        page.getByText(Pattern.compile("onsultant")).first().click();
        page.waitForURL(Pattern.compile("^(?!.*login).*$"));
    }

    /** The studio is not checked by axe as a whole: cut points near each other overlap, and each has a field beside it instead. */
    private static void editWithPreview(Page page, PortalProcess portal) {
        waitForTheSample(page, portal);
        page.navigate(portal.url(STUDIO));
        assertThat(page.getByText("Nobody would change segment.").first()).isVisible(Patient.VISIBLE);
        page.getByLabel("Cut 1").first().fill("30");
        assertThat(page.getByText(Pattern.compile("customers would change segment \\("))
                        .first())
                .isVisible();
        assertThat(page.getByText("Because")).isVisible();
    }

    private static void waitForTheSample(Page page, PortalProcess portal) {
        page.navigate(portal.url("v/retail/segments/recomputes"));
        Steps.awaitSample(page);
    }

    private static void publish(Page page) {
        button(page, "Publish…").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText(Pattern.compile("customers would change segment \\("));
        dialog.getByLabel("Why").fill("a month is recent enough");
        inside(dialog, "Publish").click();
        assertThat(page.getByText(Pattern.compile("applies now: Version 2"))).isVisible(Patient.VISIBLE);
    }

    private void seeWhoMoved(Page page) {
        button(page, "Versions").click();
        inside(page.getByRole(AriaRole.DIALOG), "Who moved since").click();
        page.waitForURL(Pattern.compile(".*/segments/movement\\?.*versions=1\\.\\.2.*"));
        assertThat(page.getByText(Pattern.compile("Of [\\d,]+ who moved, 0 did so by their behaviour")))
                .isVisible(Patient.VISIBLE);
        assertThat(page.locator("clientele-chart").first()).isVisible();
        axe.check(page, "movement");
    }

    private static void seeWhy(Page page) {
        page.locator("main a[href*='@1'], main a[href*='%401']").first().click();
        page.waitForURL(Pattern.compile(".*/retail/customers\\?.*"));
        page.locator("vaadin-grid a").first().click();
        page.waitForURL(Pattern.compile(".*/customers/\\d+.*"));
        page.locator("a[href*='why?model=rfm']").first().click();
        assertThat(page.getByText(Pattern.compile("version 2")).first()).isVisible();
    }

    private static void rollBack(Page page, PortalProcess portal) {
        page.navigate(portal.url(STUDIO));
        button(page, "Versions").click();
        inside(page.getByRole(AriaRole.DIALOG), "Go back to this…").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG).last();
        dialog.getByLabel("Why").fill("a month is too long");
        inside(dialog, "Publish").click();
        assertThat(page.getByText(Pattern.compile("applies now: Version 3")).first())
                .isVisible(Patient.VISIBLE);
    }

    private void makeAModel(Page page, PortalProcess portal) {
        page.navigate(portal.url("v/retail/segments"));
        button(page, "New model").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        axe.check(page, "new model");
        dialog.getByLabel("Name in English").fill("Win-back list");
        dialog.getByLabel("Segment 1 in English").fill("Lapsed regulars");
        dialog.getByLabel("Segment 2 in English").fill("Others");
        inside(dialog, "Create and open").click();
        page.waitForURL(Pattern.compile(".*/segments/own_win_back_list/studio"));
        assertThat(button(page, "Publish…")).isDisabled();
        button(page, "Add condition").click();
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Condition 1"))
                .fill("recency_days > 180 && frequency >= 3");
        assertThat(page.getByText(Pattern.compile("would be in a segment"))).isVisible();
        assertThat(page.getByText("Days since last purchase is more than 180 days and Purchases is at least 3"))
                .isVisible();
        button(page, "Publish…").click();
        page.getByRole(AriaRole.DIALOG).getByLabel("Why").fill("for the calls in December");
        inside(page.getByRole(AriaRole.DIALOG), "Publish").click();
        assertThat(page.getByText(Pattern.compile("applies now: Version 2"))).isVisible(Patient.VISIBLE);
    }

    private void deleteIt(Page page) {
        page.locator("main a[href*='model=own_win_back_list']").first().click();
        assertThat(page.getByText("Lapsed regulars").first()).isVisible(Patient.VISIBLE);
        axe.check(page, "a model made here");
        button(page, "Delete…").click();
        inside(page.getByRole(AriaRole.DIALOG), "Delete").click();
        assertThat(page.getByText("“Win-back list” is deleted.")).isVisible();
        button(page, "Undo").click();
        assertThat(page.getByText("Win-back list", new Page.GetByTextOptions().setExact(true))
                        .first())
                .isVisible(Patient.VISIBLE);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator inside(Locator dialog, String name) {
        return dialog.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
