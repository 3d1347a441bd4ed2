package org.clientele.stakeholder;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How well a relationship stands, from 0 to 100: the mean of those of four parts that are known. The parts, each from 0 to 100: of the actions due in the
 * last year the share that was done; whether the review is in time (a review 90 days late counts 0); whether an agreement is in force (50 in its last 60
 * days); the result of the last scoring.
 *
 * @param plan null: nothing was due
 * @param review null: none is planned
 * @param agreements null: there never was one
 * @param score null: never scored
 */
public record Health(
        @Nullable Integer plan,
        @Nullable Integer review,
        @Nullable Integer agreements,
        @Nullable Integer score) {
    /** A part counts nothing when a review is so many days late. */
    public static final int LATE = 90;

    /** Below it a relationship is in danger. */
    public static final int POOR = 40;
    /** From here on it is in good order. */
    public static final int GOOD = 70;

    private static final int FULL = 100;
    private static final int HALF = 50;

    /** As of a day. */
    static Health of(
            LocalDate today,
            @Nullable LocalDate nextReview,
            List<PlanAction> actions,
            List<Agreement> agreements,
            @Nullable Integer score) {
        return new Health(plan(today, actions), review(today, nextReview), agreements(today, agreements), score);
    }

    private static @Nullable Integer plan(LocalDate today, List<PlanAction> actions) {
        List<PlanAction> due = actions.stream()
                .filter(action -> action.state() != PlanAction.State.DROPPED)
                .filter(action ->
                        !action.dueOn().isAfter(today) && action.dueOn().isAfter(today.minusYears(1)))
                .toList();
        long done = due.stream()
                .filter(action -> action.state() == PlanAction.State.DONE)
                .count();
        return due.isEmpty() ? null : rounded((double) FULL * done / due.size());
    }

    private static @Nullable Integer review(LocalDate today, @Nullable LocalDate next) {
        if (next == null) {
            return null;
        }
        long late = Math.max(0, ChronoUnit.DAYS.between(next, today));
        return rounded(FULL * Math.max(0, 1 - (double) late / LATE));
    }

    private static @Nullable Integer agreements(LocalDate today, List<Agreement> agreements) {
        if (agreements.isEmpty()) {
            return null;
        }
        LocalDate soon = today.plusDays(Agreement.NOTICE);
        List<Agreement> inForce =
                agreements.stream().filter(one -> one.isInForce(today)).toList();
        boolean lasting = inForce.stream()
                .map(Agreement::endsOn)
                .anyMatch(end -> end == null || Objects.requireNonNull(end).isAfter(soon));
        return inForce.isEmpty() ? 0 : lasting ? FULL : HALF;
    }

    private static int rounded(double share) {
        return (int) Math.round(share);
    }

    /** The mean of what is known; empty: nothing is. */
    public OptionalInt whole() {
        List<Integer> known = Stream.of(plan, review, agreements, score)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return known.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(rounded(
                        known.stream().mapToInt(Integer::intValue).average().orElse(0)));
    }
}
