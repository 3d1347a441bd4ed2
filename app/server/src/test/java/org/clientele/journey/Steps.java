package org.clientele.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What every journey begins with, and what its pages are made of. */
final class Steps {
    private Steps() {}

    /** Fills the form behind the one-time link. */
    static void makeAdministrator(Page page, String name, String login, String password) {
        page.getByLabel("Name").fill(name);
        page.getByLabel("Login").fill(login);
        page.getByLabel("Password").first().fill(password);
        button(page, "Create administrator").click();
        button(page, "Choose an industry").click();
    }

    /** Enables a vertical on the page of the plugins, in a currency. */
    static void enable(Page page, String vertical, String currency) {
        heading(page, "Plugins");
        button(page, "Enable " + vertical).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.COMBOBOX).fill(currency);
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(Pattern.compile("^" + currency)))
                .click();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Enable"))
                .click();
        // The navigation of the open screen follows at once.
        assertThat(page.locator("vaadin-side-nav-item", new Page.LocatorOptions().setHasText("Customers")))
                .isVisible(Patient.VISIBLE);
    }

    /** Hands a file to the import of the page, which recognises it by its preset. */
    static void upload(Page page, Path file) {
        page.locator("vaadin-upload input[type=file]").setInputFiles(file);
        assertThat(page.getByText(Pattern.compile("^Recognised as"))).isVisible(Patient.VISIBLE);
    }

    /**
     * The portal signs people in while its sample customers still come; the last of it is the recompute after the import, which one of the
     * customers with contacts may come before.
     */
    static void awaitSample(Page recomputes) {
        assertThat(recomputes
                        .getByText(Pattern.compile("^5,000 customers .* memberships begun"))
                        .first())
                .isVisible(Patient.VISIBLE);
    }

    static Locator figure(Page page, String label) {
        return page.locator(".key-figure", new Page.LocatorOptions().setHasText(label))
                .first();
    }

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    static void heading(Page page, String text) {
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1).setName(text))
                .waitFor();
    }
}
