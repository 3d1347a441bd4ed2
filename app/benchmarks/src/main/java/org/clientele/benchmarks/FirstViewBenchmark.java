package org.clientele.benchmarks;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From the start of the navigation to the first key figure of the overview on the screen: the demo portal in a process of its own, warm, a
 * browser that has nothing of it in its cache. Arguments: how many views (5), then options for Java. The browser is the one of
 * {@code CLIENTELE_CHROMIUM}, else {@code /usr/bin/chromium}.
 */
final class FirstViewBenchmark {
    private static final String VIEWS = "5";
    private static final int WARM_UP = 5;
    private static final double PATIENCE = 120_000;
    private static final Pattern CONSULTANT = Pattern.compile("consultant", Pattern.CASE_INSENSITIVE);

    /** When the first figure is painted, in milliseconds since the navigation began; 0: not yet. */
    private static final String FIGURE = """
            () => {
              const figure = document.querySelector('.key-figure-value');
              return figure && figure.textContent.trim() && figure.getClientRects().length ? performance.now() : 0;
            }""";

    private static final String LOADED = """
            () => {
              const all = performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'));
              const bytes = all.reduce((sum, entry) => sum + entry.transferSize, 0);
              return `${all.length} requests, ${Math.round(bytes / 1024)} KB`;
            }""";

    private FirstViewBenchmark() {}

    static void run(List<String> arguments) {
        int views = Integer.parseInt(Shops.argument(arguments, 0, VIEWS));
        List<String> javaOptions = arguments.stream().skip(1).toList();
        try (Portal portal = Portal.start(javaOptions, List.of("--clientele.demo=true"));
                Playwright playwright = Chromium.playwright();
                Browser browser = Chromium.launch(playwright)) {
            String signedIn = signIn(browser, portal);
            for (int i = 0; i < WARM_UP; i++) {
                view(browser, portal, signedIn, new Timings("warm-up"));
            }
            Timings timings = new Timings("from navigation to the first key figure");
            String loaded = "";
            for (int i = 0; i < views; i++) {
                loaded = view(browser, portal, signedIn, timings);
            }
            System.out.println(timings.text());
            System.out.println(loaded + "; " + Load.text());
        }
    }

    /** Comes in by the demo's door; what a browser stores of it. */
    private static String signIn(Browser browser, Portal portal) {
        try (BrowserContext person = person(browser, null)) {
            Page page = person.newPage();
            page.navigate(portal.url("login"));
            page.getByText(CONSULTANT).first().click();
            page.waitForURL(url -> !url.contains("login"));
            page.navigate(portal.url("v/retail/overview"));
            page.waitForFunction(FIGURE);
            return person.storageState();
        }
    }

    private static String view(Browser browser, Portal portal, String signedIn, Timings timings) {
        try (BrowserContext person = person(browser, signedIn)) {
            Page page = person.newPage();
            page.navigate(portal.url("v/retail/overview"));
            Object millis = page.waitForFunction(FIGURE).jsonValue();
            timings.add((long) (((Number) millis).doubleValue() * 1e6));
            return String.valueOf(page.evaluate(LOADED));
        }
    }

    private static BrowserContext person(Browser browser, @Nullable String signedIn) {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setLocale(Locale.UK.toLanguageTag())
                .setViewportSize(1440, 900);
        BrowserContext person = browser.newContext(signedIn == null ? options : options.setStorageState(signedIn));
        person.setDefaultTimeout(PATIENCE);
        return person;
    }
}
