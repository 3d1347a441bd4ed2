package org.clientele.plugin.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.clientele.plugin.AsOfMode;
import org.clientele.plugin.PluginCard.State;
import org.clientele.plugin.PluginPortal;
import org.clientele.plugin.code.Piece;
import org.junit.jupiter.api.Test;

/** How the code of a plugin does. */
class PluginHealthTest extends PluginsScreen {
    @Test
    void shouldSayThatTheCodeWorks() {
        open(PluginPortal.on(database).bundledOfThePortal(), Locale.ENGLISH);
        portal.service.enable("utilities", "CNY", AsOfMode.TODAY, null);
        portal.service.enable("retail", "CNY", AsOfMode.LAST_ACTIVITY, null);
        show(Locale.ENGLISH);

        assertThat(text(_get(PluginPanel.class, spec -> spec.withId("plugin-utilities"))))
                .contains("Nothing of its code has failed.");
        assertThat(text(_get(PluginPanel.class, spec -> spec.withId("plugin-retail"))))
                .as("data only")
                .doesNotContain("Nothing of its code");
        _assertNone(Button.class, spec -> spec.withText("Failure report…"));
    }

    @Test
    void shouldCountFailuresAndReportThemGroupedByPart() {
        open(PluginPortal.on(database).bundledOfThePortal(), Locale.ENGLISH);
        portal.service.enable("utilities", "CNY", AsOfMode.TODAY, null);
        followAnnouncements();
        for (String screen : List.of("supply_board", "supply_board", "other")) {
            fail(screen);
        }
        show(Locale.ENGLISH);

        PluginPanel panel = _get(PluginPanel.class, spec -> spec.withId("plugin-utilities"));
        assertThat(text(panel))
                .contains("3 failures in the last ten minutes; after 5 the portal disables it.")
                .contains("Screen “other”: the plugin’s code failed");
        _click(_get(panel, Button.class, spec -> spec.withText("Failure report…")));

        Dialog report = _get(Dialog.class);
        assertThat(report.getHeaderTitle()).isEqualTo("Failures of Electric utilities");
        assertThat(text(report))
                .contains("Screen “Supply compliance”: the plugin’s code failed", "Twice, last on", "in version 1.0.0")
                .contains("java.lang.IllegalStateException")
                .contains("it holds no data of customers")
                .doesNotContain("Anna Li");
    }

    @Test
    void shouldSayThatThePortalDisabledIt() {
        open(PluginPortal.on(database).bundledOfThePortal(), Locale.SIMPLIFIED_CHINESE);
        portal.service.enable("utilities", "CNY", AsOfMode.TODAY, null);
        for (int i = 0; i < 5; i++) {
            fail("supply_board");
        }
        await(() -> portal.card("utilities").state() == State.DISABLED);
        show(Locale.SIMPLIFIED_CHINESE);

        assertThat(text(_get(PluginPanel.class, spec -> spec.withId("plugin-utilities"))))
                .contains("因多次失败，系统已于", "失败报告", "界面“供电合规看板”");
    }

    @Test
    void shouldLeaveItEnabledWhenOnlyFourOfFiveFailuresAreWithinTenMinutes() {
        open(PluginPortal.on(database).bundledOfThePortal(), Locale.ENGLISH);
        portal.service.enable("utilities", "CNY", AsOfMode.TODAY, null);
        for (int i = 0; i < 4; i++) {
            fail("supply_board");
        }
        portal.clock.forward(Duration.ofMinutes(11));
        fail("supply_board");
        followAnnouncements();
        show(Locale.ENGLISH);

        assertThat(portal.card("utilities").state()).isEqualTo(State.ENABLED);
        assertThat(text(_get(PluginPanel.class, spec -> spec.withId("plugin-utilities"))))
                .contains("One failure in the last ten minutes; after 5 the portal disables it.");

        for (int i = 0; i < 4; i++) {
            fail("supply_board");
        }
        await(() -> portal.card("utilities").state() == State.DISABLED);
    }

    private void fail(String screen) {
        portal.calls.report(
                new Piece("utilities", Piece.Kind.SCREEN, screen), new IllegalStateException("Anna Li has no rate"));
    }

    private static void await(BooleanSupplier until) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!until.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
