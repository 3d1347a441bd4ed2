package org.clientele.loyalty;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.clientele.loyalty.persistence.EarningDao.Earning;
import org.clientele.loyalty.persistence.EarningDao.Posted;

/** Rows of an activity beside what was posted for them: what is missing is earned, what does not agree any more is taken back first. */
final class EarningComparison {
    private final List<Earning> rows;
    private final Map<Long, List<Posted>> before = new LinkedHashMap<>();
    private final ToLongFunction<Earning> worth;
    private final Postings postings;

    EarningComparison(List<Earning> rows, List<Posted> before, ToLongFunction<Earning> worth, Postings postings) {
        this.rows = rows;
        this.worth = worth;
        this.postings = postings;
        before.forEach(posted -> this.before
                .computeIfAbsent(posted.row(), row -> new ArrayList<>())
                .add(posted));
    }

    void compare() {
        for (Earning row : rows) {
            List<Posted> entries = before.remove(row.row());
            compare(row, entries == null ? List.of() : entries);
        }
        before.values().forEach(gone -> takeBack(standing(gone), turn(gone)));
    }

    private void compare(Earning row, List<Posted> entries) {
        long points = worth.applyAsLong(row);
        List<Posted> standing = standing(entries);
        long posted = standing.stream()
                .mapToLong(entry -> entry.kind() == PointsKind.EARN ? entry.points() : -entry.points())
                .sum();
        boolean agrees = posted == points
                && standing.stream()
                        .allMatch(entry -> entry.customerId() == row.customerId()
                                && entry.day().equals(row.day()));
        if (!agrees) {
            int turn = takeBack(standing, turn(entries));
            if (points != 0) {
                postings.earn(row, points, turn);
            }
        }
    }

    private static int turn(List<Posted> entries) {
        return entries.stream().mapToInt(Posted::turn).max().orElse(-1) + 1;
    }

    /** Those that were not taken back. */
    private static List<Posted> standing(List<Posted> entries) {
        Set<Long> reversed = new HashSet<>();
        entries.forEach(entry -> {
            if (entry.reverses() != null) {
                reversed.add(entry.reverses());
            }
        });
        return entries.stream()
                .filter(entry -> entry.isOriginal() && !reversed.contains(entry.id()))
                .toList();
    }

    private int takeBack(List<Posted> standing, int turn) {
        int next = turn;
        for (Posted entry : standing) {
            next = postings.takeBack(entry, next);
        }
        return next;
    }
}
