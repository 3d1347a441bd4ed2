package org.clientele.plugin;

import java.util.List;
import java.util.Locale;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sees before a plugin is installed. All names and texts are the plugin's: plain text, to be shown as text only.
 *
 * @param token names the jar that waits; for {@link PluginInstaller#install}
 * @param requires SemVer range of portal versions
 * @param vouching who vouches for it
 * @param formerSigner who signed the version that it replaces, where that was somebody else; null otherwise
 * @param replaced the version that it takes the place of; null when there is none
 * @param changes what it does to the version it replaces; empty for a new plugin
 * @param obstacles fields that would lose values; while there is one it cannot be installed
 * @param data the data kept of the vertical, which the new version takes over; empty when there is none
 * @param classes how many classes it brings; 0: data only
 */
public record Inspection(
        String token,
        String id,
        String version,
        String provider,
        String requires,
        String digest,
        VerticalDefinition definition,
        Texts.Bundles texts,
        Vouching vouching,
        @Nullable String formerSigner,
        @Nullable Replaced replaced,
        List<Change> changes,
        List<Obstacle> obstacles,
        List<RowCount> data,
        int classes) {
    public Inspection {
        changes = List.copyOf(changes);
        obstacles = List.copyOf(obstacles);
        data = List.copyOf(data);
    }

    /**
     * What is there now.
     *
     * @param texts its texts, for the names of what is removed; those of the new version when its own cannot be read
     */
    public record Replaced(String version, boolean enabled, Texts.Bundles texts) {}

    /** The vertical's name. */
    public String name(Locale locale) {
        return texts.get(locale, Texts.VERTICAL);
    }

    /** How many fields customers and activities have. */
    public int fields() {
        return definition.attributes().size()
                + definition.activities().stream()
                        .mapToInt(activity -> activity.fields().size())
                        .sum();
    }

    /** Names of the attributes that are personal data. */
    public List<String> personalData(Locale locale) {
        return definition.attributes().stream()
                .filter(AttributeDefinition::personal)
                .map(attribute -> texts.get(locale, Texts.attribute(attribute.id())))
                .toList();
    }

    /** Why it cannot be installed while there are {@link #obstacles}. */
    public LossyProblem lossy() {
        return new LossyProblem(obstacles, texts);
    }

    Inspection withToken(String given) {
        return new Inspection(
                given,
                id,
                version,
                provider,
                requires,
                digest,
                definition,
                texts,
                vouching,
                formerSigner,
                replaced,
                changes,
                obstacles,
                data,
                classes);
    }
}
