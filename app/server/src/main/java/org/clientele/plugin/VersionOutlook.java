package org.clientele.plugin;

import java.util.List;
import org.clientele.plugins.api.Texts;

/**
 * What going to another version of a plugin would do.
 *
 * @param texts of the version gone to
 * @param changes what becomes of fields, with the number of values and rows touched
 * @param obstacles fields that would lose values; while there is one the version is refused
 * @param work what goes on in the vertical and has to end first
 * @param pause whether people stand back for a moment while the last values are taken over
 */
public record VersionOutlook(
        String pluginId,
        String from,
        String to,
        Texts.Bundles texts,
        List<DefinitionChange> changes,
        List<Obstacle> obstacles,
        List<RunningWork> work,
        boolean pause) {
    public VersionOutlook {
        changes = List.copyOf(changes);
        obstacles = List.copyOf(obstacles);
        work = List.copyOf(work);
    }
}
