package org.clientele.strategy.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.clientele.frontend.Tag;
import org.clientele.frontend.Tone;
import org.clientele.strategy.StrategyVersion;
import org.clientele.strategy.StrategyVersions;

/** Says of a version of a strategy whose it is, where it stands, and from when it applies. */
final class StrategyVersionWords {
    private final StrategyWords words;
    private final StrategyVersions versions;

    StrategyVersionWords(StrategyWords words, StrategyVersions versions) {
        this.words = words;
        this.versions = versions;
    }

    /** "Version 4 · Zhao Lin · 3 Aug 2026, 09:12". */
    String line(StrategyVersion version) {
        return version.author().isEmpty()
                ? words.text("strategy.version.plugin", version.number())
                : words.text("strategy.version.line", version.number(), author(version), time(version.createdAt()));
    }

    String author(StrategyVersion version) {
        return person(version.author());
    }

    private String person(String login) {
        return versions.person(words.applied().vertical().key(), login);
    }

    String time(Instant instant) {
        return words.formats().dateTime(instant, ZoneId.systemDefault());
    }

    /** From when a version is to apply; empty where it is not planned. */
    String from(StrategyVersion version) {
        Instant at = version.effectiveAt();
        return at == null ? "" : time(at);
    }

    Tag standing(StrategyVersion version, int current) {
        if (version.number() == current) {
            return new Tag(words.text("strategy.version.current"), Tone.GOOD);
        }
        return switch (version.status()) {
            case OFFERED -> new Tag(words.text("strategy.version.offered"), Tone.WARN);
            case REVIEW -> new Tag(words.text("strategy.version.review"), Tone.WARN);
            case REFUSED -> new Tag(words.text("strategy.version.refused"), Tone.BAD);
            case WITHDRAWN -> new Tag(words.text("strategy.version.withdrawn"));
            case PUBLISHED ->
                version.isPlanned(versions.now())
                        ? new Tag(words.text("strategy.version.planned"), Tone.WARN)
                        : new Tag(words.text("strategy.version.superseded"));
        };
    }

    /** The moment that was set for a version, where one was and it still matters. */
    Optional<String> moment(StrategyVersion version) {
        Instant at = version.effectiveAt();
        if (at == null) {
            return Optional.empty();
        }
        return switch (version.status()) {
            case REVIEW ->
                Optional.of(words.text(
                        at.isAfter(versions.now()) ? "strategy.version.wished" : "strategy.version.wished-late",
                        time(at)));
            case REFUSED, WITHDRAWN -> Optional.of(words.text("strategy.version.wished", time(at)));
            case PUBLISHED ->
                version.isPlanned(versions.now())
                        ? Optional.of(words.text("strategy.version.from", time(at)))
                        : Optional.empty();
            case OFFERED -> Optional.empty();
        };
    }

    /** Who decided on a version or took it back, and when. */
    String decided(StrategyVersion version, StrategyVersion.Decision decision) {
        String verb =
                switch (version.status()) {
                    case REFUSED -> "refused-by";
                    case WITHDRAWN -> "withdrawn-by";
                    case PUBLISHED, REVIEW, OFFERED -> "approved-by";
                };
        return words.text("strategy.version." + verb, person(decision.by()), time(decision.at()));
    }

    /** What a publication led to: it applies, waits for its moment or for somebody else. */
    String outcome(StrategyVersion version) {
        String from = from(version);
        if (version.status() == StrategyVersion.Status.REVIEW) {
            return from.isEmpty()
                    ? words.text("strategy.publish.asked")
                    : words.text("strategy.publish.asked-from", from);
        }
        if (version.isPlanned(versions.now())) {
            return words.text("strategy.publish.planned", from);
        }
        return words.text(
                version.kind() == StrategyVersion.Kind.RETIRED ? "strategy.edit.retired" : "strategy.publish.done");
    }

    /** What became of a wish, to whoever approved it. @param asked as it was before */
    String approved(StrategyVersion asked, StrategyVersion decided) {
        if (decided.kind() == StrategyVersion.Kind.RETIRED) {
            return words.text("strategy.version.approved-retired");
        }
        Instant wished = asked.effectiveAt();
        if (decided.isPlanned(versions.now())) {
            return words.text("strategy.version.approved-from", from(decided));
        }
        return wished == null
                ? words.text("strategy.version.approved")
                : words.text("strategy.version.approved-late", time(wished));
    }
}
