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
        return words.text(
                version.status() == StrategyVersion.Status.WITHDRAWN
                        ? "strategy.version.withdrawn-by"
                        : "strategy.version.decided",
                person(decision.by()),
                time(decision.at()));
    }

    /** What became of a wish, to whoever approved it. @param asked as it was before */
    String approved(StrategyVersion asked, StrategyVersion decided) {
        Instant wished = asked.effectiveAt();
        if (decided.isPlanned(versions.now())) {
            return words.text("strategy.version.approved-from", from(decided));
        }
        return wished == null
                ? words.text("strategy.version.approved")
                : words.text("strategy.version.approved-late", time(wished));
    }
}
