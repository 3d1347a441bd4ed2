package org.clientele.benchmarks;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * From the last keystroke in a field of the studio, such as a cut point of RFM, to the new sizes of the segments on the screen, without the pause that the
 * studio waits for a further keystroke: the portal in a process of its own, and a browser on the same machine. Arguments: how many edits (60); how many
 * customers, on PostgreSQL with ten purchases each (0: the demo portal with its 5,000); the model (rfm, or pyramid with fixed borders, or life_cycle); then
 * options for the portal's Java ({@code -Xmx4g} for a million customers). The browser is the one of {@code CLIENTELE_CHROMIUM}, else {@code /usr/bin/chromium}.
 */
final class StudioBenchmark {
    private static final String EDITS = "60";
    private static final String DEMO = "0";
    private static final int WARM_UP = 20;
    private static final double PATIENCE = 600_000;
    private static final double PAUSE_MILLIS = 250;

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

    static void run(List<String> arguments) throws IOException {
        int edits = Integer.parseInt(Shops.argument(arguments, 0, EDITS));
        int customers = Integer.parseInt(Shops.argument(arguments, 1, DEMO));
        StudioEdit edit = StudioEdit.of(Shops.argument(arguments, 2, StudioEdit.RFM.model()));
        List<String> javaOptions = arguments.stream().skip(3).toList();
        if (customers == 0) {
            try (Portal portal = Portal.start(javaOptions, List.of("--clientele.demo=true"))) {
                measure(portal, page -> Entrance.demo(page, portal), edit, edits);
            }
            return;
        }
        try (FilledDatabase database = FilledDatabase.of(customers);
                Portal portal = Portal.start(javaOptions, database.settings())) {
            measure(portal, page -> Entrance.administrator(page, portal, customers), edit, edits);
        }
    }

    private static void measure(Portal portal, Consumer<Page> entrance, StudioEdit edit, int edits) {
        try (Playwright playwright = Chromium.playwright();
                Browser browser = Chromium.launch(playwright);
                BrowserContext person = browser.newContext(new Browser.NewContextOptions()
                        .setLocale(Locale.UK.toLanguageTag())
                        .setViewportSize(1440, 900))) {
            person.setDefaultTimeout(PATIENCE);
            Page page = person.newPage();
            entrance.accept(page);
            page.navigate(portal.url("v/retail/segments/%s/studio".formatted(edit.model())));
            page.locator(".effect table").first().waitFor();
            edit.prepare(page);
            edit.field(page).waitFor();
            page.evaluate(WATCH);
            type(page, edit, WARM_UP, new Timings("warm-up"));
            Timings timings = new Timings("from the last keystroke to the sizes on the screen");
            type(page, edit, edits, timings);
            System.out.println(timings.text());
            System.out.println(Load.text());
        }
    }

    private static void type(Page page, StudioEdit edit, int edits, Timings timings) {
        Locator field = edit.field(page);
        for (int i = 0; i < edits; i++) {
            field.fill(edit.text(i));
            double taken = ((Number) page.waitForFunction(TAKEN).jsonValue()).doubleValue();
            timings.add((long) ((taken - PAUSE_MILLIS) * 1e6));
        }
    }
}
