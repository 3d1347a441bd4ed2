package org.clientele.plugin.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.clientele.dataimport.ImportFixture;
import org.clientele.plugin.ClubPlugin;
import org.clientele.plugin.ContentCount;
import org.clientele.plugin.LifeJob;
import org.clientele.plugin.Milestone;
import org.clientele.plugin.PluginPortal;
import org.clientele.plugin.RunningWork;
import org.clientele.plugin.VerticalWork;
import org.junit.jupiter.api.Test;

/** How an industry goes, goes back or becomes another version. */
class PluginLifeTest extends PluginsScreen {
    @Test
    void shouldUninstallAndKeepTheData() {
        open(PluginPortal.on(database).developerMode(), Locale.ENGLISH);
        enableClub();

        _click(button("Uninstall…"));
        awaitText("Customers", "3", "purchase");
        assertThat(_get(_get(Dialog.class), RadioButtonGroup.class, spec -> spec.withLabel("What becomes of the data?"))
                        .isVisible())
                .isTrue();
        assertThat(_get(TextField.class, spec -> spec.withLabel("Reason")).isVisible())
                .isTrue();
        _click(_get(_get(Dialog.class), Button.class, spec -> spec.withText("Uninstall")));
        followJobs();

        assertThat(portal.catalogue.cards()).isEmpty();
        expectTold("Club is uninstalled. Its data are kept.");
        assertThat(portal.life.outlookUninstalled("club").counts()).contains(new ContentCount("customers", 3));
        ImportFixture.await(() -> {
            MockVaadin.clientRoundtrip(true);
            return text(_get(KeptPanel.class)).contains("Customers3");
        });
        assertThat(text(_get(KeptPanel.class)))
                .contains("Club", "Uninstalled on", portal.rights.user().displayName());
        _click(button("Export or delete…"));
        awaitText("Customers");
        choose("DELETE");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Type “club” to confirm")), "club");
        _click(button("Delete for good"));
        followJobs();
        _assertNone(KeptPanel.class);
    }

    @Test
    void shouldDeleteOnlyWhenTheIdIsTyped() {
        open(PluginPortal.on(database).developerMode(), Locale.ENGLISH);
        enableClub();

        _click(button("Uninstall…"));
        awaitText("Customers");
        choose("DELETE");
        assertThat(button("Delete for good").isEnabled()).isFalse();
        _setValue(_get(TextField.class, spec -> spec.withLabel("Type “club” to confirm")), "Club");
        assertThat(button("Delete for good").isEnabled()).isFalse();
        _setValue(_get(TextField.class, spec -> spec.withLabel("Type “club” to confirm")), "club");
        _click(button("Delete for good"));
        followJobs();

        expectTold("Club is deleted with all its data");
        assertThat(portal.life.outlookUninstalled("club").hasData()).isFalse();
    }

    @Test
    void shouldOfferTheExportAndThenTheDeletion() throws Exception {
        open(PluginPortal.on(database).developerMode(), Locale.ENGLISH);
        enableClub();

        _click(button("Uninstall…"));
        awaitText("Customers");
        choose("EXPORT");
        assertThat(text(_get(Dialog.class))).contains("CSV files in a zip");
        _click(_get(_get(Dialog.class), Button.class, spec -> spec.withText("Export")));
        followJobs();

        assertThat(text(_get(LifePanel.class))).contains("its data are exported");
        assertThat(portal.audit.actionsInTransactions()).contains("plugin.export plugin club");
        assertThat(button("Delete the data…").isEnabled()).isFalse();
        byte[] zip = DownloadKt._download(_get(Anchor.class, spec -> spec.withId("export-club")));
        MockVaadin.clientRoundtrip(true);
        assertThat(zip).startsWith('P', 'K');
        _click(button("Delete the data…"));
        awaitText("Customers");
        assertThat(button("Delete for good").isEnabled()).isFalse();
        _setValue(_get(TextField.class, spec -> spec.withLabel("Type “club” to confirm")), "club");
        _click(button("Delete for good"));
        followJobs();

        _assertNone(LifePanel.class);
        assertThat(portal.catalogue.cards()).isEmpty();
    }

    @Test
    void shouldRollBackAfterShowingWhatChanges() {
        open(PluginPortal.on(database).developerMode(), Locale.ENGLISH);
        enableClub();
        club().upgrade();
        followAnnouncements();

        _click(button("Roll back…"));
        awaitText("attribute.city from town to city; keeps its values", "2 values");
        _click(button("Go back to 1.0.0"));
        followJobs();

        expectTold("Club is back in its earlier version");
        assertThat(portal.card("club").version()).isEqualTo("1.0.0");
    }

