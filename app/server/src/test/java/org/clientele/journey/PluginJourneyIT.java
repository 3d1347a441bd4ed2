package org.clientele.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.clientele.journey.Steps.button;
import static org.clientele.journey.Steps.heading;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.clientele.plugin.PluginJar;
import org.clientele.plugin.TestSigner;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An industry comes to a running portal in a signed jar, is used by two people at once, is upgraded, and goes; their open screens follow. */
@Tag("alone")
class PluginJourneyIT {
    private static final String PASSWORD = "correct horse battery";
    private static final Path EXAMPLE = Path.of("..", "..", "docs", "examples", "hotel");
    /** Runs where a text of a plugin is taken for markup. */
    private static final String SCRIPT = "<img src=x onerror=window.broken=1>";

    private static final LocatorAssertions.IsVisibleOptions AT_ONCE =
            new LocatorAssertions.IsVisibleOptions().setTimeout(2_000);

    private final TestSigner signer = TestSigner.valid(
            "Example Studio",
            Instant.now().minus(Duration.ofDays(1)),
            Instant.now().plus(Duration.ofDays(30)));

    @TempDir
    Path data;

    @Test
    void shouldBringChangeAndTakeAwayAnIndustryWhileTwoPeopleWork() {
        try (Browser browser = Browser.open();
                PortalProcess portal = PortalProcess.start(data)) {
            Page consultant = browser.person(Locale.US, 1440, 900).newPage();
            Page colleague =
                    browser.person(Locale.SIMPLIFIED_CHINESE, 1440, 900).newPage();
            makeAdministrator(consultant, portal);
            signIn(colleague, portal);

            refuseAStranger(consultant, portal);
            trust(consultant, portal);
            install(consultant, colleague, portal);
            use(consultant, colleague, portal);
            upgrade(consultant, colleague, portal);
            rollBack(consultant, colleague, portal);
            uninstall(consultant, colleague, portal);

            Assertions.assertThat(consultant.evaluate("window.broken")).isNull();
            Assertions.assertThat(colleague.evaluate("window.broken")).isNull();
        }
    }

    private void makeAdministrator(Page page, PortalProcess portal) {
        page.navigate(portal.setupLink());
        Steps.makeAdministrator(page, "Zhou Yan", "zhou.yan", PASSWORD);
        heading(page, "Plugins");
    }

    private static void signIn(Page page, PortalProcess portal) {
        page.navigate(portal.url("login"));
        page.getByLabel("用户名").fill("zhou.yan");
        page.getByLabel("密码").first().fill(PASSWORD);
        button(page, "登录").click();
        page.waitForURL(Pattern.compile("^(?!.*/login).*$"));
        page.navigate(portal.url("plugins"));
        heading(page, "插件");
    }

    private void refuseAStranger(Page page, PortalProcess portal) {
        upload(page, portal, signed("1.0.0"));
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("who is not in the list of trusted signers");
        button(page, "Close").click();
    }

