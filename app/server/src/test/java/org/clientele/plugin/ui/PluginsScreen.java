package org.clientele.plugin.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.UploadKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.upload.Upload;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.clientele.common.Job;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.TestUi;
import org.clientele.dataimport.ImportFixture;
import org.clientele.plugin.PluginPortal;
import org.clientele.plugin.PortalSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The screen of plugins, on a portal of its own. */
abstract class PluginsScreen {
    TestDatabase database;
    PluginPortal portal;

    @BeforeEach
    void start() {
        database = TestDatabase.create(TestDatabase.Kind.HSQLDB);
        portal = PluginPortal.on(database).start();
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
        database.close();
    }

    void open(PortalSetup setup, Locale locale) {
        portal.close();
        portal = setup.start();
        show(locale);
    }

    void show(Locale locale) {
        if (UI.getCurrent() != null) {
            TestUi.stop();
        }
        UI ui = TestUi.start(locale);
        PluginsView view = new PluginsView(
                portal.catalogue,
                portal.service,
                portal.installer,
                portal.life,
                portal.settings,
                portal.health,
                portal.clock,
                portal.rights,
                portal.announcements);
        ui.add(view);
        view.show();
    }

    void upload(byte[] jar) {
        upload(jar, "Install from file…");
    }

    void upload(byte[] jar, String button) {
        _click(button(button));
        UploadKt._upload(_get(Upload.class), "kiosk.jar", "application/java-archive", jar);
        MockVaadin.clientRoundtrip(true);
    }

    /** Runs what the announcement thread has asked the screen to do. */
    void followAnnouncements() {
        CountDownLatch told = new CountDownLatch(1);
        try (var end = portal.announcements.listen(String.class, event -> told.countDown())) {
            portal.announcements.publish("the end");
            assertThat(told.await(5, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
        MockVaadin.clientRoundtrip(true);
    }

    static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    /** Waits until what the dialog reads in the background is shown. */
    static void awaitText(String... parts) {
        ImportFixture.await(() -> {
            MockVaadin.clientRoundtrip(true);
            String shown = text(_get(Dialog.class));
            return Stream.of(parts).allMatch(shown::contains);
        });
    }

    /** Lets the changes that were begun end, and looks. */
    void followJobs() {
        ImportFixture.await(() -> portal.life.own().stream().allMatch(job -> job.state() != Job.State.RUNNING));
        followAnnouncements();
        refreshJobs();
    }

    /** What the screen does twice a second. */
    static void refreshJobs() {
        _find(LifePanels.class).forEach(LifePanels::refresh);
    }
}
