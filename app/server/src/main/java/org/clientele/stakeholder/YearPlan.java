package org.clientele.stakeholder;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a year holds for a relationship, quarter by quarter.
 *
 * @param quarters four, each the earliest first
 */
public record YearPlan(int year, List<List<Entry>> quarters) {
    public static final int QUARTERS = 4;

    public YearPlan {
        quarters = quarters.stream().map(List::copyOf).toList();
    }

    /** What an entry is. */
    public enum Kind {
        ACTION,
        DONE,
        REVIEW,
        STARTS,
        ENDS
    }

    /** Something on a day; a review has no title. */
    public record Entry(LocalDate day, Kind kind, String title) {}

    /** Actions that were not dropped, the next review, and the days on which agreements begin and end. */
    public static YearPlan of(
            int year, List<PlanAction> actions, List<Agreement> agreements, @Nullable LocalDate nextReview) {
        List<Entry> entries = new ArrayList<>();
        actions.stream()
                .filter(action -> action.state() != PlanAction.State.DROPPED)
                .map(action -> new Entry(
                        action.dueOn(),
                        action.state() == PlanAction.State.DONE ? Kind.DONE : Kind.ACTION,
                        action.title()))
                .forEach(entries::add);
        for (Agreement agreement : agreements) {
            entries.add(new Entry(agreement.startsOn(), Kind.STARTS, agreement.title()));
            LocalDate end = agreement.endsOn();
            if (end != null) {
                entries.add(new Entry(end, Kind.ENDS, agreement.title()));
            }
        }
        if (nextReview != null) {
            entries.add(new Entry(nextReview, Kind.REVIEW, ""));
        }
        List<List<Entry>> quarters = new ArrayList<>();
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            quarters.add(in(entries, year, quarter));
        }
        return new YearPlan(year, quarters);
    }

    private static List<Entry> in(List<Entry> entries, int year, int quarter) {
        return entries.stream()
                .filter(entry ->
                        entry.day().getYear() == year && quarter(entry.day().getMonth()) == quarter)
                .sorted(Comparator.comparing(Entry::day))
                .toList();
    }

    private static int quarter(Month month) {
        return month.ordinal() / (Month.values().length / QUARTERS);
    }
}
