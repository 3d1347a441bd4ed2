package org.clientele.segment.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.TestUi;
import org.clientele.segment.ShopPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReviewPanelTest {
    private ShopPortal portal;

    @BeforeEach
    void start() {
        portal = ShopPortal.empty(TestDatabase.Kind.HSQLDB);
        TestUi.start(Locale.ENGLISH);
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    private void become(Role role) {
        portal.rights.become(TestRights.user(role.ordinal() + 1, new Grant(role, Grant.EVERYWHERE)));
    }

    private Optional<Component> open() {
        Optional<Component> panel =
                new ReviewPanel(portal.versions, portal.rights, portal.announcements).create(portal.vertical);
        panel.ifPresent(UI.getCurrent()::add);
        return panel;
    }

    @Test
    void shouldLetAdministratorsSetTheRule() {
        become(Role.ADMINISTRATOR);
        open();
        _setValue(_get(Checkbox.class), true);
        assertThat(portal.versions.reviewRequired("shop")).isTrue();
        _setValue(_get(Checkbox.class), false);
        assertThat(portal.versions.reviewRequired("shop")).isFalse();
    }

    @Test
    void shouldTellConsultantsWhichRuleHoldsNow() {
        become(Role.CONSULTANT);
        Component panel = open().orElseThrow();
        assertThat(panel.getElement().getTextRecursively()).contains("Versions apply without approval.");
        become(Role.ADMINISTRATOR);
        portal.versions.requireReview("shop", true);
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            MockVaadin.clientRoundtrip(false);
            return panel.getElement().getTextRecursively().contains("Somebody else has to approve every version.");
        });
    }

    @Test
    void shouldTellManagersNothing() {
        become(Role.MANAGER);
        assertThat(open()).isEmpty();
    }
}
