package org.clientele.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.clientele.plugin.PluginJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every text of a package is markup that would draw a picture and run a script: its inspection, its card, its pages and the import show its letters. */
class ScriptTextIT {
    private static final String PASSWORD = "correct horse battery";
    private static final String SCRIPT = "<img src=x onerror=window.broken=1>";
    private static final Path EXAMPLE = Path.of("..", "..", "docs", "examples", "hotel");

    /** Nothing is on its way to the browser any more, and no room is kept for what has yet to come. */
    private static final String SETTLED = """
            () => Object.values(window.Vaadin.Flow.clients).every(client => !client.isActive || !client.isActive())
              && !document.querySelector('.skeleton')
            """;

    /** The example has no workflow. */
    private static final String WORKFLOWS = """
            workflows:
              - id: complaint
                source: own
                steps:
                  - { id: hear, roles: [consultant, manager] }
                  - { id: answer, document: true }
            """;

    private static final List<String> PAGES = List.of(
            "overview",
            "segments",
            "segments/recomputes",
            "segments/tier/studio",
            "segments/value/studio",
            "segments/life_cycle/studio",
            "segments/compare",
            "segments/movement",
            "strategies",
            "worklist",
            "checks",
            "guides",
            "reports",
            "reports/cities",
            "reports/purposes",
            "reports/best_guests",
            "data",
            "data/references/house");

    private static final List<String> CHINESE_PAGES = List.of(
            "plugins",
            "v/hotel/overview",
            "v/hotel/segments",
            "v/hotel/strategies",
            "v/hotel/guides",
            "v/hotel/checks",
            "v/hotel/workflows",
            "v/hotel/reports/purposes",
            "v/hotel/data");

    @TempDir
    Path data;

    private String address = "";

    @Test
    void shouldShowEveryTextOfAPackageAsText() throws IOException {
        Files.createDirectories(data.resolve("catalogue"));
        Files.write(data.resolve("catalogue").resolve("hotel.jar"), jar());
        try (Browser browser = Browser.open();
                PortalProcess portal = PortalProcess.start(data, "--clientele.developer-mode=true")) {
            address = portal.url("");
            Page page = browser.person(Locale.US, 1440, 1000).newPage();
            makeAdministrator(page, portal.setupLink());
            install(page);
            PAGES.forEach(path -> {
                open(page, "v/hotel/" + path);
                shown(page, page.locator("body"), path);
            });
            customer(page);
            search(page);
            workflow(page);
            uninstalling(page);
            wizard(page);
            inChinese(browser.person(Locale.SIMPLIFIED_CHINESE, 1440, 1000).newPage());
        }
    }

    private void makeAdministrator(Page page, String link) {
        page.navigate(link);
        page.getByLabel("Name").fill("Zhou Yan");
        page.getByLabel("Login").fill("zhou.yan");
        page.getByLabel("Password").first().fill(PASSWORD);
        button(page, "Create administrator").click();
        button(page, "Choose an industry").click();
    }

    private void install(Page page) {
        open(page, "plugins");
        shown(page, page.locator("body"), "the catalogue");
        upload(page, jar());
        shown(page, page.getByRole(AriaRole.DIALOG), "the inspection");
        button(page, "Install").click();
        begins(page, "Enable ").click();
        shown(page, page.getByRole(AriaRole.DIALOG), "enabling");
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Enable"))
                .click();
        assertThat(page.locator("vaadin-side-nav-item", new Page.LocatorOptions().setHasText("Customers")))
                .isVisible(Patient.VISIBLE);
        shown(page, page.locator("body"), "the card");
        open(page, "v/hotel/data");
        button(page, "Try with sample data").click();
        assertThat(page.getByText("Sample data").first()).isVisible(Patient.VISIBLE);
        open(page, "v/hotel/overview");
        assertThat(page.locator(".key-figure").first()).containsText("2,000", Patient.CONTAINS);
    }

