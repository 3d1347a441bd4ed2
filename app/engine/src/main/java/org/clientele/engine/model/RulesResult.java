package org.clientele.engine.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
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
 * <p>The next better segment is the nearest one upwards in the list of segments that a customer can still come into, see
 * {@link Reachability}; with first match what is lacking includes that no earlier rule holds any more.
 */
public final class RulesResult extends ModelResult {
    private final ModelDefinition model;
    private final BitSet @Nullable [] members;
    private final RuleReasons reasons;

    private RulesResult(
            ModelDefinition model,
            ModelContext context,
            List<BoundRule> rules,
            int[] segments,
            BitSet @Nullable [] members) {
        super(context, segments);
        this.model = model;
        this.members = members;
        this.reasons = new RuleReasons(rules, members == null, new Reachability(context.definition()));
    }

    static RulesResult of(ModelDefinition.Rules model, List<CheckedExpression> conditions, ModelContext context) {
        List<BoundRule> rules = bind(model, model.rules(), conditions, context);
        String otherwise = model.otherwise();
        int rest = otherwise == null ? NONE : model.segments().indexOf(model.segment(otherwise));
        if (model.match() == ModelDefinition.Rules.Match.ALL) {
            return allMatches(model, context, rules, rest);
        }
        if (rest != NONE) {
            rules.add(BoundRule.of(rest, Condition.ALWAYS));
        }
        return firstMatch(model, context, rules);
    }

    static RulesResult of(ModelDefinition.LifeCycle model, List<CheckedExpression> conditions, ModelContext context) {
        Variables variables = new WithParameters(context, model.parameters());
        return firstMatch(model, context, bind(model, model.stages(), conditions, variables));
    }

    private static List<BoundRule> bind(
            ModelDefinition model,
            List<ModelDefinition.Rule> rules,
            List<CheckedExpression> conditions,
            Variables variables) {
        List<BoundRule> bound = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            int segment = model.segments().indexOf(model.segment(rules.get(i).segment()));
            bound.add(BoundRule.of(segment, Conditions.bind(conditions.get(i), variables)));
        }
        return bound;
    }

    private static RulesResult firstMatch(ModelDefinition model, ModelContext context, List<BoundRule> rules) {
        int[] segments = new int[context.customers().size()];
        Arrays.fill(segments, NONE);
        for (int customer = 0; customer < segments.length; customer++) {
            if (context.present().get(customer)) {
                BoundRule rule = first(rules, customer);
                segments[customer] = rule == null ? NONE : rule.segment();
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

    /** How every rule came out for a customer, in their order; none for somebody who was no customer yet. */
    public List<RuleOutcome> outcomes(int customer) {
        return context.present().get(customer) ? reasons.outcomes(customer, this::segmentId) : List.of();
    }

    @Override
    Reason explain(int customer, int segment) {
        String id = segment == NONE ? null : segmentId(segment);
        if (!context.present().get(customer)) {
            return new Reason(model.id(), id, List.of(), false, null);
        }
        List<Check> checks = segment == NONE ? reasons.noneHeld(customer) : reasons.decided(customer, segment);
        if (!ranked()) {
            return new Reason(model.id(), id, checks, false, null);
        }
        return new Reason(model.id(), id, checks, segment == 0, better(customer, segment));
    }

    private boolean ranked() {
        return !(model instanceof ModelDefinition.Rules rules) || rules.ranked();
    }

    private Reason.@Nullable Better better(int customer, int segment) {
        int below = segment == NONE ? segmentCount() : segment;
        for (int candidate = below - 1; candidate >= 0; candidate--) {
            List<Gap> gaps = reasons.fewestGaps(customer, candidate);
            if (gaps != null) {
                return new Reason.Better(segmentId(candidate), gaps);
            }
        }
        return null;
    }

    /** The context's variables and the model's named thresholds. */
    private record WithParameters(ModelContext context, Map<String, Double> parameters) implements Variables {
        @Override
        public LocalDate asOf() {
            return context.asOf();
        }

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
