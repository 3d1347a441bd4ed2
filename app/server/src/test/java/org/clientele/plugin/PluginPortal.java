package org.clientele.plugin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.clientele.access.Role;
import org.clientele.access.TestAudit;
import org.clientele.access.TestRights;
import org.clientele.common.Announcements;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.plugin.BundledPlugins.BundledJar;
import org.clientele.plugin.code.CallThreads;
import org.clientele.plugin.code.FailureLog;
import org.clientele.plugin.code.TestFailures;
import org.clientele.plugin.persistence.PluginDao;

/** The plugin feature on a test database, with jars of the test's choice. Starting another on the same database is a restart. */
public final class PluginPortal implements AutoCloseable {
    public final TestRights rights = TestRights.of(Role.CONSULTANT);
    final TestAudit audit = new TestAudit();
    public final Announcements announcements = new Announcements();
    final EnabledVerticals verticals = new EnabledVerticals();
    final Path data;
    final PluginDao plugins;
    final PluginRuntime runtime;
    final PluginHost host;
    public final PluginService service;
    public final PluginCatalogue catalogue;
    public final VerticalSettingsService settings;

    private PluginPortal(TestDatabase database, Path data, List<BundledJar> bundled, boolean developerMode) {
        this.data = data;
        plugins = new PluginDao(database.jdbi());
        VerticalStore store = VerticalFixture.store(database);
        Path staging = data.resolve("staging");
        PluginLibrary library =
                new PluginLibrary(plugins, new BundledPlugins(staging, bundled), staging, developerMode);
        runtime = new PluginRuntime(data.resolve("plugins"), new CallThreads(4));
        host = new PluginHost(plugins, library, store, verticals, runtime, data.resolve("plugins"));
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);
        FailureLog failures = TestFailures.log(database, announcements, clock);
        PluginRegistry registry = new PluginRegistry(plugins, failures, rights, audit, clock);
        service = new PluginService(rights, library, host, store, registry, announcements);
        catalogue = new PluginCatalogue(rights, registry, library, host);
        settings = new VerticalSettingsService(verticals, store, rights, audit, announcements);
        host.afterSingletonsInstantiated();
    }

    public static Setup on(TestDatabase database) {
        return new Setup(database);
    }

    public PluginCard card(String id) {
        return catalogue.cards().stream()
                .filter(card -> card.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No card %s among %s".formatted(id, catalogue.cards())));
    }

    /** Files left in a folder under the data folder. */
    List<String> files(String folder) {
        try (var files = Files.list(data.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        runtime.stop();
    }

    /** What the portal starts with. */
    public static final class Setup {
        private final TestDatabase database;
        private final List<BundledJar> bundled = new ArrayList<>();
        private boolean developerMode;

        private Setup(TestDatabase database) {
            this.database = database;
        }

        public Setup bundled(PluginJar jar) {
            byte[] bytes = jar.bytes();
            return bundled(bytes, PluginJar.digest(bytes));
        }

        public Setup bundled(byte[] jar, String listedDigest) {
            bundled.add(new BundledJar(
                    "bundled-%d.jar".formatted(bundled.size() + 1), listedDigest, () -> new ByteArrayInputStream(jar)));
            return this;
        }

        Setup bundled(List<BundledJar> jars) {
            bundled.addAll(jars);
            return this;
        }

        public Setup developerMode() {
            developerMode = true;
            return this;
        }

        public PluginPortal start() {
            try {
                return new PluginPortal(
                        database, Files.createTempDirectory("clientele-plugins"), bundled, developerMode);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
