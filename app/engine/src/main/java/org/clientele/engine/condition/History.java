package org.clientele.engine.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.clientele.engine.column.CodeColumn;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.FlagColumn;
import org.clientele.engine.column.HistoryColumns;

/**
 * What a variable of each row was up to the day before the as-of day, as stored, and what it is on it, as computed: so that the answer is the
 * same before and after that day itself is stored.
 *
 * @param periods what is stored
 * @param places the number of each row's history, −1 without one
 * @param texts today's texts
 * @param now their codes among those of the history
 * @param today the number of each row's text of today, negative without one
 * @param asOf the as-of day
 */
record History(HistoryColumns periods, int[] places, List<String> texts, int[] now, IntUnaryOperator today, int asOf) {
    /** Any value. */
    static final int ANY = -2;

    private static final double NEVER = Double.NEGATIVE_INFINITY;
    private static final int NONE = -1;
    private static final List<String> FLAGS = List.of("false", "true");

    /** @param column of texts or flags */
    static History of(HistoryColumns periods, int[] places, Column column, int asOf) {
        List<String> texts = FLAGS;
        IntUnaryOperator today = row -> ((FlagColumn) column).get(row);
        if (column instanceof CodeColumn coded) {
            texts = new ArrayList<>();
            for (int code = 0; code < coded.dictionary().size(); code++) {
                texts.add(coded.dictionary().text(code));
            }
            today = coded::get;
        }
        int[] now = new int[texts.size()];
        for (int code = 0; code < now.length; code++) {
            now[code] = periods.dictionary().code(texts.get(code));
            if (now[code] < 0) {
                now[code] = periods.dictionary().size() + code;
            }
        }
        return new History(periods, places, texts, now, today, asOf);
    }

    /** The code of a text, be it one of the past or of today. */
    int code(String text) {
        int past = periods.dictionary().code(text);
        int present = texts.indexOf(text);
        return past >= 0 || present < 0 ? past : now[present];
    }

    private int today(int row) {
        int code = today.applyAsInt(row);
        return code < 0 ? NONE : now[code];
    }

    /** The last day on which one known value followed another, the two being as wanted; before all days where none did. */
    double lastChange(int row, int before, int after) {
        int place = places[row];
        if (place < 0) {
            return NEVER;
        }
        int start = periods.start(place);
        int period = periods.end(place) - 1;
        while (period >= start && periods.from(period) >= asOf) {
            period--;
        }
        int later = today(row);
        int day = asOf;
        while (period >= start) {
            int code = periods.code(period);
            boolean change = later != NONE && code != later;
            if (change && (before == ANY || before == code) && (after == ANY || after == later)) {
                return day;
            }
            later = code;
            day = periods.from(period);
            period--;
        }
        return NEVER;
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
