package org.clientele.loyalty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.loyalty.persistence.AdjustmentDao.Standing;

/** The entries that take others back. What a customer has no points left for is borne by the programme, so that no balance falls below nought. */
final class AdjustmentUndo {
    private final Instant at;
    private final long by;
    private long writtenOff;

    AdjustmentUndo(Instant at, long by) {
        this.at = at;
        this.by = by;
    }

    List<NewEntry> of(List<Standing> entries, Map<Long, Long> balances) {
        Map<Long, Long> left = new HashMap<>(balances);
        List<NewEntry> back = new ArrayList<>(entries.size());
        for (Standing entry : entries) {
            long balance = left.getOrDefault(entry.customerId(), 0L);
            if (entry.kind() == PointsKind.DEDUCT) {
                back.add(back(entry, PointsAccount.ADJUSTED, PointsAccount.CUSTOMER, entry.points()));
                left.put(entry.customerId(), balance + entry.points());
            } else {
                long from = Math.min(balance, entry.points());
                left.put(entry.customerId(), balance - from);
                take(entry, PointsAccount.CUSTOMER, from, back);
                take(entry, PointsAccount.WRITTEN_OFF, entry.points() - from, back);
                writtenOff += entry.points() - from;
            }
        }
        return back;
    }

    /** Points that customers had no longer. */
    long writtenOff() {
        return writtenOff;
    }

    private void take(Standing entry, PointsAccount from, long points, List<NewEntry> back) {
        if (points > 0) {
            back.add(back(entry, from, PointsAccount.ADJUSTED, points));
        }
    }

    private NewEntry back(Standing entry, PointsAccount from, PointsAccount to, long points) {
        return new NewEntry(
                entry.customerId(),
                entry.kind(),
                from,
                to,
                points,
                entry.day(),
                at,
                by,
                entry.reason(),
                null,
                null,
                entry.id());
    }
}
