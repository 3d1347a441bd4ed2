package org.clientele.loyalty;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** The accounts while lines are taken one after the other. A check and a posting differ in nothing but what becomes of the lines taken. */
final class AdjustmentBook {
    private final Function<Collection<Long>, Map<Long, Long>> accounts;
    private final Consumer<Set<Long>> open;
    private final Consumer<List<AdjustmentLine>> post;
    private final Map<Long, Long> balances = new HashMap<>();
    private final List<AdjustmentLine> waiting = new ArrayList<>();
    private long entries;
    private long given;
    private long taken;

    /**
     * @param open opens the accounts of those who are given points
     * @param accounts finds balances
     * @param post posts what was taken
     */
    AdjustmentBook(
            Consumer<Set<Long>> open,
            Function<Collection<Long>, Map<Long, Long>> accounts,
            Consumer<List<AdjustmentLine>> post) {
        this.open = open;
        this.accounts = accounts;
        this.post = post;
    }

    /** Looks up the accounts of the lines to come. */
    void look(Collection<AdjustmentLine> lines) {
        Set<Long> fresh = new HashSet<>();
        Set<Long> opened = new HashSet<>();
        for (AdjustmentLine line : lines) {
            if (!balances.containsKey(line.customerId())) {
                fresh.add(line.customerId());
            }
            if (line.change() > 0) {
                opened.add(line.customerId());
            }
        }
        opened.retainAll(fresh);
        open.accept(opened);
        fresh.forEach(customer -> balances.put(customer, 0L));
        balances.putAll(accounts.apply(fresh));
    }

    long balance(long customer) {
        return balances.getOrDefault(customer, 0L);
    }

    /** Takes a line that was looked up; false when the balance is too small. */
    boolean take(AdjustmentLine line) {
        long after = balance(line.customerId()) + line.change();
        if (after < 0) {
            return false;
        }
        balances.put(line.customerId(), after);
        waiting.add(line);
        entries++;
        given += Math.max(0, line.change());
        taken += Math.max(0, -line.change());
        return true;
    }

    /** Posts what was taken since. */
    void flush() {
        post.accept(List.copyOf(waiting));
        waiting.clear();
    }

    Adjustment.Counts counts(long leftOut) {
        return new Adjustment.Counts(entries, given, taken, leftOut);
    }
}
