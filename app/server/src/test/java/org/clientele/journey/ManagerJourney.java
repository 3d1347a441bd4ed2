package org.clientele.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.clientele.journey.Steps.button;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A strategy becomes work: a consultant rewrites one that came with the vertical, a manager runs it and sees how things stand. */
@ExtendWith(DemoPortal.Shared.class)
class ManagerJourney {
    private static final String PLAY = "Call about the autumn lamps";
    private static final Pattern LOAD = Pattern.compile(
            "[\\d,]+ of [\\d,]+ customers are treated by it: [1-9][\\d,]* tasks in the next \\d+ weeks");

    private final DemoPortal portal;

    ManagerJourney(DemoPortal portal) {
        this.portal = portal;
    }

    @Test
    void shouldTurnAStrategyIntoWorkAndShowHowItStands() {
        try (BrowserContext consultant = portal.person(Locale.US);
                BrowserContext manager = portal.person(Locale.US)) {
            publish(portal.signIn(consultant, DemoPortal.CONSULTANT));
            Page page = portal.signIn(manager, DemoPortal.MANAGER);
            run(page);
            seeWork(page);
            setHoldout(page);
            readLosses(page);
            enterMarket(page);
            plan(page);
        }
    }

    private void publish(Page page) {
        portal.show(page, "strategies/edit?model=rfm&segment=loyal");
        assertThat(page.getByText("As it applies. What you change is a draft until you publish it."))
                .isVisible();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                .first()
                .fill(PLAY);
        page.getByLabel("Days after it").first().fill("2");
        button(page, "Save draft").click();
        assertThat(page.getByText("The draft is saved.")).isVisible();
        button(page, "Publish…").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByText(PLAY).first()).isVisible();
        assertThat(dialog.getByText(LOAD)).isVisible();
        dialog.getByLabel("Why").fill("The autumn range is here");
        inside(dialog, "Publish").click();
        assertThat(page.getByText(Pattern.compile("^Published\\."))).isVisible();
    }

    private void run(Page page) {
        portal.show(page, "strategies?model=rfm");
        Locator card = page.locator("#strategy-loyal");
        card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Run the strategy of")))
                .click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByText(LOAD)).isVisible();
        inside(dialog, "Run").click();
        assertThat(card.getByText(Pattern.compile("[1-9][\\d,]* open tasks"))).isVisible();
    }

    private void seeWork(Page page) {
        portal.show(page, "worklist?whose=all&kind=task");
        assertThat(page.locator(".work-rows [role=option]")
                        .filter(new Locator.FilterOptions().setHasText(PLAY))
                        .first())
                .isVisible();
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Team").setExact(true))
                .click();
        assertThat(page.getByRole(AriaRole.ROW)
                        .filter(new Locator.FilterOptions().setHasText("Wang Fang"))
                        .first())
                .containsText(Pattern.compile("[1-9]"));
    }

    private void setHoldout(Page page) {
        portal.show(page, "strategies/uplift?model=rfm&segment=loyal");
        assertThat(page.getByText("Nobody is left untreated")).isVisible();
        page.getByLabel("Left untreated").click();
        page.getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions().setHasText("10"))
                .first()
                .click();
        button(page, "Set").click();
        assertThat(page.getByText(Pattern.compile("^The holdout is set"))).isVisible();
        assertThat(page.getByText(Pattern.compile("^Not enough data yet"))).isVisible();
    }

    private void readLosses(Page page) {
        portal.show(page, "churn/losses");
        Locator table = page.locator("main table")
                .filter(new Locator.FilterOptions().setHasText("Money a year"))
                .first();
        assertThat(table).containsText(Pattern.compile("¥\\s?[1-9]"));
    }

    private void enterMarket(Page page) {
        portal.show(page, "market");
        button(page, "Set a target…").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel(Pattern.compile("^Target")).fill("97");
        inside(dialog, "Save").click();
        assertThat(page.locator("main")
                        .getByText(Pattern.compile("Target 97.*not reached"))
                        .first())
                .isVisible();
    }

    private void plan(Page page) {
        portal.show(page, "stakeholders");
        page.locator("main a[href*='/stakeholders/']:not([href*=ranking])")
                .first()
                .click();
        page.waitForURL(Pattern.compile(".*/stakeholders/\\d+.*"));
        button(page, "Plan an action…").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("What is to be done").fill("Agree on the winter deliveries");
        inside(dialog, "Save").click();
        assertThat(page.locator("main")
                        .getByText("Agree on the winter deliveries")
                        .first())
                .isVisible();
    }

    private static Locator inside(Locator dialog, String name) {
        return dialog.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
