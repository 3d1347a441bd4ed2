package org.clientele.plugin;

import java.io.InputStream;
import java.util.Optional;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Problem;
import org.clientele.plugin.LifeJob.Kind;
import org.clientele.plugin.PluginLibrary.Judged;
import org.clientele.plugin.StagedPlugins.Staged;
import org.springframework.stereotype.Service;

/**
 * Installs a plugin in two steps: a jar is judged and shown, and installed only when somebody says so. Needs
 * {@link Permission#MANAGE_PLUGINS}.
 */
@Service
public class PluginInstaller {
    private final Rights rights;
    private final PluginLibrary library;
    private final CatalogueFolder catalogue;
    private final InstallChecks checks;
    private final Inspector inspector;
    private final StagedPlugins staged;
    private final PluginService plugins;
    private final LifeJobs jobs;

    PluginInstaller(
            Rights rights,
            PluginLibrary library,
            CatalogueFolder catalogue,
            InstallChecks checks,
            Inspector inspector,
            StagedPlugins staged,
            PluginService plugins,
            LifeJobs jobs) {
        this.rights = rights;
        this.library = library;
        this.catalogue = catalogue;
        this.checks = checks;
        this.inspector = inspector;
        this.staged = staged;
        this.plugins = plugins;
        this.jobs = jobs;
    }

    /**
     * Judges a jar and keeps it on disk for a quarter of an hour; nothing is installed.
     *
     * @param jar at most 20 MB are read; not closed
     * @throws RefusedProblem when it could not be installed; nothing is kept of it
     */
    public Inspection inspect(InputStream jar) {
        rights.requireAnywhere(Permission.MANAGE_PLUGINS);
        return inspect(StagedJar.of(library.staging(), jar));
    }

    /**
     * Judges a jar of the catalogue folder.
     *
     * @param offer as a card showed it
     * @throws Problem when the file is not there any more or is another one, besides the reasons of {@link #inspect(InputStream)}
     */
    public Inspection inspect(PluginCard.Offer offer) {
        rights.requireAnywhere(Permission.MANAGE_PLUGINS);
        return inspect(catalogue.stage(offer));
    }

    /**
     * Installs what was shown, while the caller waits.
     *
     * @param token of the inspection
     * @return the plugin's id
     * @throws Problem when it is not there any more, or can no longer be installed; nothing is installed
     */
    String install(String token) {
        return install(take(token), false, Milestones.UNWATCHED);
    }

    /**
     * Installs what was shown, in the background.
     *
     * @param token of the inspection
     * @param cancelWork whether running work on the vertical is cancelled rather than waited for
     * @throws Problem when it is not there any more
     */
    public LifeJob start(String token, boolean cancelWork) {
        Staged found = take(token);
        PluginPackage content = found.judged().content();
        return jobs.start(
                found.replaces().isEmpty() ? Kind.INSTALL : Kind.UPGRADE,
                content.id(),
                VerticalNotices.name(content.texts()),
                life -> install(found, cancelWork, life));
    }

    private Staged take(String token) {
        return staged.take(token, rights.user().id())
                .orElseThrow(() -> new Problem("plugin.problem.staged-gone", StagedPlugins.LIFETIME.toMinutes()));
    }

    private String install(Staged found, boolean cancelWork, Milestones milestones) {
        try (StagedJar jar = found.jar()) {
            // Judged again from its bytes: a signer may have been revoked, or the installed version replaced, since it
            // was shown.
            Judged judged = judge(jar);
            Optional<InstallChecks.Current> current = checks.check(judged);
            if (!current.map(InstallChecks.Current::digest).orElse("").equals(found.replaces())) {
                throw new Problem(
                        "plugin.problem.replaced-meanwhile", judged.content().id());
            }
            plugins.install(judged.with(jar.bytes()), cancelWork, milestones);
            return judged.content().id();
        }
    }

    /** Deletes what was shown and is not wanted; does nothing when it is not there any more. Whoever knows the token may, even signed out. */
    public void discard(String token) {
        staged.discard(token);
    }

    private Judged judge(StagedJar jar) {
        Judged judged = library.judge(library.examine(jar));
        library.requireTrust(judged);
        return judged;
    }

    private Inspection inspect(StagedJar jar) {
        try {
            Judged judged = judge(jar);
            rights.require(Permission.MANAGE_PLUGINS, judged.content().id());
            Optional<InstallChecks.Current> current = checks.check(judged);
            Inspection shown = inspector.inspect(judged, current);
            Staged kept = staged.keep(
                    jar,
                    judged,
                    rights.user().id(),
                    current.map(InstallChecks.Current::digest).orElse(""));
            return shown.withToken(kept.token());
        } catch (RuntimeException refused) {
            jar.close();
            throw refused;
        }
    }
}
