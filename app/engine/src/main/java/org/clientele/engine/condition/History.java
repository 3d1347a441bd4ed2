package org.clientele.engine.condition;

import java.util.function.IntPredicate;
import org.clientele.engine.column.CodeColumn;
import org.clientele.engine.column.HistoryColumns;

/**
 * What a variable of each row was up to the day before the as-of day, as stored, and what it is on it, as computed: so that the answer is the
 * same before and after that day itself is stored.
 *
 * @param periods what is stored
 * @param places the number of each row's history, −1 without one
 * @param now the codes of today's texts among those of the history
 * @param column today's texts
 * @param asOf the as-of day
 */
record History(HistoryColumns periods, int[] places, int[] now, CodeColumn column, int asOf) {
    private static final int NONE = -1;

    static History of(HistoryColumns periods, int[] places, CodeColumn column, int asOf) {
        int[] now = new int[column.dictionary().size()];
        for (int code = 0; code < now.length; code++) {
            now[code] = periods.dictionary().code(column.dictionary().text(code));
            if (now[code] < 0) {
                now[code] = periods.dictionary().size() + code;
            }
        }
        return new History(periods, places, now, column, asOf);
    }

    /** The code of a text, be it one of the past or of today. */
    int code(String text) {
        int past = periods.dictionary().code(text);
        int today = column.dictionary().code(text);
        return past >= 0 || today < 0 ? past : now[today];
    }

    private int today(int row) {
        int code = column.get(row);
        return code == CodeColumn.MISSING ? NONE : now[code];
    }

    /** Whether one known value followed another from a day on, the two being as wanted. */
    boolean changed(int row, int firstDay, IntPredicate before, IntPredicate after) {
        int previous = NONE;
        int place = places[row];
        if (place >= 0) {
            for (int period = periods.start(place);
                    period < periods.end(place) && periods.from(period) < asOf;
                    period++) {
                int code = periods.code(period);
                if (periods.from(period) >= firstDay && isChange(previous, code, before, after)) {
                    return true;
                }
                previous = code;
            }
        }
        return isChange(previous, today(row), before, after);
    }

    private static boolean isChange(int previous, int code, IntPredicate before, IntPredicate after) {
        return previous != NONE && code != NONE && code != previous && before.test(previous) && after.test(code);
    }

    /** The days since the present value began without a break; NaN without a value. */
    double days(int row) {
        int today = today(row);
        if (today == NONE) {
            return Double.NaN;
        }
        int since = asOf;
        int place = places[row];
        if (place >= 0) {
            for (int period = periods.end(place) - 1; period >= periods.start(place); period--) {
                boolean before = periods.from(period) < asOf;
                if (before && (periods.code(period) != today || periods.to(period) < since)) {
                    break;
                }
                since = before ? periods.from(period) : since;
            }
        }
        return asOf - since;
    }
}
