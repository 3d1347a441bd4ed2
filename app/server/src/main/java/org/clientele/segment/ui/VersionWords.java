package org.clientele.segment.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
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

    /** From when a version applies or is to apply. */
    String moment(ModelVersion version) {
        Instant from = version.effectiveAt();
        return from == null ? "" : time(from);
    }

    /** What a publication led to: it applies, waits for its moment or for somebody else. */
    String outcome(ModelVersion version) {
        Instant from = version.effectiveAt();
        boolean asked = version.status() == ModelVersion.Status.REVIEW;
        if (from != null && from.isAfter(versions.now())) {
            return words.text(asked ? "segment.publish.asked-from" : "segment.publish.planned", time(from));
        }
        return words.text(asked ? "segment.publish.asked" : "segment.publish.done");
    }

    /** What an approval led to. */
    String approval(ModelVersion version) {
        Instant wished = version.effectiveAt();
        if (wished == null) {
            return words.text("segment.version.approved");
        }
        return words.text(
                wished.isAfter(versions.now()) ? "segment.version.approved-from" : "segment.version.approved-late",
                time(wished));
    }

    /** From when a version that waits is to apply, or empty: at once. */
    String from(ModelVersion version, Standing standing) {
        Instant from = version.effectiveAt();
        if (from == null) {
            return "";
        }
        return switch (standing) {
            case SCHEDULED -> words.text("segment.version.from", time(from));
            case REVIEW ->
                words.text(
                        from.isAfter(versions.now()) ? "segment.version.wished" : "segment.version.wished-late",
                        time(from));
            case CURRENT, SUPERSEDED, REFUSED, WITHDRAWN, OFFERED, CREATED -> "";
        };
    }

    /** From when until when a version applied, or since when it does; empty where it never did, or always. */
    String applied(ModelVersion version, Standing standing, List<ModelVersion> history) {
        Instant from = version.effectiveAt();
        if (from == null || standing != Standing.CURRENT && standing != Standing.SUPERSEDED) {
            return "";
        }
        Instant until = version.supersededAt(history, versions.now());
        if (from.equals(Instant.EPOCH)) {
            return until == null ? "" : words.text("segment.version.applied-until", time(until));
        }
        return until == null
                ? words.text("segment.version.applies-since", time(from))
                : words.text("segment.version.applied", time(from), time(until));
    }

    /** What somebody did with a version that waited, or empty. */
    String decision(ModelVersion version) {
        String by = version.decidedBy();
        Instant at = version.decidedAt();
        if (by == null || at == null) {
            return "";
        }
        String verb =
                switch (version.status()) {
                    case REFUSED -> "refused-by";
                    case WITHDRAWN -> "withdrawn-by";
                    case PUBLISHED, REVIEW, OFFERED, CREATED -> "approved-by";
                };
        return words.text("segment.version." + verb, person(by), time(at));
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
                    case SUPERSEDED, WITHDRAWN, CREATED -> Tone.MUTED;
                };
        return new Tag(words.text("segment.version." + standing.name().toLowerCase(Locale.ROOT)), tone);
    }
}
