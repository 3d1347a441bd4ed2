package org.clientele.engine.check;

import java.util.BitSet;
import java.util.List;
import org.clientele.engine.condition.Check;
import org.clientele.engine.condition.Condition;
import org.clientele.plugins.api.CheckDefinition;

/**
 * One check over the customers of a snapshot, numbered as there. Immutable and safe to share between threads; three bits per customer.
 */
public final class CheckResult {
    private final CheckDefinition check;
    private final int size;
    private final Finder finder;
    private final BitSet met = new BitSet();
    private final BitSet notMet = new BitSet();
    private final BitSet notRecorded = new BitSet();

    private CheckResult(CheckDefinition check, int size, Finder finder) {
        this.check = check;
        this.size = size;
        this.finder = finder;
    }

    /** Says what was found of a customer whom the check concerns. */
    @FunctionalInterface
    interface Finder {
        List<Check> found(CheckState state, int customer);
    }

    /** What somebody else has judged; the sets have no customer in common and are not changed afterwards. */
    static CheckResult answered(
            CheckDefinition check, int size, BitSet met, BitSet notMet, BitSet notRecorded, Finder finder) {
        CheckResult result = new CheckResult(check, size, finder);
        result.met.or(met);
        result.notMet.or(notMet);
        result.notRecorded.or(notRecorded);
        return result;
    }

    /**
     * Judges every customer once. A customer is concerned when {@code when} holds; unknown does not hold. A requirement that fails only
     * because values are missing ({@code !missing(drill_date)}) counts as not recorded, like one that is unknown.
     *
     * @param present the customers there are; nobody else is concerned
     */
    static CheckResult of(CheckDefinition check, Condition when, Condition require, BitSet present, int size) {
        CheckResult result = new CheckResult(check, size, (state, customer) -> require.explain(customer));
        for (int customer = present.nextSetBit(0); customer >= 0; customer = present.nextSetBit(customer + 1)) {
            if (when.holds(customer)) {
                result.judge(require, customer);
            }
        }
        return result;
    }

    private void judge(Condition require, int customer) {
        switch (require.truth(customer)) {
            case HOLDS -> met.set(customer);
            case UNKNOWN -> notRecorded.set(customer);
            case FAILS -> (require.failsByValue(customer) ? notMet : notRecorded).set(customer);
        }
    }

    /** The check. */
    public CheckDefinition check() {
        return check;
    }

    /** What it says of a customer. */
    public CheckState state(int customer) {
        if (met.get(customer)) {
            return CheckState.MET;
        }
        if (notMet.get(customer)) {
            return CheckState.NOT_MET;
        }
        return notRecorded.get(customer) ? CheckState.NOT_RECORDED : CheckState.NOT_CONCERNED;
    }

    /** The number of customers in a state; those who are no customers yet count as not concerned. */
    public int count(CheckState state) {
        return switch (state) {
            case MET -> met.cardinality();
            case NOT_MET -> notMet.cardinality();
            case NOT_RECORDED -> notRecorded.cardinality();
            case NOT_CONCERNED -> size - concerned();
        };
    }

    /** The number of customers whom the check concerns. */
    public int concerned() {
        return met.cardinality() + notMet.cardinality() + notRecorded.cardinality();
    }

    /** The customers in a state, as a copy. */
    public BitSet customers(CheckState state) {
        return switch (state) {
            case MET -> (BitSet) met.clone();
            case NOT_MET -> (BitSet) notMet.clone();
            case NOT_RECORDED -> (BitSet) notRecorded.clone();
            case NOT_CONCERNED -> {
                BitSet others = customersConcerned();
                others.flip(0, size);
                yield others;
            }
        };
    }

    /** The customers whom the check concerns, as a copy. */
    public BitSet customersConcerned() {
        BitSet concerned = (BitSet) met.clone();
        concerned.or(notMet);
        concerned.or(notRecorded);
        return concerned;
    }

    /**
     * What was found of a customer: the comparisons of the requirement from left to right, with actual values and thresholds, read off
     * the condition that decided; where a plugin's code decided, the values it looked at, without thresholds. Empty when the check does not concern the customer.
     */
    public List<Check> found(int customer) {
        CheckState state = state(customer);
        return state == CheckState.NOT_CONCERNED ? List.of() : finder.found(state, customer);
    }
}
