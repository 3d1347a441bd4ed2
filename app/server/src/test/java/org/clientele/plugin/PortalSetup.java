package org.clientele.plugin;

import java.io.ByteArrayInputStream;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clientele.common.TemporaryFiles;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.plugin.BundledPlugins.BundledJar;
import org.clientele.plugin.code.PluginCodeProperties;
import org.clientele.plugin.code.TestFailures;

/** What the portal starts with. */
public final class PortalSetup {
    private final TestDatabase database;
    final List<BundledJar> bundled = new ArrayList<>();
    final List<VerticalWork> work = new ArrayList<>();
    boolean developerMode;
    final Set<TrustAnchor> timeStampers = new HashSet<>();
    boolean alone;
    PluginCodeProperties limits = TestFailures.LIMITS;

    /** Nobody is writing when people are asked to stand back, unless the test says so. */
    ChangePace pace = new ChangePace(ChangePace.USUAL.turn(), Duration.ofMillis(10));

    PortalSetup(TestDatabase database) {
        this.database = database;
    }

    public PortalSetup bundled(PluginJar jar) {
        byte[] bytes = jar.bytes();
        return bundled(bytes, PluginJar.digest(bytes));
    }

    public PortalSetup bundled(byte[] jar, String listedDigest) {
        bundled.add(new BundledJar(
                "bundled-%d.jar".formatted(bundled.size() + 1), listedDigest, () -> new ByteArrayInputStream(jar)));
        return this;
    }

    /** The jars that the portal itself brings. */
    public PortalSetup bundledOfThePortal() {
        return bundled(PluginConfiguration.bundledJars());
    }

    PortalSetup bundled(List<BundledJar> jars) {
        bundled.addAll(jars);
        return this;
    }

    public PortalSetup developerMode() {
        developerMode = true;
        return this;
    }

    /** What features do with a vertical for long. */
    public PortalSetup work(VerticalWork kind) {
        work.add(kind);
        return this;
    }

    /** Believes the authority's time stamps. */
    PortalSetup timeStamper(X509Certificate authority) {
        timeStampers.add(new TrustAnchor(authority, null));
        return this;
    }

    /** How much the plugins' code may take. */
    public PortalSetup limits(PluginCodeProperties other) {
        limits = other;
        return this;
    }

    /** How long a change waits for others. */
    PortalSetup pace(ChangePace other) {
        pace = other;
        return this;
    }

    /** No other node is on the database: what a crash left is mended at once. */
    PortalSetup alone() {
        alone = true;
        return this;
    }

    public PluginPortal start() {
        return new PluginPortal(database, TemporaryFiles.folder("clientele-plugins"), this);
    }
}
