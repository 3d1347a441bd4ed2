package org.clientele.engine.condition;

import org.clientele.engine.activity.DayTotals;
import org.clientele.engine.activity.Landmark;
import org.clientele.engine.activity.RowRanges;
import org.clientele.engine.activity.RowSet;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.KeyRange;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.RowBits;
import org.jspecify.annotations.Nullable;

/**
 * The rows that {@code count} or {@code sum} looks at.
 *
 * @param rows all rows of the activity
 * @param first the first day, {@link Integer#MIN_VALUE} for all up to the last
 * @param last the last day
 * @param where what rows must meet, or null
 * @param text the same as text; equal where what it says is
 */
record Window(
        ActivityColumns rows, int first, int last, @Nullable TruthNode where, String text) {
    /** The rows, each looked for and tested when it is asked for. */
    RowSet set() {
        return set(where == null ? null : new Holding(where, range(where)));
    }

    private static @Nullable KeyRange range(TruthNode where) {
        return where instanceof TruthNode.Leaf leaf ? leaf.comparison().test().range() : null;
    }

    private record Holding(TruthNode where, @Nullable KeyRange range) implements RowSet.RowTest {
        @Override
        public boolean holds(int row) {
            return where.at(row) == Kleene.TRUE;
        }

        @Override
        public long holding(int from, int to) {
            return where.holding(from, to);
        }
    }

    private RowSet set(RowSet.@Nullable RowTest test) {
        return new RowSet(rows, RowSet.Where.of(test), first, last);
    }

    /**
     * The same rows, found for all customers by what is known of other days.
     *
     * @param events whether events are counted
     */
    RowRanges ranges(Remembered remembered, boolean events) {
        Landmark landmark = first == Integer.MIN_VALUE ? null : remembered.landmark(rows, first);
        TruthNode each = where;
        if (each == null) {
            return new RowRanges(set(null), landmark, null, events ? rows.events() : null);
        }
        String name = rows.activity() + " " + text;
        RowBits found = remembered.rows(name, () -> RowBits.of(Condition.computed(each, rows.size())));
        if (found == null) {
            return new RowRanges(set(), landmark, null, null);
        }
        RowBits firsts = events ? remembered.events(name, () -> rows.events(found)) : null;
        return new RowRanges(set(new Found(found)), landmark, found, firsts);
    }

    /**
     * What is known of the numbers of these rows from a day nearby; null where they have to be looked for.
     *
     * @param ranges the same rows
     * @param column what is added up; null for events
     * @param field name of the column
     */
    @Nullable
    DayTotals totals(Remembered remembered, RowRanges ranges, @Nullable MeasureColumn column, String field) {
        return ranges.addsUp(column)
                ? remembered.totals(rows.activity() + " " + field + " " + text, ranges, column)
                : null;
    }

    private record Found(RowBits rows) implements RowSet.RowTest {
        @Override
        public boolean holds(int row) {
            return rows.get(row);
        }

        @Override
        public long holding(int from, int to) {
            return rows.holding(from, to);
        }
    }
}