    private void trust(Page page, PortalProcess portal) {
        page.navigate(portal.url("plugins/signers"));
        button(page, "Add a signer…").click();
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("studio.pem", "application/x-pem-file", signer.pem()));
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("Trust Example Studio?");
        assertThat(dialog).containsText(signer.fingerprint().substring(0, 2).toUpperCase(Locale.ROOT) + ":");
        button(page, "Trust this signer").click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Example Studio"))).isVisible();
    }

    private void install(Page page, Page colleague, PortalProcess portal) {
        upload(page, portal, signed("1.0.0"));
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("Signed by Example Studio");
        assertThat(dialog).containsText("None, data only");
        button(page, "Install").click();
        button(page, "Enable Hotels").click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Enable"))
                .click();
        assertThat(navigation(page, "Customers")).isVisible(Patient.VISIBLE);
        assertThat(navigation(colleague, "客户")).isVisible(AT_ONCE);
    }

    private void use(Page page, Page colleague, PortalProcess portal) {
        page.navigate(portal.url("v/hotel/data"));
        button(page, "Try with sample data").click();
        assertThat(page.getByText("Sample data").first()).isVisible(Patient.VISIBLE);
        page.navigate(portal.url("v/hotel/overview"));
        colleague.navigate(portal.url("v/hotel/overview"));
        assertThat(page.locator(".key-figure").first()).containsText("2,000", Patient.CONTAINS);
        assertThat(colleague.locator(".key-figure").first()).containsText("2,000", Patient.CONTAINS);
        for (String path : new String[] {"segments", "customers", "overview"}) {
            colleague.navigate(portal.url("v/hotel/" + path));
            colleague
                    .getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                    .waitFor();
        }
    }

    private void upgrade(Page page, Page colleague, PortalProcess portal) {
        colleague.navigate(portal.url("plugins"));
        assertThat(colleague.getByText("1.0.0").first()).isVisible();
        upload(page, portal, signed("1.1.0"));
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("1.0.0 → 1.1.0");
        button(page, "Install 1.1.0").click();
        assertThat(version(page, "1.1.0 · signed by Example Studio")).isVisible(Patient.VISIBLE);
        assertThat(version(colleague, "1.1.0 · ")).isVisible(AT_ONCE);
        colleague.navigate(portal.url("v/hotel/overview"));
        assertThat(colleague.locator(".key-figure").first()).containsText("2,000", Patient.CONTAINS);
    }

    /** Without a restart, with the data as they are. */
    private static void rollBack(Page page, Page colleague, PortalProcess portal) {
        colleague.navigate(portal.url("plugins"));
        assertThat(version(colleague, "1.1.0 · ")).isVisible();
        button(page, "Roll back… Hotels").click();
        button(page, "Go back to 1.0.0").click();
        assertThat(version(page, "1.0.0 · signed by Example Studio")).isVisible(Patient.VISIBLE);
        assertThat(version(colleague, "1.0.0 · ")).isVisible(AT_ONCE);
    }

    /** The colleague is on a screen of the industry and is told what happened. */
    private static void uninstall(Page page, Page colleague, PortalProcess portal) {
        colleague.navigate(portal.url("v/hotel/overview"));
        assertThat(colleague.locator(".key-figure").first()).containsText("2,000", Patient.CONTAINS);
        button(page, "Uninstall… Hotels").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("2,000", Patient.CONTAINS);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Uninstall"))
                .click();
        assertThat(page.getByText("Hotels is uninstalled. Its data are kept.").first())
                .isVisible(Patient.VISIBLE);
        assertThat(colleague.getByText("已卸载").first()).isVisible(AT_ONCE);
        assertThat(colleague.locator(".empty")).containsText("Zhou Yan");
        assertThat(navigation(colleague, "客户")).isHidden();
    }

    private static void upload(Page page, PortalProcess portal, byte[] jar) {
        page.navigate(portal.url("plugins"));
        button(page, "Install from file…").click();
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("hotel.jar", "application/java-archive", jar));
    }

    private byte[] signed(String version) {
        PluginJar jar = PluginJar.vertical("hotel")
                .manifest("Plugin-Version", version)
                .manifest("Plugin-Provider", "Example Hotels Ltd");
        for (String file : new String[] {"vertical.yaml", "messages.properties", "messages_zh_CN.properties"}) {
            jar.file(file, example(file));
        }
        return signer.sign(jar.edit("messages.properties", PluginJourneyIT::withScripts)
                .edit("messages_zh_CN.properties", PluginJourneyIT::withScripts));
    }

    private static String withScripts(String texts) {
        return texts.replaceAll("(?m)^((?:metric|model|tile|attribute)\\..*)$", "$1 " + SCRIPT);
    }

    private static byte[] example(String file) {
        try {
            return Files.readAllBytes(EXAMPLE.resolve(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Locator navigation(Page page, String name) {
        return page.locator("vaadin-side-nav-item", new Page.LocatorOptions().setHasText(name));
    }

    private static Locator version(Page page, String version) {
        return page.getByText(version, new Page.GetByTextOptions().setExact(false))
                .first();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
