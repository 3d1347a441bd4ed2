package org.clientele.strategy.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;
import java.util.Locale;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.Jobs;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.AnswerPanel;
import org.clientele.common.ui.TestUi;
import org.clientele.customer.CustomerLists;
import org.clientele.plugin.ui.TestNavigation;
import org.clientele.segment.Segments;
import org.clientele.strategy.TaskPortal;
import org.clientele.strategy.TestTreatments;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UpliftViewTest {
    private final TaskPortal portal = TaskPortal.open(TestDatabase.Kind.HSQLDB);

    @AfterEach
    void close() throws Exception {
        MockVaadin.tearDown();
        portal.close();
    }

    @Test
    void shouldSetAHoldoutAndSayHonestlyThatThereAreNoDataYet() {
        portal.vital("mill");
        portal.recompute();
        UpliftView view = open(Locale.ENGLISH, "model=importance&segment=first");
        assertThat(text(view)).contains("Does it help? First grade", "Nobody is left untreated");

        _setValue(_get(IntegerField.class, spec -> spec.withLabel("Days until it is looked at")), 30);
        _click(_get(Button.class, spec -> spec.withText("Set")));
        portal.startFirst();
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            _find(AnswerPanel.class).forEach(AnswerPanel::refresh);
            return text(view).contains("Not enough data yet");
        });
        assertThat(text(view)).contains("With “Purchase”", "at every look").doesNotContain("Nobody is left untreated");
    }

    @Test
    void shouldNameWhatCannotBeSet() {
        UpliftView view = open(Locale.ENGLISH, "model=importance&segment=first");
        _setValue(_get(IntegerField.class, spec -> spec.withLabel("Days until it is looked at")), 0);
        _click(_get(Button.class, spec -> spec.withText("Set")));
        assertThat(text(view)).contains("0 is out of range");
    }

    @Test
    void shouldSayAmongWhomIsDrawnAndRefuseAConditionThatDoesNotFit() {
        UpliftView view = open(Locale.ENGLISH, "model=importance&segment=first");
        _setValue(_get(TextArea.class, spec -> spec.withLabel("Drawn among")), "nothing > 1");
        _click(_get(Button.class, spec -> spec.withText("Set")));
        assertThat(text(view)).contains("nothing > 1");
        assertThat(portal.published.applied(portal.shop.vertical).holdouts()).isEmpty();

        _setValue(_get(TextArea.class, spec -> spec.withLabel("Drawn among")), "count(purchase) >= 3");
        _click(_get(Button.class, spec -> spec.withText("Set")));
        assertThat(_get(TextArea.class, spec -> spec.withLabel("Drawn among")).getValue())
                .isEqualTo("count(purchase) >= 3");
        assertThat(text(view)).doesNotContain("nothing > 1");
    }

    @Test
    void shouldSpeakChineseOfAllStrategies() {
        assertThat(text(open(Locale.SIMPLIFIED_CHINESE, ""))).contains("是否有效？全局对照组", "没有对照组");
    }

    @Test
    void shouldBeShownToThoseWhoManageStrategiesOnly() {
        portal.shop.rights.become(TestRights.user(2, new Grant(Role.STAFF, Grant.EVERYWHERE)));
        assertThat(text(open(Locale.ENGLISH, ""))).doesNotContain("Left untreated");
    }

    private UpliftView open(Locale locale, String query) {
        TestUi.start(locale);
        UpliftView view = new UpliftView(
                portal.shop.verticals,
                portal.shop.rights,
                portal.shop.announcements,
                TestTreatments.holdouts(portal.shop),
                portal.settings,
                new Segments(portal.shop.snapshots, portal.shop.overrides, portal.shop.rights),
                TestWords.of(portal.shop),
                new CustomerLists(portal.shop.snapshots, portal.shop.rights, portal.shop.audit),
                new Jobs(portal.shop.clock));
        UI.getCurrent().removeAll();
        TestNavigation.open(view, "shop", "v/shop/strategies/uplift?" + query);
        return view;
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
