package org.clientele.portal.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.communication.UidlWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.clientele.common.Announcements;
import org.clientele.common.Jobs;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.TestUi;
import org.clientele.customer.CustomerData;
import org.clientele.customer.CustomerLists;
import org.clientele.customer.CustomerService;
import org.clientele.customer.persistence.CustomerDao;
import org.clientele.engine.column.Value;
import org.clientele.plugin.AsOfMode;
import org.clientele.plugin.PluginPortal;
import org.clientele.plugin.TestSigner;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.code.PluginCodeProperties;
import org.clientele.plugin.code.PluginFailure;
import org.clientele.plugins.api.ScreenDefinition;
import org.clientele.portal.overview.Overview;
import org.clientele.report.Reports;
import org.clientele.segment.CodeSnapshots;
import org.clientele.segment.PortalSnapshot;
import org.clientele.segment.Snapshots;
import org.jspecify.annotations.Nullable;

/**
 * A portal with what computes and shows by plugins' code, and two customers as soon as the kiosk is enabled. Jars are signed by somebody whom the
 * portal trusts.
 */
final class CodePortal implements AutoCloseable {
    /** Short, so that what hangs costs a test little, yet enough for what works on a busy machine. */
    private static final Duration SHORT = Duration.ofSeconds(3);
    /** What works is not to be late on a busy machine. */
    private static final Duration LONG = Duration.ofSeconds(15);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final TestDatabase database = TestDatabase.create(TestDatabase.Kind.HSQLDB);
    private final String key;
    final PluginPortal plugins;
    final TestSigner signer = TestSigner.of("Studio");
    final CustomerService customers;
    final Snapshots snapshots;
    final ScreenHost host;
    final Overview overview;

    /** With the industries that the portal brings, one of which the test is about. */
    static CodePortal bundled(String key) {
        return new CodePortal(key, LONG, new Announcements());
    }

    /** Computes when the test says so. */
    static CodePortal still() {
        return new CodePortal("kiosk", SHORT, new Announcements());
    }

    /** Computes anew whenever something changes, as the portal does. */
    static CodePortal lively() {
        return new CodePortal("kiosk", LONG, null);
    }

    private CodePortal(String key, Duration callLimit, @Nullable Announcements silent) {
        this.key = key;
        plugins = PluginPortal.on(database)
                .bundledOfThePortal()
                .limits(new PluginCodeProperties(callLimit, Duration.ofSeconds(30), 4, 5, Duration.ofMinutes(10)))
                .start();
        Announcements heard = silent == null ? plugins.announcements : silent;
        plugins.trust(signer);
        customers = new CustomerService(
                new CustomerDao(database.jdbi(), database.dialect()),
                plugins.rights,
                plugins.audit,
                silent == null ? plugins.announcements : new Announcements(),
                plugins.clock);
        snapshots = new CodeSnapshots(database, plugins.verticals(), customers, plugins.rights, heard, plugins.clock)
                .answeredBy(plugins.calls);
        ScreenServices services = new ScreenServices(
                new CustomerLists(snapshots, plugins.rights, plugins.audit), customers, snapshots, plugins.rights);
        host = new ScreenHost(
                plugins.calls, plugins.watchdog, services, new ScreenErrors(plugins.calls), plugins.announcements);
        Reports reports = new Reports(plugins.verticals(), snapshots, plugins.rights, plugins.audit);
        overview = new Overview(snapshots, reports, plugins.rights, plugins.announcements, new Jobs(plugins.clock));
    }

    /** Installs and enables the kiosk, and makes its customers where they are not there yet. */
    CodePortal enable(CodeJar jar) {
        install(jar);
        plugins.service.enable("kiosk", "CNY", AsOfMode.TODAY, null);
        if (customers.findByRef(vertical(), "anna").isEmpty()) {
            plugins.administer(() -> {
                customer("anna", "Anna Li");
                customer("ben", "Ben Wu");
            });
        }
        return this;
    }

    void install(CodeJar jar) {
        plugins.install(signer.sign(jar.jar()));
    }

    private void customer(String ref, String name) {
        customers.create(vertical(), new CustomerData(ref, name, null, Map.of("city", new Value.Text("Wuhan"))));
    }

    Vertical vertical() {
        return plugins.verticals().get(key);
    }

    /** Computes everything anew, the plugin's models among it. */
    PortalSnapshot compute() {
        snapshots.reload(key);
        return snapshots.get(key);
    }

    boolean isEnabled() {
        return plugins.verticals().find("kiosk").isPresent();
    }

    /** What failed so far, newest first. */
    List<PluginFailure> failures() {
        return plugins.health.failures("kiosk", 100);
    }

    /** Opens a screen in a browser of its own and waits until it is there, or says why not. */
    ScreenFrame open(String screen) {
        return open(screen, Locale.ENGLISH);
    }

    ScreenFrame open(String screen, Locale locale) {
        ScreenFrame frame = begin(screen, locale);
        await(() -> !text(frame).isBlank());
        return frame;
    }

    /** Opens a screen in a browser of its own. */
    ScreenFrame begin(String screen) {
        return begin(screen, Locale.ENGLISH);
    }

    private ScreenFrame begin(String screen, Locale locale) {
        if (UI.getCurrent() != null) {
            TestUi.stop();
        }
        return add(TestUi.start(locale), screen);
    }

    /** Shows a screen on a page that is open. */
    ScreenFrame add(UI ui, String screen) {
        ui.getSession().setErrorHandler(this::claim);
        ScreenDefinition definition = vertical().definition().screens().stream()
                .filter(s -> s.id().equals(screen))
                .findFirst()
                .orElseThrow();
        ScreenFrame frame = new ScreenFrame(host, vertical(), definition);
        ui.add(frame);
        return frame;
    }

    /** What the portal does when a listener on the screen throws. */
    void claim(ErrorEvent event) {
        assertThat(host.errors().take(event))
                .as("claimed: %s", event.getThrowable())
                .isTrue();
    }

    /** What the open page says. */
    String text() {
        return UI.getCurrent().getElement().getTextRecursively();
    }

    static String text(ScreenFrame frame) {
        return frame.getElement().getTextRecursively();
    }

    /** Lets the browser come back until it is so. */
    static void await(BooleanSupplier until) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!until.getAsBoolean()) {
            assertThat(System.nanoTime()).as("20 s have not been enough").isLessThan(end);
            if (UI.getCurrent() != null) {
                roundtrip();
            }
            pause();
        }
    }

    /** The browser comes back and takes what is new, which the portal then remembers no longer. */
    static void roundtrip() {
        MockVaadin.clientRoundtrip(true);
        new UidlWriter().createUidl(UI.getCurrent(), false);
    }

    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(5);
        } catch (InterruptedException interruption) {
            throw new AssertionError(interruption);
        }
    }

    @Override
    public void close() throws Exception {
        if (UI.getCurrent() != null) {
            TestUi.stop();
        }
        CodeSnapshots.stop(snapshots);
        plugins.close();
        database.close();
    }
}
