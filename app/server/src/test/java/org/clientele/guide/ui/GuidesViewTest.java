package org.clientele.guide.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Section;
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
import org.clientele.frontend.EmptyState;
import org.clientele.guide.Guides;
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

    private void open(Locale locale) {
        TestUi.start(locale);
        CustomerLists lists = new CustomerLists(portal.snapshots, portal.rights, portal.audit);
        Guides guides = new Guides(portal.verticals, lists, portal.customers, portal.rights);
        TestNavigation.open(
                new GuidesView(portal.verticals, portal.rights, portal.announcements, guides, lists),
                "shop",
                "v/shop/guides");
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
