package org.clientele.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.clientele.cases.CaseClock.Reading;
import org.clientele.cases.CaseClock.Span;
import org.clientele.cases.CaseClock.Standing;
import org.clientele.cases.ServicePolicy.Goal;
import org.jspecify.annotations.Nullable;

/**
 * The two clocks of a case: until the first answer, and until it is solved. Both run from the opening while the case is open, and stand in the
 * states that the policy names; reopening lets the solution clock go on where it stood.
 *
 * @param answer until the first answer; it stops for good with that
 */
public record CaseClocks(CaseClock answer, CaseClock solution, ServicePolicy policy) {
    /** The clocks of a case by what was done with it. */
    public static CaseClocks of(ServiceCase one, List<CaseEvent> events, ServicePolicy policy) {
        List<Span> open = spans(one, events, policy);
        Goal goal = policy.goal(one.data().type(), one.tier());
        Instant answered = one.answeredAt();
        List<Span> unanswered = answered == null
                ? open
                : open.stream()
                        .filter(span -> span.from().isBefore(answered))
                        .map(span -> new Span(span.from(), earlier(span.until(), answered)))
                        .toList();
        return new CaseClocks(
                new CaseClock(policy.calendar(), unanswered, Duration.ofMinutes(goal.answer()), policy.nearShare()),
                new CaseClock(policy.calendar(), open, Duration.ofMinutes(goal.solution()), policy.nearShare()),
                policy);
    }

    private static Instant earlier(@Nullable Instant until, Instant answered) {
        return until != null && until.isBefore(answered) ? until : answered;
    }

    private static List<Span> spans(ServiceCase one, List<CaseEvent> events, ServicePolicy policy) {
        List<Span> spans = new ArrayList<>();
        Instant since = one.openedAt();
        CaseState state = CaseState.NEW;
        for (CaseEvent event : events) {
            CaseState to =
                    switch (event.kind()) {
                        case STATE -> CaseState.valueOf(Objects.requireNonNull(event.after()));
                        case MERGED -> CaseState.CLOSED;
                        default -> state;
                    };
            if (to != state) {
                if (runs(state, policy)) {
                    spans.add(new Span(since, event.at()));
                }
                since = event.at();
                state = to;
            }
        }
        if (runs(state, policy)) {
            spans.add(new Span(since, null));
        }
        return spans;
    }

    private static boolean runs(CaseState state, ServicePolicy policy) {
        return state.isOpen() && !policy.pauses().contains(state);
    }

    /**
     * What is stored of the clocks, for lists.
     *
     * @param dueAt the earlier of both, of those that run
     * @param dueOn its day where the house is
     * @param lookAt when the alert will change if nothing is done
     */
    public record Times(
            @Nullable Instant answerDueAt,
            @Nullable Instant solveDueAt,
            @Nullable Instant dueAt,
            @Nullable LocalDate dueOn,
            CaseAlert alert,
            @Nullable Instant lookAt) {}

    /** The times to be stored at a moment. */
    public Times times(Instant now) {
        Reading first = answer.at(now);
        Reading second = solution.at(now);
        Instant answerDue = first.running() ? first.dueAt() : null;
        Instant solveDue = second.running() ? second.dueAt() : null;
        Instant due = Stream.of(answer, solution)
                .filter(clock -> clock.at(now).running())
                .map(clock -> clock.reaching(1))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        LocalDate day = due == null
                ? null
                : LocalDate.ofInstant(due, ZoneId.of(policy.calendar().zone()));
        return new Times(answerDue, solveDue, due, day, alert(now), next(now));
    }

    /** How late the case is, by the clocks that run. */
    private CaseAlert alert(Instant now) {
        CaseAlert worst = CaseAlert.NONE;
        for (CaseClock clock : List.of(answer, solution)) {
            Reading reading = clock.at(now);
            if (reading.running()) {
                CaseAlert here = alert(reading);
                worst = here.compareTo(worst) > 0 ? here : worst;
            }
        }
        return worst;
    }

    private CaseAlert alert(Reading reading) {
        if (reading.standing() == Standing.FINE) {
            return CaseAlert.NONE;
        }
        if (reading.standing() == Standing.NEAR) {
            return CaseAlert.NEAR;
        }
        double share =
                (double) reading.used().toSeconds() / Math.max(1, reading.goal().toSeconds());
        return share >= policy.escalateShare() ? CaseAlert.ESCALATED : CaseAlert.LATE;
    }

    private @Nullable Instant next(Instant now) {
        return Stream.of(answer, solution)
                .filter(clock -> clock.at(now).running())
                .flatMap(clock -> Stream.of(policy.nearShare(), 1.0, policy.escalateShare())
                        .map(clock::reaching)
                        .filter(Objects::nonNull))
                .filter(moment -> moment.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
