package org.clientele.benchmarks;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import java.util.regex.Pattern;

/** How somebody comes into a portal that has retail customers, and waits until all their memberships are stored. */
final class Entrance {
    private static final Pattern CONSULTANT = Pattern.compile("consultant", Pattern.CASE_INSENSITIVE);
    private static final int SAMPLE = 5_000;

    private Entrance() {}

    /** By the door of the demo, which fills itself. */
    static void demo(Page page, Portal portal) {
        page.navigate(portal.url("login"));
        page.getByText(CONSULTANT).first().click();
        page.waitForURL(url -> !url.contains("login"));
        awaitMemberships(page, portal, SAMPLE);
    }

    /** As the first administrator, who enables the vertical that the database holds customers of. */
    static void administrator(Page page, Portal portal, int customers) {
        page.navigate(portal.setupUrl());
        page.getByLabel("Name").fill("Benchmark");
        page.getByLabel("Login").fill("benchmark");
        page.getByLabel("Password").first().fill("nothing to be kept secret");
        button(page, "Create administrator").click();
        button(page, "Choose an industry").click();
        button(page, "Enable Retail").click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Enable"))
                .click();
        page.locator("vaadin-side-nav-item", new Page.LocatorOptions().setHasText("Customers"))
                .waitFor();
        awaitMemberships(page, portal, customers);
    }

    private static void awaitMemberships(Page page, Portal portal, int customers) {
        page.navigate(portal.url("v/retail/segments/recomputes"));
        page.getByText(String.format(Locale.ROOT, "%,d customers", customers))
                .first()
                .waitFor();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }
}
