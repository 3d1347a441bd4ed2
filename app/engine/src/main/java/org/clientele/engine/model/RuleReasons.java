package org.clientele.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.clientele.engine.column.Value;
import org.clientele.engine.condition.Check;
import org.clientele.engine.condition.Gap;
import org.clientele.engine.condition.Operator;
import org.clientele.engine.condition.Truth;
import org.jspecify.annotations.Nullable;

/** Reads reasons off bound rules. */
final class RuleReasons {
    private static final int MOST_CHECKS = 6;

    private final List<BoundRule> rules;
    private final boolean firstDecides;
    private final Reachability reachability;

    RuleReasons(List<BoundRule> rules, boolean firstDecides, Reachability reachability) {
        this.rules = List.copyOf(rules);
        this.firstDecides = firstDecides;
        this.reachability = reachability;
    }

    /** The comparisons of the rule that led to the segment; where it made none, those that ruled out the rules before it. */
    List<Check> decided(int customer, int segment) {
        int deciding = deciding(customer, segment);
        List<Check> checks = deciding == rules.size()
                ? List.of()
                : rules.get(deciding).when().explain(customer);
        if (!checks.isEmpty()) {
            return checks;
        }
        List<Check> ruledOut = new ArrayList<>();
        for (BoundRule before : rules.subList(0, deciding)) {
            addFacts(before, customer, ruledOut);
        }
        return tightest(ruledOut);
    }

    /** The first rule that leads to the segment and holds; the number of rules where none does. */
    private int deciding(int customer, int segment) {
        int rule = 0;
        while (rule < rules.size()
                && !(rules.get(rule).segment() == segment
                        && rules.get(rule).when().holds(customer))) {
            rule++;
        }
        return rule;
    }

    /** The comparisons that ruled out every rule, and the values that are missing. */
    List<Check> noneHeld(int customer) {
        List<Check> checks = new ArrayList<>();
        for (BoundRule rule : rules) {
            addFacts(rule, customer, checks);
            for (Check check : rule.when().explain(customer)) {
                if (check.actual().isMissing() && check.truth() == Truth.UNKNOWN) {
                    checks.add(new Check(
                            check.subject(), Value.MISSING, Operator.PRESENT, List.of(), null, Truth.FAILS, 0));
                }
            }
        }
        return tightest(checks);
    }

    /** Every rule in its order. */
    List<RuleOutcome> outcomes(int customer, IntFunction<String> ids) {
        List<RuleOutcome> outcomes = new ArrayList<>();
        boolean decided = false;
        for (BoundRule rule : rules) {
            boolean holds = rule.when().holds(customer);
            boolean decides = holds && !(firstDecides && decided);
            decided |= holds;
            outcomes.add(new RuleOutcome(
                    ids.apply(rule.segment()), holds, decides, rule.when().explain(customer)));
        }
        return outcomes;
    }

    /** What holds and keeps the rule from holding. */
    private static void addFacts(BoundRule rule, int customer, List<Check> facts) {
        for (Check check : rule.not().explain(customer)) {
            if (check.holds()) {
                facts.add(check);
            }
        }
    }

    /** Of several bounds on one side of a subject the tightest, at its first place. */
    private static List<Check> tightest(List<Check> checks) {
        List<Check> kept = Bounds.tightest(checks, Check::subject, Check::operator, Check::threshold);
        return kept.size() <= MOST_CHECKS ? kept : kept.subList(0, MOST_CHECKS);
    }

    /** What is lacking for the segment by the rule that lacks least; null when no rule can be met. */
    @Nullable
    List<Gap> fewestGaps(int customer, int segment) {
        List<Gap> fewest = null;
        for (int i = 0; i < rules.size(); i++) {
            List<Gap> gaps = rules.get(i).segment() == segment ? gapsTo(i, customer) : null;
            if (gaps != null && (fewest == null || gaps.size() < fewest.size())) {
                fewest = gaps;
            }
        }
        return fewest;
    }

    private @Nullable List<Gap> gapsTo(int index, int customer) {
        BoundRule rule = rules.get(index);
        List<Gap> gaps = rule.when().gaps(customer);
        if (gaps == null) {
            return null;
        }
        List<Gap> all = new ArrayList<>(gaps);
        for (int before = 0; firstDecides && before < index; before++) {
            BoundRule earlier = rules.get(before);
            if (earlier.when().holds(customer)) {
                List<Gap> toFail = earlier.not().gaps(customer);
                if (toFail == null) {
                    return null;
                }
                all.addAll(toFail);
            }
        }
        boolean reachable = !all.isEmpty()
                && reachability.allReachable(all)
                && reachability.survives(all, () -> rule.when().explain(customer));
        return reachable ? Bounds.tightest(all, Gap::subject, Gap::operator, Gap::target) : null;
    }
}
