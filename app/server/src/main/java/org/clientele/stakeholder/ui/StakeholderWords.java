package org.clientele.stakeholder.ui;

import static org.clientele.common.AddressParameters.code;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.clientele.common.ui.Formats;
import org.clientele.common.ui.Translations;
import org.clientele.frontend.Tag;
import org.clientele.frontend.Tone;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.StrategyDefinition.Relationship;
import org.clientele.stakeholder.Agreement;
import org.clientele.stakeholder.Criterion;
import org.clientele.stakeholder.Health;
import org.clientele.stakeholder.Market;
import org.clientele.stakeholder.PartyScore.Mark;
import org.clientele.stakeholder.PlanAction;
import org.clientele.stakeholder.Purpose;
import org.clientele.stakeholder.RankedParty;
import org.clientele.stakeholder.Risks;
import org.clientele.stakeholder.Stakeholder;
import org.jspecify.annotations.Nullable;

/** Parties in the words of a language. */
final class StakeholderWords {
    private static final Translations TEXTS = new Translations();

    private final Locale locale;
    private final Formats formats;

    StakeholderWords(Vertical vertical, Locale locale) {
        this.locale = locale;
        this.formats = new Formats(locale, vertical.currency());
    }

    Formats formats() {
        return formats;
    }

    String text(String key, Object... arguments) {
        return TEXTS.getTranslation(key, locale, arguments);
    }

    String market(Market market) {
        return text("stakeholder.market." + code(market));
    }

    String level(Relationship level) {
        return text("strategy.relationship." + code(level));
    }

    String purpose(Purpose purpose) {
        return text("stakeholder.purpose." + code(purpose));
    }

    String risk(Risks.Kind risk) {
        return text("stakeholder.risk." + code(risk));
    }

    String criterion(String name) {
        return Criterion.isUsual(name) ? text("stakeholder.criterion." + name) : name;
    }

    String owner(@Nullable String name) {
        return name == null ? text("stakeholder.owner.none") : name;
    }

    String owner(Stakeholder party) {
        return owner(party.owner());
    }

    /** "72 of 100"; that nothing is known yet. */
    String health(Health health) {
        OptionalInt whole = health.whole();
        return whole.isEmpty() ? text("stakeholder.health.none") : text("stakeholder.health.of", whole.getAsInt());
    }

    Tag healthTag(Health health) {
        OptionalInt whole = health.whole();
        if (whole.isEmpty()) {
            return new Tag(health(health), Tone.MUTED);
        }
        int points = whole.getAsInt();
        String word = points >= Health.GOOD ? "good" : points < Health.POOR ? "poor" : "fair";
        String tone = points >= Health.GOOD ? Tone.GOOD : points < Health.POOR ? Tone.BAD : Tone.WARN;
        return new Tag(text("stakeholder.health." + word, points), tone);
    }

    String part(@Nullable Integer points) {
        return points == null ? text("stakeholder.health.part.none") : String.valueOf(points);
    }

    String review(@Nullable LocalDate day) {
        return day == null ? text("stakeholder.review.none") : formats.date(day);
    }

    /** "1 Jan 2026 – 31 Dec 2026, in force". */
    String agreement(Agreement agreement, LocalDate today) {
        LocalDate end = agreement.endsOn();
        String state =
                agreement.isInForce(today) ? "in-force" : agreement.startsOn().isAfter(today) ? "coming" : "ended";
        return text(
                "stakeholder.agreement.days",
                formats.date(agreement.startsOn()),
                end == null ? text("stakeholder.agreement.open-end") : formats.date(end),
                text("stakeholder.agreement." + state));
    }

    String action(PlanAction action, LocalDate today) {
        String state = action.state() != PlanAction.State.OPEN
                ? code(action.state())
                : action.dueOn().isBefore(today) ? "late" : "open";
        return text(
                "stakeholder.action." + state,
                formats.date(action.dueOn()),
                owner(action.owner()),
                action.endedOn() == null ? "" : formats.date(action.endedOn()));
    }

    /** Why a party stands where it stands. */
    String why(RankedParty ranked) {
        String marks = text("stakeholder.ranking.why", criterion(ranked.strongest()), criterion(ranked.weakest()));
        List<Risks.Kind> high = ranked.highRisks();
        if (high.isEmpty()) {
            return marks + text("stakeholder.ranking.no-risk");
        }
        return marks
                + text(
                        "stakeholder.ranking.risk",
                        high.stream().map(this::risk).collect(Collectors.joining(text("stakeholder.and"))));
    }

    private String criterion(Mark mark) {
        return text("stakeholder.ranking.mark", criterion(mark.criterion()), mark.mark(), mark.weight());
    }
}
