package org.clientele.loyalty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.loyalty.NewEntry.Source;
import org.clientele.loyalty.persistence.EarningDao.Earning;
import org.clientele.loyalty.persistence.EarningDao.Posted;
import org.jspecify.annotations.Nullable;

/**
 * What the portal itself is about to post. What a customer has no points left for is borne by the programme, so that no balance falls below
 * nought. Each source's turns are spaced by two, so that an entry and the part that is written off have one each.
 */
final class Postings {
    private final String activity;
    private final Instant at;
    private final List<NewEntry> wanted = new ArrayList<>();

    Postings(String activity, Instant at) {
        this.activity = activity;
        this.at = at;
    }

    /** What a row earns, or costs when the points are negative. */
    void earn(Earning row, long points, int turn) {
        PointsKind kind = points > 0 ? PointsKind.EARN : PointsKind.RETURN;
        add(row.customerId(), kind, kind.from(), kind.to(), Math.abs(points), row.day(), source(row.row(), turn), null);
    }

    /** Takes an entry back; the row's next turn. */
    int takeBack(Posted entry, int turn) {
        add(
                entry.customerId(),
                entry.kind(),
                entry.to(),
                entry.from(),
                entry.points(),
                entry.day(),
                source(entry.row(), turn),
                entry.id());
        return turn + 2;
    }

    void expire(long customerId, long points, LocalDate day) {
        PointsKind kind = PointsKind.EXPIRE;
        add(customerId, kind, kind.from(), kind.to(), points, day, null, null);
    }

    private Source source(long row, int turn) {
        return new Source(activity, row, turn);
    }

    private void add(
            long customerId,
            PointsKind kind,
            PointsAccount from,
            PointsAccount to,
            long points,
            LocalDate day,
            @Nullable Source source,
            @Nullable Long reverses) {
        wanted.add(new NewEntry(customerId, kind, from, to, points, day, at, null, "", null, source, reverses));
    }

    Set<Long> customers() {
        Set<Long> customers = new LinkedHashSet<>();
        wanted.forEach(entry -> customers.add(entry.customerId()));
        return customers;
    }

    /** Customers who lose points by something. */
    Set<Long> losers() {
        Set<Long> losers = new LinkedHashSet<>();
        wanted.stream().filter(entry -> entry.change() < 0).forEach(entry -> losers.add(entry.customerId()));
        return losers;
    }

    /** The entries as the balances of those who lose points allow. */
    List<NewEntry> within(Map<Long, Long> balances) {
        Map<Long, Long> left = new HashMap<>(balances);
        List<NewEntry> entries = new ArrayList<>(wanted.size());
        for (NewEntry entry : wanted) {
            Long balance = left.get(entry.customerId());
            if (balance == null || balance + entry.change() >= 0) {
                entries.add(entry);
                left.computeIfPresent(entry.customerId(), (customer, before) -> before + entry.change());
            } else {
                addAsFarAsThereIs(entry, balance, entries);
                left.put(entry.customerId(), 0L);
            }
        }
        return entries;
    }

    private static void addAsFarAsThereIs(NewEntry entry, long balance, List<NewEntry> entries) {
        if (balance > 0) {
            entries.add(part(entry, entry.from(), balance, entry.source()));
        }
        Source source = entry.source();
        if (source != null) {
            Source rest = new Source(source.activity(), source.row(), source.turn() + 1);
            entries.add(part(entry, PointsAccount.WRITTEN_OFF, entry.points() - balance, rest));
        }
    }

    private static NewEntry part(NewEntry entry, PointsAccount from, long points, @Nullable Source source) {
        return new NewEntry(
                entry.customerId(),
                entry.kind(),
                from,
                entry.to(),
                points,
                entry.day(),
                entry.at(),
                entry.by(),
                entry.reason(),
                entry.request(),
                source,
                entry.reverses());
    }
}