    @Test
    void shouldShowTheStepAndTheBarOfARunningChange() {
        HeldUp work = new HeldUp();
        open(PluginPortal.on(database).developerMode().work(work), Locale.ENGLISH);
        enableClub();
        work.running.add(new RunningWork("import", "guests.csv", "Ann", Instant.parse("2026-11-22T08:00:00Z")));
        LifeJob job = portal.life.uninstall("club", false, null, false);
        ImportFixture.await(work.asked::get);
        show(Locale.ENGLISH);

        assertThat(text(_get(LifePanel.class)))
                .contains("Uninstalling Club", "Waiting for running work to end", "Cancel");
        assertThat(bar().isIndeterminate()).as("nobody knows how long").isTrue();

        for (Milestone step : Milestone.values()) {
            job.reached(step);
            refreshJobs();
            assertThat(bar().isIndeterminate())
                    .as("how far the step before was says nothing of %s", step)
                    .isTrue();
            job.progress(30, 120);
            refreshJobs();
            assertThat(text(_get(LifePanel.class)))
                    .contains(UI.getCurrent().getTranslation("plugin.milestone." + step));
        }
        assertThat(bar().isIndeterminate()).isFalse();
        assertThat(bar().getValue()).isEqualTo(0.25);
        assertThat(bar().getElement().getAttribute("aria-label")).isEqualTo("Uninstalling Club");
        _assertNone(_get(LifePanel.class), Button.class, spec -> spec.withText("Cancel"));

        work.running.clear();
        followJobs();
        _assertNone(LifePanel.class);
        expectTold("Club is uninstalled. Its data are kept.");
    }

    /** Work for which a change waits as long as the test wants. */
    private static final class HeldUp implements VerticalWork {
        private final List<RunningWork> running = new CopyOnWriteArrayList<>();
        private final AtomicBoolean asked = new AtomicBoolean();

        @Override
        public List<RunningWork> running(int verticalId) {
            List<RunningWork> now = List.copyOf(running);
            asked.compareAndSet(false, !now.isEmpty());
            return now;
        }

        @Override
        public void cancel(int verticalId) {}
    }

    private static ProgressBar bar() {
        return _get(_get(LifePanel.class), ProgressBar.class);
    }

    @Test
    void shouldShowWhyAChangeFailed() {
        open(PluginPortal.on(database).developerMode(), Locale.ENGLISH);
        club().enable();
        followAnnouncements();
        upload(ClubPlugin.lossy());
        club().fill();

        _click(button("Install 1.2.0"));
        followJobs();

        assertThat(text(_get(LifePanel.class))).contains("Upgrading Club", "would be lost", "visits");
        assertThat(portal.card("club").version()).isEqualTo("1.0.0");
        _click(button("Dismiss"));
        _assertNone(LifePanel.class);
    }

    @Test
    void shouldRefuseAVersionThatLosesValuesBeforeItIsConfirmed() {
        open(PluginPortal.on(database).developerMode(), Locale.SIMPLIFIED_CHINESE);
        enableClub();

        upload(ClubPlugin.lossy(), "从文件安装…");

        assertThat(text(_get(Dialog.class)))
                .contains("有 2 个已保存的值会丢失", "attribute.visits 由整数改为金额会丢失值", "2 个值")
                .doesNotContain("CUSTOMER");
        assertThat(button("安装 1.2.0").isEnabled()).isFalse();
    }

    @Test
    void shouldCountTheValuesOfARemovedAttributeBeforeItIsConfirmed() {
        open(PluginPortal.on(database).developerMode(), Locale.ENGLISH);
        enableClub();

        upload(ClubPlugin.withoutPlan());

        assertThat(text(_get(Dialog.class)))
                .contains("attribute.plan removed; its data are kept but no longer shown2 values");
        assertThat(button("Install 1.2.0").isEnabled()).isTrue();
    }

    private void enableClub() {
        club().enableFilled();
        followAnnouncements();
    }

    private ClubPlugin club() {
        return new ClubPlugin(portal, database);
    }

    @SuppressWarnings("unchecked")
    private static void choose(String choice) {
        RadioButtonGroup<UninstallDialog.Choice> group = _get(_get(Dialog.class), RadioButtonGroup.class);
        _setValue(group, UninstallDialog.Choice.valueOf(choice));
    }

    private static void expectTold(String message) {
        assertThat(_find(Notification.class)).anyMatch(shown -> text(shown).equals(message));
    }
}