    private void customer(Page page) {
        open(page, "v/hotel/customers?q=C00003");
        page.locator("vaadin-grid")
                .getByText("C00003", new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        assertThat(page.getByText(Pattern.compile("^Why here")).first()).isVisible();
        shown(page, page.locator("body"), "a customer");
        open(page, page.url().substring(address.length()).replaceAll("\\?.*", "") + "/why");
        shown(page, page.locator("body"), "why here");
    }

    /** What is found says which industry it belongs to. */
    private void search(Page page) {
        open(page, "v/hotel/guides");
        page.keyboard().press("Control+k");
        page.keyboard().type("Overview");
        shown(page, page.locator("vaadin-combo-box-item"), "what a search finds");
        page.keyboard().press("Escape");
    }

    /** On the customer's page, in its dialogs and in the list of what runs. */
    private void workflow(Page page) {
        open(page, "v/hotel/customers?q=C00003");
        page.locator("vaadin-grid")
                .getByText("C00003", new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Start: ")))
                .first()
                .click();
        shown(page, page.getByRole(AriaRole.DIALOG), "the start of a workflow");
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Start"))
                .click();
        assertThat(page.getByText(Pattern.compile("started\\.$")).first()).isVisible(Patient.VISIBLE);
        open(page, "v/hotel/workflows");
        shown(page, page.locator("vaadin-grid"), "what runs");
    }

    private void uninstalling(Page page) {
        open(page, "plugins");
        begins(page, "Uninstall").click();
        shown(page, page.getByRole(AriaRole.DIALOG), "uninstalling");
    }

    private void inChinese(Page page) {
        page.navigate(address + "login");
        page.getByLabel("用户名").fill("zhou.yan");
        page.getByLabel("密码").first().fill(PASSWORD);
        button(page, "登录").click();
        page.waitForURL(Pattern.compile("^(?!.*/login).*$"));
        for (String path : CHINESE_PAGES) {
            open(page, path);
            shown(page, page.locator("body"), path + " in Chinese");
        }
    }

    private void wizard(Page page) {
        open(page, "v/hotel/data/import");
        page.locator("vaadin-upload input[type=file]").setInputFiles(EXAMPLE.resolve("stays.csv"));
        shown(page, page.locator("body"), "the file");
        button(page, "Continue").click();
        button(page, "Check").waitFor();
        shown(page, page.locator("body"), "the columns");
        button(page, "Check").click();
        button(page, "Import 6 rows").waitFor();
        shown(page, page.locator("body"), "the check");
    }

    /** The place shows a text of the package as it stands, and nothing on the page took one for markup. */
    private static void shown(Page page, Locator place, String name) {
        // Options of a select that is shut are there, too.
        assertThat(place.getByText(SCRIPT).locator("visible=true").first()).isVisible(Patient.VISIBLE);
        harmless(page, name);
    }

    private static void harmless(Page page, String name) {
        page.waitForFunction(SETTLED);
        Assertions.assertThat(page.locator("img[src=x]").count())
                .as("pictures that a text drew in " + name)
                .isZero();
        Assertions.assertThat(page.evaluate("window.broken"))
                .as("what a text ran in " + name)
                .isNull();
    }

    private void upload(Page page, byte[] jar) {
        open(page, "plugins");
        button(page, "Install from file…").click();
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("hotel.jar", "application/java-archive", jar));
    }

    private void open(Page page, String path) {
        page.navigate(address + path);
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                .waitFor();
    }

    private static byte[] jar() {
        String yaml = example().replace("Hangzhou: 3", "'<img src=x>': 3") + WORKFLOWS;
        return PluginJar.vertical("hotel")
                .definition(yaml)
                .manifest("Plugin-Provider", SCRIPT)
                .edit("messages.properties", ScriptTextIT::withScripts)
                .edit("messages_zh_CN.properties", ScriptTextIT::withScripts)
                .bytes();
    }

    private static String withScripts(String texts) {
        return texts.replaceAll("(?m)^(.+)$", "$1 " + SCRIPT);
    }

    private static String example() {
        try {
            return Files.readString(EXAMPLE.resolve("vertical.yaml"), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Locator begins(Page page, String name) {
        return page.getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name + ".*Club")))
                .first();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
