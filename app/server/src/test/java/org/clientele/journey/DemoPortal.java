package org.clientele.journey;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import java.util.regex.Pattern;
import org.clientele.common.TemporaryFiles;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A portal with its sample customers, and a browser, which all journeys that ask for it share: what one leaves behind the next one meets. */
final class DemoPortal implements AutoCloseable {
    static final Pattern STAFF = Pattern.compile("Wang Fang");
    static final Pattern MANAGER = Pattern.compile("Chen Hao");
    static final Pattern CONSULTANT = Pattern.compile("Lin Mei");

    private static final Pattern SIGNED_IN = Pattern.compile("^(?!.*login).*$");

    private final Browser browser;
    private final PortalProcess portal;

    private DemoPortal(Browser browser, PortalProcess portal) {
        this.browser = browser;
        this.portal = portal;
    }

    private static DemoPortal open() {
        Browser browser = Browser.open();
        DemoPortal demo = new DemoPortal(
                browser, PortalProcess.start(TemporaryFiles.folder("clientele-demo"), "--clientele.demo=true"));
        try (BrowserContext person = demo.person(Locale.US)) {
            demo.awaitSample(demo.signIn(person, CONSULTANT));
        }
        return demo;
    }

    private void awaitSample(Page page) {
        show(page, "segments/recomputes");
        Steps.awaitSample(page);
    }

    BrowserContext person(Locale locale) {
        return person(locale, 1440, 900);
    }

    BrowserContext person(Locale locale, int width, int height) {
        BrowserContext context = browser.person(locale, width, height);
        context.setDefaultTimeout(Patient.MILLISECONDS);
        return context;
    }

    /** Signs somebody in by the demo's door, with the key that a mouse would stand for. */
    Page signIn(BrowserContext person, Pattern who) {
        Page page = person.newPage();
        page.navigate(portal.url("login"));
        Locator door = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(who));
        door.focus();
        door.press("Enter");
        page.waitForURL(SIGNED_IN);
        return page;
    }

    String url(String path) {
        return portal.url(path);
    }

    /** Opens a screen of the shops. */
    void show(Page page, String screen) {
        page.navigate(portal.url("v/retail/" + screen));
        page.locator("h1").first().waitFor();
    }

    @Override
    public void close() {
        portal.close();
        browser.close();
    }

    /** Hands the one portal to the tests. */
    static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == DemoPortal.class;
        }

        @Override
        public DemoPortal resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(DemoPortal.class))
                    .computeIfAbsent(DemoPortal.class, key -> open(), DemoPortal.class);
        }
    }
}
