package org.clientele.segment.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.clientele.engine.cluster.ClusterProfile;
import org.clientele.engine.cluster.ClusterProfile.Trait;
import org.clientele.plugins.api.ModelDefinition;

/** What to call groups, by what distinguishes them. */
final class ClusterNames {
    private static final int LONGEST = 60;

    private final SegmentWords words;

    ClusterNames(SegmentWords words) {
        this.words = words;
    }

    /** "Very high total spend, low recency"; "average in everything" where nothing stands out. */
    String sentence(ClusterProfile profile, Locale language) {
        SegmentWords spoken = new SegmentWords(words.vertical(), language);
        if (profile.name().isEmpty()) {
            return spoken.text("segment.cluster.average");
        }
        String name = profile.name().stream()
                .map(trait -> trait(spoken, trait))
                .collect(Collectors.joining(spoken.text("segment.reason.list")));
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }

    private static String trait(SegmentWords spoken, Trait trait) {
        String key = "segment.cluster.trait."
                + trait.strength().name().toLowerCase(Locale.ROOT)
                + "."
                + trait.direction().name().toLowerCase(Locale.ROOT);
        return spoken.text(
                key,
                SpokenReason.within(
                        spoken.names().name(trait.column()), spoken.formats().locale()));
    }

    /** A name for each group in each language, by segment and language tag. */
    Map<String, Map<String, String>> proposed(ModelDefinition.Clusters model, List<ClusterProfile> profiles) {
        Map<String, Map<String, String>> names = new HashMap<>();
        for (ClusterProfile profile : profiles) {
            Map<String, String> byLanguage = new HashMap<>();
            for (Locale language : ClusterFields.LANGUAGES) {
                String name = sentence(profile, language);
                byLanguage.put(
                        language.toLanguageTag(),
                        name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…");
            }
            names.put(model.segments().get(profile.cluster()).id(), byLanguage);
        }
        return names;
    }
}
