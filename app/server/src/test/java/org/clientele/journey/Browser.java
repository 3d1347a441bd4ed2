package org.clientele.journey;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A headless Chromium: the one the launcher found, or Playwright's own. */
final class Browser implements AutoCloseable {
    /** In milliseconds; where nothing else runs, everything is there within one second. */
    private static final int PATIENCE = 30_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    static Browser open() {
        String path = System.getenv().getOrDefault("CLIENTELE_CHROMIUM", "/usr/bin/chromium");
        boolean installed = Files.isExecutable(Path.of(path));
        boolean required = "true".equals(System.getenv("CI"));
        if (!required) {
            assumeTrue(
                    installed || System.getenv("CLIENTELE_PLAYWRIGHT_BROWSER") != null,
                    "No Chromium: browser journeys are left out. Install one or set CLIENTELE_CHROMIUM.");
        }
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", installed ? "1" : "0")));
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                .setHeadless(true)
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"));
        if (installed) {
            options.setExecutablePath(Path.of(path));
        }
        return new Browser(playwright, playwright.chromium().launch(options));
    }

    /** A person of their own: no cookies, nothing stored. */
    BrowserContext person(Locale locale, int width, int height) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(locale.toLanguageTag())
                .setViewportSize(width, height));
        context.setDefaultTimeout(20_000);
        return context;
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
