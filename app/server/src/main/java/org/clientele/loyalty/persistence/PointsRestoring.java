package org.clientele.loyalty.persistence;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.clientele.loyalty.NewEntry;
import org.clientele.loyalty.PointsAccount;
import org.clientele.loyalty.PointsEntry;
import org.clientele.loyalty.PointsKind;
import org.clientele.loyalty.persistence.PointsColumns.Part;
import org.clientele.loyalty.persistence.RestoredLedger.Account;
import org.clientele.loyalty.persistence.RestoredLedger.Entry;
import org.clientele.loyalty.persistence.RestoredLedger.Source;
import org.clientele.plugin.records.KnownNames;
import org.clientele.plugin.records.RecordRow;
import org.clientele.plugin.records.RowsOfRecords;
import org.clientele.plugin.records.UnfitRowException;
import org.clientele.plugin.records.UnfitRowException.Cause;
import org.jspecify.annotations.Nullable;

/** Brings accounts back with their entries; a customer who has an account here keeps that. No balance falls below nought on the way. */
final class PointsRestoring extends RowsOfRecords {
    private static final int ID_LENGTH = 40;
    private static final int ACTIVITY_LENGTH = 41;

    private final RestoredAdjustments adjustments;
    private final RestoredLedger ledger;
    private final KnownNames known;
    private final Set<String> here;
    private final Map<Integer, Integer> places = new HashMap<>();
    private long customer;
    private long balance;
    private int count;
    private boolean inAccount;

    /** @param here customers who have an account; added to */
    PointsRestoring(RestoredAdjustments adjustments, RestoredLedger ledger, KnownNames known, Set<String> here) {
        super(PointsColumns.RECORD);
        this.adjustments = adjustments;
        this.ledger = ledger;
        this.known = known;
        this.here = here;
    }

    @Override
    protected boolean isFirst(RecordRow row) throws UnfitRowException {
        return row.choice(PointsColumns.PART, Part.class) != Part.ENTRY;
    }

    @Override
    protected boolean first(String id, RecordRow row) throws UnfitRowException {
        inAccount = row.choice(PointsColumns.PART, Part.class) == Part.ACCOUNT;
        return inAccount ? account(row) : adjustments.take(row);
    }

    private boolean account(RecordRow row) throws UnfitRowException {
        long found = known.customer(row, PointsColumns.CUSTOMER);
        if (here.contains(row.text(PointsColumns.CUSTOMER))) {
            return false;
        }
        ledger.begin(new Account(
                found,
                row.textOrNull(PointsColumns.TIER, ID_LENGTH),
                row.whole(PointsColumns.TIER_POINTS),
                row.orNull(PointsColumns.TIER_SINCE, row::day),
                row.orNull(PointsColumns.REVIEW, row::day)));
        here.add(row.text(PointsColumns.CUSTOMER));
        customer = found;
        balance = 0;
        count = 0;
        places.clear();
        return true;
    }

    @Override
    protected void next(RecordRow row) throws UnfitRowException {
        if (!inAccount) {
            throw row.unfit(PointsColumns.RECORD, Cause.WITHOUT_RECORD);
        }
        int number = row.number(PointsColumns.ENTRY);
        NewEntry found = entry(row);
        if (found.points() == 0 || found.from() == found.to() || balance + found.change() < 0) {
            throw row.unfit(PointsColumns.POINTS, Cause.NOT_AS_WRITTEN);
        }
        Integer reversed = row.orNull(PointsColumns.REVERSES, column -> reversed(row));
        Long adjustment = row.orNull(PointsColumns.ADJUSTMENT, column -> adjustment(row));
        ledger.add(new Entry(found, source(row), reversed, adjustment));
        balance += found.change();
        places.put(number, count++);
    }

    private int reversed(RecordRow row) throws UnfitRowException {
        Integer place = places.get(row.number(PointsColumns.REVERSES));
        if (place == null) {
            throw row.unfit(PointsColumns.REVERSES, Cause.NOT_AS_WRITTEN);
        }
        return place;
    }

    private long adjustment(RecordRow row) throws UnfitRowException {
        long number = row.whole(PointsColumns.ADJUSTMENT);
        if (!adjustments.has(number)) {
            throw row.unfit(PointsColumns.ADJUSTMENT, Cause.UNKNOWN_RECORD);
        }
        return number;
    }

    private NewEntry entry(RecordRow row) throws UnfitRowException {
        return new NewEntry(
                customer,
                row.choice(PointsColumns.KIND, PointsKind.class),
                row.choice(PointsColumns.FROM, PointsAccount.class),
                row.choice(PointsColumns.TO, PointsAccount.class),
                row.whole(PointsColumns.POINTS),
                row.day(PointsColumns.DAY),
                row.time(PointsColumns.POSTED),
                row.orNull(PointsColumns.POSTED_BY, column -> known.person(row, column)),
                row.text(PointsColumns.REASON, PointsEntry.REASON_LENGTH),
                null,
                null,
                null);
    }

    private static @Nullable Source source(RecordRow row) throws UnfitRowException {
        String activity = row.textOrNull(PointsColumns.ACTIVITY, ACTIVITY_LENGTH);
        if (activity == null) {
            return null;
        }
        return new Source(
                activity,
                row.orNull(PointsColumns.ACTIVITY_TIME, row::localTime),
                row.number(PointsColumns.ACTIVITY_PLACE),
                row.number(PointsColumns.TURN));
    }

    @Override
    public void flush(@Nullable Long importId) {
        adjustments.flush(importId);
        ledger.flush(importId);
    }
}
