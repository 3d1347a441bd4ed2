package org.clientele.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.clientele.common.ui.Translations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Screens of the service desk and of relationship work are whole: lists and boards on a phone in Chinese and dark, pages of one matter and dialogs at a
 * desk in English and light. Each stands in one look only, since all in both take five minutes.
 */
@ExtendWith(DemoPortal.Shared.class)
class DeskScreens {
    private static final String DIALOG = "vaadin-dialog[opened]";
    private static final List<String> SCREENS = List.of(
            "worklist/team",
            "cases/causes",
            "cases/settings",
            "surveys",
            "knowledge",
            "guides",
            "churn",
            "churn/losses",
            "loyalty",
            "loyalty/adjustments",
            "stakeholders",
            "stakeholders/ranking",
            "market",
            "strategies?model=rfm",
            "strategies/edit?model=rfm&segment=loyal",
            "strategies/order",
            "strategies/uplift?model=rfm&segment=loyal");

    private final DemoPortal portal;
    private final Translations translations = new Translations();
    private final ScreenFindings findings = new ScreenFindings();

    DeskScreens(DemoPortal portal) {
        this.portal = portal;
    }

    @Test
    void shouldShowPagesAndDialogsWholeInEnglishAtADesk() {
        try (BrowserContext person = portal.person(Locale.US)) {
            Page page = signIn(person);
            walk(page);
            Assertions.assertThat(findings.all()).isEmpty();
        }
    }

    @Test
    void shouldShowListsAndBoardsWholeInChineseOnADarkPhone() {
        try (BrowserContext person = portal.person(Locale.SIMPLIFIED_CHINESE, 390, 844)) {
            person.addInitScript("localStorage.setItem('clientele.scheme', 'dark')");
            Page page = signIn(person);
            SCREENS.forEach(screen -> show(page, screen));
            Assertions.assertThat(findings.all()).isEmpty();
        }
    }

    private Page signIn(BrowserContext person) {
        Page page = portal.signIn(person, DemoPortal.CONSULTANT);
        page.setDefaultTimeout(40_000);
        return page;
    }

    private void walk(Page page) {
        worklist(page);
        cases(page);
        customer(page);
        knowledge(page);
        strategies(page);
        firstOf(page, "surveys", "surveys/");
        firstOf(page, "stakeholders", "stakeholders/");
        account(page);
    }

    private void show(Page page, String screen) {
        portal.show(page, screen);
        findings.check(page, screen);
    }

    private void worklist(Page page) {
        portal.show(page, "worklist?whose=all");
        page.locator(".work-rows [role=option]").first().click();
        page.locator(".desk-detail .task").first().waitFor();
        findings.check(page, "worklist");
    }

    private void cases(Page page) {
        portal.show(page, "cases");
        findings.check(page, "cases");
        dialog(page, text("cases.new"), "new case");
        page.locator("vaadin-grid a[href*='/cases/']").first().click();
        page.waitForURL(Pattern.compile(".*/cases/.*\\d+.*"));
        findings.check(page, "case");
    }

    private void customer(Page page) {
        portal.show(page, "customers");
        findings.check(page, "customers");
        page.locator("vaadin-grid a").first().click();
        page.waitForURL(Pattern.compile(".*/customers/\\d+.*"));
        findings.check(page, "customer");
        String customer = page.url().replaceAll(".*/customers/(\\d+).*", "$1");
        dialog(page, text("consent.change.of", text("consent.topic.contact")), "consent");
        answer(page);
        show(page, "customers/" + customer + "/data");
        show(page, "customers/" + customer + "/why");
        show(page, "loyalty/" + customer);
    }

    /** The link of a survey works once, and is opened by somebody who is not signed in; who is, sees the same. */
    private void answer(Page page) {
        button(page, text("survey.ask.link")).click();
        check(page, DIALOG, "survey: asking");
        page.locator(DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(text("survey.ask.make")))
                .click();
        Locator link = page.getByLabel(text("access.link.label"));
        assertThat(link).hasValue(Pattern.compile("http.+"));
        findings.check(page, "survey: link");
        page.navigate(link.inputValue());
        findings.check(page, "survey: answering");
    }

    private void knowledge(Page page) {
        firstOf(page, "knowledge", "knowledge/");
        dialog(page, text("knowledge.versions"), "versions of an article");
        dialog(page, text("knowledge.edit"), "writing an article");
    }

    private void strategies(Page page) {
        portal.show(page, "strategies?model=rfm");
        dialog(page, text("strategy.rules.open"), "contact rules");
        page.keyboard().press("Alt+n");
        check(page, DIALOG, "composer");
        page.keyboard().press("Escape");
        assertThat(page.locator(DIALOG)).hasCount(0);
        page.keyboard().press("Control+k");
        page.keyboard().type("a");
        check(page, "vaadin-combo-box-item:not([hidden])", "search");
    }

    private void account(Page page) {
        page.navigate(portal.url("account/notifications"));
        findings.check(page, "notifications");
    }

    private void firstOf(Page page, String list, String path) {
        portal.show(page, list);
        page.locator("main a[href*='/" + path + "']").first().click();
        page.waitForURL(Pattern.compile(".*/" + path + ".+"));
        findings.check(page, path);
    }

    private void dialog(Page page, String button, String name) {
        button(page, button).click();
        check(page, DIALOG, name);
        page.keyboard().press("Escape");
        assertThat(page.locator(DIALOG)).hasCount(0);
    }

    /** What a dialog is drawn in has no size of its own. */
    private void check(Page page, String shown, String name) {
        page.waitForSelector(shown, new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        findings.check(page, name);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private String text(String key, Object... arguments) {
        return translations.getTranslation(key, Translations.ENGLISH, arguments);
    }
}
