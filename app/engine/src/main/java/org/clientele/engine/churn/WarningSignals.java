package org.clientele.engine.churn;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.clientele.engine.Snapshot;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;

/**
 * The warning signals of each customer, told from the activities that every vertical has and from the attribute {@code satisfaction}, 1–10, where there is
 * one: activity, frequency, amount, contacts and satisfaction. A signal that a vertical has no data for is never given; nor is one without something to
 * compare with (two events, or money, in the earlier half year).
 */
public final class WarningSignals {
    /** The attribute that says how content a customer is. */
    public static final String SATISFACTION = "satisfaction";

    private static final int HALF_YEAR = 180;
    private static final int YEAR = 365;
    private static final int LEAST_DAYS = 60;
    private static final int GAPS = 3;
    private static final int LEAST_EVENTS = 3;
    private static final int LEAST_BEFORE = 2;
    private static final double CONTENT = 5;

    private final int today;
    private final List<Paid> paid = new ArrayList<>();
    private final List<ActivityColumns> contacts = new ArrayList<>();
    private final @Nullable MeasureColumn satisfaction;

    private record Paid(ActivityColumns rows, MoneyColumn amount) {}

    /** Of a snapshot's customers, as of its day. */
    public WarningSignals(Snapshot snapshot, VerticalDefinition definition) {
        this(snapshot, definition, definition.activities());
    }

    /** The same from some of the activities alone. */
    public WarningSignals(Snapshot snapshot, VerticalDefinition definition, List<ActivityDefinition> counted) {
        today = Math.toIntExact(snapshot.asOf().toEpochDay());
        for (ActivityDefinition activity : counted) {
            ActivityColumns rows = snapshot.activity(activity.id());
            String amount = activity.amount();
            if (rows != null && amount != null && rows.column(amount) instanceof MoneyColumn money) {
                paid.add(new Paid(rows, money));
            } else if (rows != null && amount == null) {
                contacts.add(rows);
            }
        }
        satisfaction = definition.attribute(SATISFACTION) != null
                        && snapshot.column(SATISFACTION) instanceof MeasureColumn measure
                ? measure
                : null;
    }

    /** The signals of a customer by place. */
    public Set<Signal> of(int customer) {
        EnumSet<Signal> signals = EnumSet.noneOf(Signal.class);
        if (isSilent(customer)) {
            signals.add(Signal.SILENT);
        }
        int before = events(customer, 2 * HALF_YEAR, HALF_YEAR);
        if (before >= LEAST_BEFORE && 2 * events(customer, HALF_YEAR, 0) <= before) {
            signals.add(Signal.FEWER);
        }
        long earlier = money(customer, 2 * HALF_YEAR, HALF_YEAR);
        if (earlier > 0 && 2 * money(customer, HALF_YEAR, 0) <= earlier) {
            signals.add(Signal.LESS);
        }
        int contacted = contacts(customer, 2 * HALF_YEAR, HALF_YEAR);
        if (contacted >= LEAST_BEFORE && 2 * contacts(customer, HALF_YEAR, 0) <= contacted) {
            signals.add(Signal.FEWER_CONTACTS);
        }
        if (satisfaction != null && !satisfaction.isMissing(customer) && satisfaction.asDouble(customer) < CONTENT) {
            signals.add(Signal.DISSATISFIED);
        }
        return signals;
    }

    /** What a customer brought in the year before the snapshot's day, minor units; 0 also where the vertical has no money. */
    public long yearly(int customer) {
        return money(customer, YEAR, 0);
    }

    private boolean isSilent(int customer) {
        int events = 0;
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (Paid each : paid) {
            int from = each.rows().start(customer);
            int to = each.rows().startFrom(customer, today + 1);
            if (from < to) {
                events += to - from;
                first = Math.min(first, each.rows().day(from));
                last = Math.max(last, each.rows().day(to - 1));
            }
        }
        long away = (long) today - last;
        return events >= LEAST_EVENTS && away > LEAST_DAYS && away * (events - 1) > (long) GAPS * (last - first);
    }

    private int events(int customer, int fromDays, int toDays) {
        int events = 0;
        for (Paid each : paid) {
            events += count(each.rows(), customer, fromDays, toDays);
        }
        return events;
    }

    private int contacts(int customer, int fromDays, int toDays) {
        int events = 0;
        for (ActivityColumns rows : contacts) {
            events += count(rows, customer, fromDays, toDays);
        }
        return events;
    }

    /** Rows of the days after {@code today - fromDays}, up to {@code today - toDays}. */
    private int count(ActivityColumns rows, int customer, int fromDays, int toDays) {
        return rows.startFrom(customer, today - toDays + 1) - rows.startFrom(customer, today - fromDays + 1);
    }

    private long money(int customer, int fromDays, int toDays) {
        long sum = 0;
        for (Paid each : paid) {
            int from = each.rows().startFrom(customer, today - fromDays + 1);
            int to = each.rows().startFrom(customer, today - toDays + 1);
            sum = Math.addExact(sum, each.amount().exactSum(from, to));
        }
        return sum;
    }
}
