package org.clientele.segment.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.clientele.frontend.Tag;
import org.clientele.frontend.Tone;
import org.clientele.segment.ModelVersion;
import org.clientele.segment.ModelVersion.Standing;
import org.clientele.segment.ModelVersions;

/** Says of a version where it stands and whose it is. */
final class VersionWords {
    private final SegmentWords words;
    private final ModelVersions versions;

    VersionWords(SegmentWords words, ModelVersions versions) {
        this.words = words;
        this.versions = versions;
    }

    /** "Version 4, 3 Aug 2026, by Zhao Lin". */
    String line(ModelVersion version) {
        return version.author().isEmpty()
                ? words.text("segment.version.installed", version.number())
                : words.text(
                        "segment.version.line", version.number(), time(version.createdAt()), person(version.author()));
    }

    /** The name of whoever signs in with a login. */
    String person(String login) {
        return versions.person(words.vertical().key(), login);
    }

    String time(Instant instant) {
        return words.formats().dateTime(instant, ZoneId.systemDefault());
    }

    Tag standing(Standing standing) {
        String tone =
                switch (standing) {
                    case CURRENT -> Tone.GOOD;
                    case REVIEW, SCHEDULED, OFFERED -> Tone.WARN;
                    case REFUSED -> Tone.BAD;
                    case SUPERSEDED, WITHDRAWN -> Tone.MUTED;
                };
        return new Tag(words.text("segment.version." + standing.name().toLowerCase(Locale.ROOT)), tone);
    }
}
