package org.clientele.interaction.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.button.Button;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.TestUi;
import org.clientele.interaction.TestContacts;
import org.clientele.plugin.ui.TestNavigation;
import org.clientele.segment.ShopPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorklistViewTest {
    private ShopPortal portal;
    private TestContacts contacts;
    private long anna;
    private LocalDate today;

    @BeforeEach
    void start() {
        portal = ShopPortal.empty(TestDatabase.Kind.HSQLDB);
        anna = portal.customer("anna", "Anna", Map.of()).id();
        contacts = TestContacts.open(portal);
        today = LocalDate.now(portal.clock);
        TestUi.start(Locale.ENGLISH);
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    @Test
    void shouldListWhatIsOverdueDueTodayAndComing() {
        contacts.log(anna, "Late delivery", today.minusDays(2));
        contacts.log(anna, "Catalogue", today);
        contacts.log(anna, "Renewal", today.plusDays(14));
        contacts.log(anna, "Far away", today.plusDays(15));
        contacts.log(anna, "Thanked us", null);
        assertThat(text(open()))
                .containsSubsequence(
                        "Follow-ups: 1 overdue, 1 today, 1 in the next 14 days",
                        "Overdue · 1",
                        "Late delivery",
                        "Today · 1",
                        "Catalogue",
                        "Coming · 1",
                        "Renewal")
                .doesNotContain("Far away", "Thanked us");
    }

    @Test
    void shouldFinishAFollowUpAndTakeThatBack() {
        contacts.log(anna, "Catalogue", today);
        WorklistView view = open();
        _click(_get(Button.class, spec -> spec.withText("Done")));
        assertThat(text(view)).contains("Nothing to follow up").doesNotContain("Catalogue");
        _click(_get(Button.class, spec -> spec.withText("Undo")));
        awaitText(view, "Catalogue");
    }

    @Test
    void shouldPutAFollowUpOffUntilTomorrowAndTakeThatBack() {
        contacts.log(anna, "Catalogue", today);
        WorklistView view = open();
        _click(_get(Button.class, spec -> spec.withText("Tomorrow")));
        assertThat(text(view)).containsSubsequence("Coming · 1", "Catalogue").doesNotContain("Today · 1");
        _assertNone(Button.class, spec -> spec.withText("Tomorrow"));
        _click(_get(Button.class, spec -> spec.withText("Undo")));
        awaitText(view, "Today · 1");
    }

    @Test
    void shouldShowWhatIsLoggedElsewhereWhileItIsOpen() {
        WorklistView view = open();
        assertThat(text(view)).contains("Nothing to follow up");
        contacts.log(anna, "Call back about the price", today);
        awaitText(view, "Call back about the price");
    }

    private WorklistView open() {
        WorklistView view = new WorklistView(
                portal.verticals, portal.rights, portal.announcements, contacts.service(), List.of(), portal.clock);
        TestNavigation.open(view, "shop", "v/shop/worklist");
        return view;
    }

    private static void awaitText(WorklistView view, String said) {
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            MockVaadin.clientRoundtrip(false);
            return text(view).contains(said);
        });
    }

    private static String text(WorklistView view) {
        return view.getElement().getTextRecursively();
    }
}
