package org.clientele.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.clientele.journey.Steps.button;
import static org.clientele.journey.Steps.heading;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A customer answers a survey on a phone, by a link that works once; staff see at once that somebody is unhappy. */
@ExtendWith(DemoPortal.Shared.class)
class SurveyJourney {
    private static final String WISH = "Deliver on Saturdays, please.";

    private final Axe axe = new Axe();
    private final DemoPortal portal;

    SurveyJourney(DemoPortal portal) {
        this.portal = portal;
    }

    @Test
    void shouldTurnAnUnhappyAnswerFromAPhoneIntoWork() {
        try (BrowserContext staff = portal.person(Locale.US);
                BrowserContext customer = portal.person(Locale.SIMPLIFIED_CHINESE, 390, 844)) {
            Page desk = portal.signIn(staff, DemoPortal.STAFF);
            String name = openCustomer(desk);
            String link = makeLink(desk);
            Page worklist = staff.newPage();
            portal.show(worklist, "worklist?whose=all&kind=survey");
            answer(customer.newPage(), link);
            seeWork(worklist, name);
            assertThat(desk.locator(".timeline")
                            .getByText(Pattern.compile(WISH))
                            .first())
                    .isVisible();
            axe.assertNothingFound();
        }
    }

    private String openCustomer(Page page) {
        portal.show(page, "customers");
        page.locator("vaadin-grid a").first().click();
        page.waitForURL(Pattern.compile(".*/customers/\\d+.*"));
        return page.locator("h1").first().innerText().strip();
    }

    private String makeLink(Page page) {
        button(page, "Make a link").click();
        button(page, "Make the link").click();
        Locator link = page.getByLabel("One-time link");
        assertThat(link).hasValue(Pattern.compile("http.+"));
        axe.check(page, "survey: link");
        String address = link.inputValue();
        button(page, "Close").click();
        return address;
    }

    private void answer(Page page, String link) {
        page.navigate(link);
        assertThat(button(page, "提交")).isVisible();
        axe.check(page, "survey on a phone, Chinese");
        button(page, "English").click();
        assertThat(button(page, "Send")).isVisible();
        axe.check(page, "survey on a phone, English");
        choose(page, "How likely are you to recommend us", "3");
        choose(page, "How satisfied are you", "2");
        page.getByRole(AriaRole.TEXTBOX).first().fill(WISH);
        button(page, "Send").click();
        heading(page, "Thank you");
        axe.check(page, "survey: thanks");
        page.navigate(link);
        heading(page, "This link no longer works");
        button(page, "简体中文").click();
        heading(page, "链接已失效");
        axe.check(page, "survey: used link");
    }

    private static void choose(Page page, String question, String answer) {
        page.getByRole(AriaRole.RADIOGROUP, new Page.GetByRoleOptions().setName(Pattern.compile(question)))
                .getByRole(
                        AriaRole.RADIO, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + answer + "\\b")))
                .check();
    }

    /** The list was open before the customer answered. */
    private void seeWork(Page page, String customer) {
        Locator entry = page.locator(".work-rows [role=option]")
                .filter(new Locator.FilterOptions().setHasText(customer))
                .filter(new Locator.FilterOptions().setHasText("Come back: NPS 3"));
        assertThat(entry).isVisible();
        entry.click();
        assertThat(page.getByText(Pattern.compile(WISH)).first()).isVisible();
        axe.check(page, "worklist: unhappy answer");
    }
}
