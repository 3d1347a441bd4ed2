package org.clientele.engine.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        List<Check> ruledOut = new ArrayList<>();
        for (BoundRule rule : rules) {
            if (rule.segment() == segment && rule.when().holds(customer)) {
                List<Check> checks = rule.when().explain(customer);
                return checks.isEmpty() ? tightest(ruledOut) : checks;
            }
            ruledOut.addAll(facts(rule, customer));
        }
        return tightest(ruledOut);
    }

    /** The comparisons that ruled out every rule, and the values that are missing. */
    List<Check> noneHeld(int customer) {
        List<Check> checks = new ArrayList<>();
        for (BoundRule rule : rules) {
            checks.addAll(facts(rule, customer));
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
    private static List<Check> facts(BoundRule rule, int customer) {
        return rule.not().explain(customer).stream().filter(Check::holds).toList();
    }

    /** Of several bounds on one side of a subject the tightest, at its first place. */
    private static List<Check> tightest(List<Check> checks) {
        Map<Object, Check> kept = new LinkedHashMap<>();
        for (Check check : checks) {
            boolean bound = Bounds.isBound(check.operator());
            Object key = bound ? List.of(check.subject(), check.operator()) : check;
            kept.merge(
                    key,
                    check,
                    (known, next) ->
                            Bounds.isTighter(next.operator(), next.threshold(), known.threshold()) ? next : known);
        }
        return kept.values().stream().limit(MOST_CHECKS).toList();
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
        for (BoundRule earlier : firstDecides ? rules.subList(0, index) : List.<BoundRule>of()) {
            List<Gap> toFail = earlier.when().holds(customer) ? earlier.not().gaps(customer) : List.of();
            if (toFail == null) {
                return null;
            }
            all.addAll(toFail);
        }
        boolean reachable = !all.isEmpty()
                && reachability.allReachable(all)
                && reachability.survives(all, rule.when().explain(customer));
        return reachable ? merged(all) : null;
    }

    private static List<Gap> merged(List<Gap> gaps) {
        Map<Object, Gap> kept = new LinkedHashMap<>();
        for (Gap gap : gaps) {
            Object key = Bounds.isBound(gap.operator()) ? List.of(gap.subject(), gap.operator()) : gap;
            kept.merge(
                    key,
                    gap,
                    (known, next) -> Bounds.isTighter(next.operator(), next.target(), known.target()) ? next : known);
        }
        return List.copyOf(kept.values());
    }
}
