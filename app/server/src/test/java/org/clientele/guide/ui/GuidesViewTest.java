package org.clientele.guide.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.TestUi;
import org.clientele.customer.CustomerLists;
import org.clientele.engine.column.Value;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Card;
import org.clientele.frontend.EmptyState;
import org.clientele.guide.GuideText;
import org.clientele.guide.GuideTexts;
import org.clientele.guide.Guides;
import org.clientele.guide.persistence.GuideTextDao;
import org.clientele.plugin.ui.TestNavigation;
import org.clientele.segment.ShopPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuidesViewTest {
    private ShopPortal portal = ShopPortal.power(TestDatabase.Kind.HSQLDB);

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    @Test
    void shouldListEveryCardByGroupWithTheCustomersItIsFor() {
        portal.customer("1", "Chen", Map.of("age", new Value.Whole(70), "temperament", new Value.Text("slow")));
        portal.snapshots.reload("shop");
        open(Locale.ENGLISH);

        assertThat(_find(Section.class)).hasSize(3);
        assertThat(text(_find(Section.class).getFirst()))
                .containsSubsequence(
                        "Temperament",
                        "Chosen on a customer’s page",
                        "Impatient",
                        "For no customer yet",
                        "Slow",
                        "Compares everything twice.",
                        "For one customer",
                        "Silent");
        assertThat(_find(Anchor.class))
                .extracting(Anchor::getHref)
                .contains("v/shop/customers?f=temperament%3Aeq%3Aslow");
    }

    @Test
    void shouldNotCountByWhatIsHidden() {
        portal.rights.limit((permission, vertical) ->
                permission == Permission.SEE_PERSONAL_DATA ? EnumSet.of(Role.ADMINISTRATOR) : permission.roles());
        portal.rights.become(TestRights.of(Role.STAFF).user());
        open(Locale.ENGLISH);

        assertThat(_find(Anchor.class))
                .as("only of the card that needs nothing personal")
                .hasSize(1);
    }

    @Test
    void shouldSpeakChinese() {
        open(Locale.SIMPLIFIED_CHINESE);

        assertThat(text(_find(Section.class).getFirst())).contains("慢性型", "暂无适用客户");
    }

    @Test
    void shouldSayWhenThereAreNone() throws Exception {
        portal.close();
        portal = ShopPortal.empty(TestDatabase.Kind.HSQLDB);
        open(Locale.ENGLISH);

        assertThat(text(_get(EmptyState.class))).contains("No guides");
    }

    @Test
    void shouldWordACardInOneLanguageAndGoBackToThePlugin() {
        open(Locale.ENGLISH);
        _click(_get(
                Button.class,
                spec -> spec.withPredicate(
                        button -> "Edit “Slow”".equals(button.getAriaLabel().orElse("")))));
        _setValue(_get(TextArea.class, spec -> spec.withLabel("What to do: needs")), "Offer tea.");
        language().setValue(Locale.SIMPLIFIED_CHINESE);
        assertThat(text(_get(Banner.class))).contains("Save or cancel");

        _click(_get(Button.class, spec -> spec.withText("Save")));
        assertThat(text(_get(Card.class, spec -> spec.withId("guide-slow"))))
                .contains("Offer tea.", "Worded here, after: House rules")
                .doesNotContain("Be patient.");

        _click(_get(
                Button.class,
                spec -> spec.withPredicate(
                        button -> "Edit “Slow”".equals(button.getAriaLabel().orElse("")))));
        _click(_get(Button.class, spec -> spec.withText("Back to the plugin’s text")));
        assertThat(text(_get(Card.class, spec -> spec.withId("guide-slow"))))
                .contains("Be patient.")
                .doesNotContain("Offer tea.");
    }

    @Test
    void shouldReadAnewWhenSomebodyElseHasWordedACard() {
        open(Locale.ENGLISH);

        texts().write("shop", "slow", Locale.ENGLISH, new GuideText("Asks twice.", "Offer tea."));

        await().pollInSameThread().untilAsserted(() -> {
            MockVaadin.clientRoundtrip(true);
            assertThat(text(_get(Card.class, spec -> spec.withId("guide-slow"))))
                    .contains("Offer tea.")
                    .doesNotContain("Be patient.");
        });
    }

    @Test
    void shouldNotOfferStaffToWordCards() {
        portal.rights.become(TestRights.of(Role.STAFF).user());
        open(Locale.ENGLISH);

        _assertNone(
                Button.class,
                spec -> spec.withPredicate(
                        button -> button.getAriaLabel().orElse("").startsWith("Edit")));
    }

    private void open(Locale locale) {
        TestUi.start(locale);
        GuideTexts texts = texts();
        CustomerLists lists = new CustomerLists(portal.snapshots, portal.rights, portal.audit);
        Guides guides = new Guides(portal.verticals, lists, portal.customers, portal.rights);
        TestNavigation.open(
                new GuidesView(portal.verticals, portal.rights, portal.announcements, guides, texts, lists),
                "shop",
                "v/shop/guides");
    }

    private GuideTexts texts() {
        return new GuideTexts(
                new GuideTextDao(portal.database.jdbi()),
                portal.verticals,
                portal.rights,
                portal.audit,
                portal.announcements,
                portal.clock);
    }

    @SuppressWarnings("unchecked")
    private static RadioButtonGroup<Locale> language() {
        return _get(RadioButtonGroup.class);
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
