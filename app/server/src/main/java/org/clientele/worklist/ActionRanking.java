package org.clientele.worklist;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.clientele.worklist.RankedAction.Part;
import org.clientele.worklist.RankedAction.Why;

/**
 * Puts what might be done for a customer into one order, by points:
 *
 * <ul>
 *   <li>what it is about: case 50, promised follow-up 45, danger of loss 40, end of a contract 35, task 30, care date 20, advised play 10;
 *   <li>its day: overdue 30 and 1 more for each day, 10 more at most; today 30; within 7 days 20; within 30 days 10; later 0. A danger of loss
 *       has no day;
 *   <li>a promised time: nearly over 10, over 20, so late that managers are told 30;
 *   <li>the probability of loss × 30, rounded.
 * </ul>
 *
 * <p>An overdue promise thus comes before a new case, and a task that is due today before one whose customer may leave but need not be called today. Of
 * equal points the earlier day comes first, then the kind in the order above, then the key: the order depends on nothing else.
 */
public final class ActionRanking {
    static final int OVERDUE = 30;
    static final int MOST_FOR_DAYS = 10;
    static final int TODAY = 30;
    static final int SOON = 20;
    static final int SOON_DAYS = 7;
    static final int COMING = 10;
    static final int COMING_DAYS = 30;
    static final int RISK = 30;

    private static final Comparator<RankedAction> ORDER = Comparator.comparingInt(RankedAction::points)
            .reversed()
            .thenComparing(ranked -> ranked.action().item().dueOn())
            .thenComparing(ranked -> ranked.action().kind())
            .thenComparing(ranked -> ranked.action().item().key());

    private ActionRanking() {}

    /** The actions, what is to be done first before the others. */
    public static List<RankedAction> rank(Collection<NextAction> actions, LocalDate today) {
        return actions.stream()
                .map(action -> ranked(action, today))
                .sorted(ORDER)
                .toList();
    }

    private static RankedAction ranked(NextAction action, LocalDate today) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(Why.KIND, action.kind().weight(), 0));
        if (action.kind().isDated()) {
            day(parts, ChronoUnit.DAYS.between(today, action.item().dueOn()));
        }
        clock(parts, action.clock());
        if (action.risk() > 0) {
            double risk = Math.min(1, action.risk());
            parts.add(new Part(Why.RISK, (int) Math.round(RISK * risk), Math.round(100 * risk)));
        }
        return new RankedAction(action, parts.stream().mapToInt(Part::points).sum(), parts);
    }

    private static void day(List<Part> parts, long ahead) {
        if (ahead < 0) {
            parts.add(new Part(Why.OVERDUE, OVERDUE + (int) Math.min(MOST_FOR_DAYS, -ahead), -ahead));
        } else if (ahead == 0) {
            parts.add(new Part(Why.TODAY, TODAY, 0));
        } else if (ahead <= SOON_DAYS) {
            parts.add(new Part(Why.SOON, SOON, ahead));
        } else if (ahead <= COMING_DAYS) {
            parts.add(new Part(Why.COMING, COMING, ahead));
        }
    }

    private static void clock(List<Part> parts, NextAction.Clock clock) {
        switch (clock) {
            case NONE -> {}
            case NEAR -> parts.add(new Part(Why.CLOCK_NEAR, clock.weight(), 0));
            case OVER -> parts.add(new Part(Why.CLOCK_OVER, clock.weight(), 0));
            case ESCALATED -> parts.add(new Part(Why.CLOCK_ESCALATED, clock.weight(), 0));
        }
    }
}
