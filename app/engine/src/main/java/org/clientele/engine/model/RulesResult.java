package org.clientele.engine.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.engine.column.Column;
import org.clientele.engine.condition.Check;
import org.clientele.engine.condition.Condition;
import org.clientele.engine.condition.Conditions;
import org.clientele.engine.condition.Gap;
import org.clientele.engine.condition.Variables;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.definition.CheckedExpression;
import org.jspecify.annotations.Nullable;

/**
 * Segments by conditions: rules (first match or all) and life cycles (first match, with named thresholds).
 *
 * <p>The next better segment is the nearest one upwards in the list of segments with a rule that lacks something a customer can still
 * bring: a rule that asks for fewer days since the first purchase, or for fewer purchases than there were, cannot be met any more.
 */
public final class RulesResult extends ModelResult {
    private static final int SHOWN_WHERE_NONE_DECIDED = 4;

    private final ModelDefinition model;
    private final List<BoundRule> rules;
    private final BitSet @Nullable [] members;
    private final Reachability reachability;

    private RulesResult(
            ModelDefinition model,
            ModelContext context,
            List<BoundRule> rules,
            int[] segments,
            BitSet @Nullable [] members) {
        super(context, segments);
        this.model = model;
        this.rules = rules;
        this.members = members;
        this.reachability = new Reachability(context.definition());
    }

    /** A rule and its condition, bound to the columns. */
    private record BoundRule(int segment, Condition when) {}

    static RulesResult of(ModelDefinition.Rules model, List<CheckedExpression> conditions, ModelContext context) {
        List<BoundRule> rules = bind(model, model.rules(), conditions, context);
        String otherwise = model.otherwise();
        int rest = otherwise == null ? NONE : model.segments().indexOf(model.segment(otherwise));
        return model.match() == ModelDefinition.Rules.Match.FIRST
                ? firstMatch(model, context, rules, rest)
                : allMatches(model, context, rules, rest);
    }

    static RulesResult of(ModelDefinition.LifeCycle model, List<CheckedExpression> conditions, ModelContext context) {
        Variables variables = new WithParameters(context, model.parameters());
        return firstMatch(model, context, bind(model, model.stages(), conditions, variables), NONE);
    }

    private static List<BoundRule> bind(
            ModelDefinition model,
            List<ModelDefinition.Rule> rules,
            List<CheckedExpression> conditions,
            Variables variables) {
        List<BoundRule> bound = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            int segment = model.segments().indexOf(model.segment(rules.get(i).segment()));
            bound.add(new BoundRule(segment, Conditions.bind(conditions.get(i), variables)));
        }
        return bound;
    }

    private static RulesResult firstMatch(
            ModelDefinition model, ModelContext context, List<BoundRule> rules, int rest) {
        int[] segments = new int[context.customers().size()];
        Arrays.fill(segments, NONE);
        for (int customer = 0; customer < segments.length; customer++) {
            if (context.present().get(customer)) {
                BoundRule rule = first(rules, customer);
                segments[customer] = rule == null ? rest : rule.segment();
            }
        }
        return new RulesResult(model, context, rules, segments, null);
    }

    private static @Nullable BoundRule first(List<BoundRule> rules, int customer) {
        for (BoundRule rule : rules) {
            if (rule.when().holds(customer)) {
                return rule;
            }
        }
        return null;
    }

    private static RulesResult allMatches(
            ModelDefinition model, ModelContext context, List<BoundRule> rules, int rest) {
        BitSet[] members = new BitSet[model.segments().size()];
        Arrays.setAll(members, i -> new BitSet());
        int[] segments = new int[context.customers().size()];
        for (int customer = 0; customer < segments.length; customer++) {
            segments[customer] = context.present().get(customer) ? label(rules, rest, customer, members) : NONE;
        }
        return new RulesResult(model, context, rules, segments, members);
    }

    private static int label(List<BoundRule> rules, int rest, int customer, BitSet[] members) {
        int best = NONE;
        for (BoundRule rule : rules) {
            if (rule.when().holds(customer)) {
                members[rule.segment()].set(customer);
                best = best == NONE ? rule.segment() : Math.min(best, rule.segment());
            }
        }
        if (best == NONE && rest != NONE) {
            members[rest].set(customer);
        }
        return best == NONE ? rest : best;
    }

    @Override
    public ModelDefinition model() {
        return model;
    }

    @Override
    public boolean isMember(int customer, int segment) {
        return members == null ? super.isMember(customer, segment) : members[segment].get(customer);
    }

    @Override
    void count(int customer, int[] counts) {
        if (members == null) {
            super.count(customer, counts);
            return;
        }
        for (int segment = 0; segment < members.length; segment++) {
            if (members[segment].get(customer)) {
                counts[segment]++;
            }
        }
    }

    @Override
    Reason explain(int customer, int segment) {
        String id = segment == NONE ? null : segmentId(segment);
        if (!context.present().get(customer)) {
            return new Reason(model.id(), id, List.of(), false, null);
        }
        if (!ranked()) {
            return new Reason(model.id(), id, checks(customer, segment), false, null);
        }
        Reason.Better better = better(customer, segment == NONE ? segmentCount() : segment);
        return new Reason(model.id(), id, checks(customer, segment), segment == 0, better);
    }

    private boolean ranked() {
        return !(model instanceof ModelDefinition.Rules rules) || rules.ranked();
    }

    /** The comparisons of the rule that decided; where it made none (or none decided), those that ruled the others out. */
    private List<Check> checks(int customer, int segment) {
        Set<Check> others = new LinkedHashSet<>();
        for (BoundRule rule : rules) {
            List<Check> checks = rule.when().explain(customer);
            if (rule.segment() == segment && rule.when().holds(customer)) {
                if (checks.isEmpty()) {
                    break;
                }
                return checks;
            }
            checks.stream().filter(check -> !check.holds()).forEach(others::add);
        }
        return others.stream().limit(SHOWN_WHERE_NONE_DECIDED).toList();
    }

    private Reason.@Nullable Better better(int customer, int segment) {
        for (int candidate = segment - 1; candidate >= 0; candidate--) {
            List<Gap> gaps = fewestGaps(customer, candidate);
            if (gaps != null) {
                return new Reason.Better(segmentId(candidate), gaps);
            }
        }
        return null;
    }

    private @Nullable List<Gap> fewestGaps(int customer, int segment) {
        List<Gap> fewest = null;
        for (BoundRule rule : rules) {
            List<Gap> gaps = rule.segment() == segment ? rule.when().gaps(customer) : null;
            if (gaps == null || gaps.isEmpty() || !reachability.allReachable(gaps)) {
                continue;
            }
            if (fewest == null || gaps.size() < fewest.size()) {
                fewest = gaps;
            }
        }
        return fewest;
    }

    /** The context's variables and the model's named thresholds. */
    private record WithParameters(ModelContext context, Map<String, Double> parameters) implements Variables {
        @Override
        public @Nullable Column column(String name) {
            return context.column(name);
        }

        @Override
        public @Nullable Double parameter(String name) {
            return parameters.get(name);
        }
    }
}
