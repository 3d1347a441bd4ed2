package org.clientele.segment.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.BlurNotifier.BlurEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.FocusNotifier.FocusEvent;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.TestUi;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StudioConditionsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    private ShopPortal portal;

    @BeforeEach
    void start() {
        portal = ShopPortal.empty(TestDatabase.Kind.HSQLDB);
        portal.purchases(List.of(new Purchase("anna", DAY.minusDays(10), 1_000)));
        TestUi.start(Locale.ENGLISH);
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    @Test
    void shouldProposeInEveryConditionOnceSomebodyGoesIntoIt() {
        StudioPage.open(portal, "life_cycle");
        _assertNone(Popover.class);

        List<TextArea> conditions = _find(TextArea.class);
        enter(conditions.getFirst());
        ComponentUtil.fireEvent(conditions.getFirst(), new BlurEvent<>(conditions.getFirst(), true));
        enter(conditions.getFirst());
        assertThat(_get(Popover.class).getTarget()).isSameAs(conditions.getFirst());

        enter(conditions.getLast());
        assertThat(_find(Popover.class)).hasSize(2);
    }

    private static void enter(TextArea condition) {
        ComponentUtil.fireEvent(condition, new FocusEvent<>(condition, true));
    }

    @Test
    void shouldSayInWhichOrderConditionsDecide() {
        assertThat(StudioPage.open(portal, "life_cycle").text()).contains("the first condition that holds decides");
    }

    /** Made anew it would lose what its browser has not sent yet. */
    @Test
    void shouldLeaveTheTextOfAConditionWhereItIsWhenNewDataArrives() {
        StudioPage studio = StudioPage.open(portal, "life_cycle");
        TextArea first = _find(TextArea.class).getFirst();

        portal.purchases(List.of(new Purchase("newcomer", DAY.minusDays(1), 1_000)));
        portal.snapshots.reload("shop");
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            MockVaadin.clientRoundtrip(false);
            return studio.text().contains("2 customers");
        });

        assertThat(_find(TextArea.class).getFirst()).isSameAs(first);
    }
}
