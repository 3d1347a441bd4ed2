package org.clientele.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.clientele.journey.Steps.heading;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A day of service staff by keys alone: take work, write contacts down, open a case, come back to it, find it again. */
@ExtendWith(DemoPortal.Shared.class)
class ServiceDeskJourney {
    private static final String COMPLAINT = "Parcel arrived without the lamp";
    private static final String CALL = "Wants to know when the lamp comes";
    private static final int MOST_STROKES = 8;

    private final DemoPortal portal;
    private final BrowserContext person;
    private final Page page;
    private final Keys keys;

    ServiceDeskJourney(DemoPortal portal) {
        this.portal = portal;
        person = portal.person(Locale.US);
        page = portal.signIn(person, DemoPortal.STAFF);
        keys = new Keys(page);
    }

    @Test
    void shouldLetStaffWorkByKeysAlone() {
        try (person) {
            forbidTheMouse();
            portal.show(page, "overview");
            findPage("Worklist");
            takeAndFinish();
            openCaseWithAContact();
            comeBackToTheCustomer();
            findTheCase();
            Assertions.assertThat(page.evaluate("() => window.sessionStorage.getItem('mouse')"))
                    .as("what the mouse did")
                    .isNull();
        }
    }

    /** No click by a pointer may happen; those that keys make have no position. */
    private void forbidTheMouse() {
        page.addInitScript("""
                addEventListener('pointerdown', event => sessionStorage.setItem('mouse', event.target.outerHTML), true);
                """);
    }

    /** Ctrl and K, the name of a page, its entry. */
    private void findPage(String name) {
        keys.press("Control+k");
        Locator search = page.locator(".top-bar-search input");
        assertThat(search).isFocused();
        keys.type(name);
        Locator found = option(Pattern.compile("^" + name));
        assertThat(found).isVisible();
        keys.press("ArrowDown");
        keys.press("Enter");
        heading(page, name);
    }

    private void takeAndFinish() {
        filterBy("Care dates");
        Locator free = entries("nobody has it yet");
        moveTo("nobody has it yet");
        String customer = chosen().locator(".list-item-title").innerText();
        int before = free.count();
        keys.press("c");
        assertThat(page.getByText(customer + ": taken.")).isVisible();
        assertThat(chosen()).containsText(customer);
        assertThat(chosen()).containsText("Wang Fang");
        assertThat(free).hasCount(before - 1);
        String next = page.locator(".work-rows [aria-selected=true] ~ [role=option]")
                .first()
                .innerText();
        finish("Partly", "Sent a card instead.");
        assertThat(page.getByText(customer + ": done.")).isVisible();
        assertThat(chosen()).hasText(next, new LocatorAssertions.HasTextOptions().setUseInnerText(true));
        assertThat(rows()).isFocused();
        assertThat(page).hasURL(Pattern.compile(".*/worklist\\?kind=care$"));
    }

    private void filterBy(String kind) {
        assertThat(rows()).isFocused();
        Locator box = page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(kind));
        keys.goTo("Shift+Tab", box);
        keys.press("Space");
        assertThat(page).hasURL(Pattern.compile(".*/worklist\\?kind=.*"));
        keys.goTo("Tab", rows());
    }

    private void moveTo(String text) {
        for (int moved = 0; moved < 60 && !chosen().innerText().contains(text); moved++) {
            String id = chosen().getAttribute("id");
            keys.press("j");
            assertThat(chosen()).not().hasId(id);
        }
        assertThat(chosen()).containsText(text);
    }

    private void finish(String outcome, String note) {
        keys.press("d");
        Locator wanted = page.getByRole(
                AriaRole.RADIO, new Page.GetByRoleOptions().setName(outcome).setExact(true));
        assertThat(page.getByRole(
                        AriaRole.RADIO,
                        new Page.GetByRoleOptions().setName("Achieved").setExact(true)))
                .isFocused();
        keys.goTo("ArrowRight", wanted);
        assertThat(wanted).isChecked();
        keys.goTo("Tab", page.getByLabel("Note (optional)"));
        keys.type(note);
        keys.press("Enter");
    }

    /** The customer is found by pinyin; outcome, satisfaction and a case go in the same step. */
    private void openCaseWithAContact() {
        findPage("Cases");
        keys.startCounting();
        keys.press("Alt+n");
        assertThat(field("Customer")).isFocused();
        keys.type("huimin");
        keys.press("Enter");
        assertThat(field("Subject")).isFocused();
        keys.type(COMPLAINT);
        keys.tabInto(field("Notes"));
        keys.type("The box was closed, the lamp was not in it.");
        keys.tabInto(choice("Outcome"));
        keys.type("c");
        keys.tabInto(field("Follow up on"));
        keys.tabInto(choice("Satisfaction"));
        keys.type("2");
        keys.tabInto(choice("Case"));
        keys.type("n");
        save();
        assertThat(page.locator("main").getByText(COMPLAINT).first()).isVisible();
    }

    /** On the worklist the contact is with the customer of the chosen entry; a follow-up of today is there at once. */
    private void comeBackToTheCustomer() {
        findPage("Worklist");
        assertThat(rows()).isFocused();
        keys.startCounting();
        keys.press("Alt+n");
        assertThat(field("Subject")).isFocused();
        keys.type(CALL);
        keys.tabInto(field("Notes"));
        keys.tabInto(choice("Outcome"));
        keys.type("s");
        keys.tabInto(field("Follow up on"));
        keys.type(LocalDate.now().format(DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.UK)));
        keys.tabInto(choice("Satisfaction"));
        keys.type("4");
        save();
        assertThat(rows()).isFocused();
        filterBy("Follow-ups");
        moveTo(CALL);
        finish("Achieved", "Told the day.");
        assertThat(entries(CALL)).hasCount(0);
    }

    private void save() {
        keys.press("Control+Enter");
        assertThat(page.getByText("Contact saved.").first()).isVisible();
        assertThat(field("Subject")).hasCount(0);
        Assertions.assertThat(keys.strokes()).isLessThanOrEqualTo(MOST_STROKES);
    }

    private void findTheCase() {
        keys.press("Control+k");
        assertThat(page.locator(".top-bar-search input")).isFocused();
        keys.type("without the lamp");
        assertThat(option(Pattern.compile(COMPLAINT))).isVisible();
        keys.press("ArrowDown");
        keys.press("Enter");
        page.waitForURL(Pattern.compile(".*/cases/.*\\d+.*"));
        assertThat(page.locator("h1").first()).containsText(COMPLAINT);
        assertThat(page.getByText("Until first answer").first()).isVisible();
        assertThat(page.getByText("Until solved").first()).isVisible();
    }

    private Locator rows() {
        return page.locator(".work-rows");
    }

    private Locator chosen() {
        return page.locator(".work-rows [role=option][aria-selected=true]");
    }

    private Locator entries(String text) {
        return page.locator(".work-rows [role=option]").filter(new Locator.FilterOptions().setHasText(text));
    }

    private Locator option(Pattern name) {
        return page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    private Locator field(String label) {
        return page.getByRole(AriaRole.DIALOG).getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    private Locator choice(String label) {
        return page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + label)));
    }
}
