package org.clientele.benchmarks;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * From the last keystroke in a cut point of RFM to the new sizes of the segments on the screen, without the pause that the studio waits for a further
 * keystroke: the demo portal (5,000 customers) in a process of its own, and a browser on the same machine. What the screen adds to the engine does not
 * depend on the number of customers: a row a segment and the first of those who move. Arguments: how many edits (60), then options for Java. The browser is
 * the one of {@code CLIENTELE_CHROMIUM}, else {@code /usr/bin/chromium}.
 */
final class StudioBenchmark {
    private static final String EDITS = "60";
    private static final int WARM_UP = 20;
    private static final double PATIENCE = 120_000;
    private static final double PAUSE_MILLIS = 250;
    private static final Pattern CONSULTANT = Pattern.compile("consultant", Pattern.CASE_INSENSITIVE);
    private static final Pattern WHOLE_SAMPLE = Pattern.compile("5,000 customers");

    /** Notes the last keystroke, and when the table of segments was drawn anew after it. */
    private static final String WATCH = """
            () => {
              addEventListener('input', () => { window.typed = performance.now(); window.shown = 0; }, true);
              new MutationObserver(() => requestAnimationFrame(() => {
                window.shown = window.shown || performance.now();
              })).observe(document.querySelector('.effect'), { childList: true, subtree: true, characterData: true });
            }""";

    private static final String TAKEN = "() => window.shown ? window.shown - window.typed : 0";

    private StudioBenchmark() {}

    static void run(List<String> arguments) {
        int edits = Integer.parseInt(Shops.argument(arguments, 0, EDITS));
        List<String> javaOptions = arguments.stream().skip(1).toList();
        try (Portal portal = Portal.start(javaOptions, List.of("--clientele.demo=true"));
                Playwright playwright = Chromium.playwright();
                Browser browser = Chromium.launch(playwright);
                BrowserContext person = browser.newContext(new Browser.NewContextOptions()
                        .setLocale(Locale.UK.toLanguageTag())
                        .setViewportSize(1440, 900))) {
            person.setDefaultTimeout(PATIENCE);
            Page page = person.newPage();
            open(page, portal);
            edit(page, WARM_UP, new Timings("warm-up"));
            Timings timings = new Timings("from the last keystroke to the sizes on the screen");
            edit(page, edits, timings);
            System.out.println(timings.text());
            System.out.println(Load.text());
        }
    }

    private static void open(Page page, Portal portal) {
        page.navigate(portal.url("login"));
        page.getByText(CONSULTANT).first().click();
        page.waitForURL(url -> !url.contains("login"));
        page.navigate(portal.url("v/retail/segments/recomputes"));
        page.getByText(WHOLE_SAMPLE).first().waitFor();
        page.navigate(portal.url("v/retail/segments/rfm/studio"));
        page.locator(".effect table").first().waitFor();
        page.evaluate(WATCH);
    }

    private static void edit(Page page, int edits, Timings timings) {
        Locator cut = page.getByLabel("Cut 1").first();
        for (int i = 0; i < edits; i++) {
            cut.fill(String.valueOf(20 + i % 2));
            double taken = ((Number) page.waitForFunction(TAKEN).jsonValue()).doubleValue();
            timings.add((long) ((taken - PAUSE_MILLIS) * 1e6));
        }
    }
}
