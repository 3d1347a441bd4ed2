package org.clientele.plugin;

import com.github.zafarkhaja.semver.Version;
import java.util.Optional;
import org.clientele.common.Problem;
import org.clientele.plugin.PluginLibrary.Judged;
import org.clientele.plugin.PluginManifest.Dependency;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a jar may take the place of what is there. */
@Component
class InstallChecks {
    private final PluginRegistry registry;
    private final PluginLibrary library;

    InstallChecks(PluginRegistry registry, PluginLibrary library) {
        this.registry = registry;
        this.library = library;
    }

    /**
     * What stands under the plugin's id now, be it installed or only bundled.
     *
     * @param content null when its jar was altered and cannot be read
     */
    record Current(
            String version,
            String digest,
            boolean enabled,
            Trust trust,
            @Nullable PluginPackage content) {}

    /** @throws RefusedProblem when it is older, the same, or another jar of the same version, or needs a plugin that is not there */
    Optional<Current> check(Judged judged) {
        PluginPackage content = judged.content();
        Optional<Current> current = current(content.id());
        current.ifPresent(there -> requireNewer(judged, there));
        content.manifest().dependencies().stream()
                .filter(needed -> !needed.optional())
                .forEach(this::requireInstalled);
        return current;
    }

    private Optional<Current> current(String id) {
        Optional<InstalledPlugin> installed = registry.find(id);
        boolean enabled = installed.map(InstalledPlugin::enabled).orElse(false);
        Trust trust = installed.map(InstalledPlugin::trust).orElse(Trust.BUNDLED);
        try {
            PluginPackage content = library.look(id);
            return Optional.of(new Current(content.manifest().version(), content.digest(), enabled, trust, content));
        } catch (Problem unreadable) {
            return installed.map(plugin -> new Current(plugin.version(), plugin.digest(), enabled, trust, null));
        }
    }

    private void requireNewer(Judged judged, Current there) {
        PluginManifest offered = judged.content().manifest();
        int order = Version.parse(offered.version()).compareToIgnoreBuildMetadata(Version.parse(there.version()));
        if (order < 0) {
            throw new RefusedProblem("downgrade", offered.id(), there.version(), offered.version());
        }
        boolean repair = there.content() == null;
        if (order > 0 || repair) {
            return;
        }
        if (judged.content().digest().equals(there.digest())) {
            throw new RefusedProblem("same", offered.id(), offered.version());
        }
        // Whoever makes a plugin tries one version many times.
        if (judged.vouching().trust() != Trust.DEVELOPER && there.trust() != Trust.DEVELOPER) {
            throw new RefusedProblem("version-reused", offered.id(), offered.version());
        }
    }

    private void requireInstalled(Dependency needed) {
        boolean there = current(needed.id())
                .filter(current -> needed.acceptsVersion(current.version()))
                .isPresent();
        if (!there) {
            throw new RefusedProblem("dependency", needed.id(), needed.range());
        }
    }
}
