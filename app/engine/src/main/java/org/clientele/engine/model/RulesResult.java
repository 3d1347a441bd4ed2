package org.clientele.engine.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.clientele.engine.condition.Check;
import org.clientele.engine.condition.Condition;
import org.clientele.engine.condition.Conditions;
import org.clientele.engine.condition.Gap;
import org.clientele.engine.condition.NamedThresholds;
import org.clientele.engine.condition.Variables;
import org.clientele.engine.numeric.Blocks;
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
    private final List<RuleCount> ruleCounts;

    private RulesResult(
            ModelDefinition model,
            ModelContext context,
            List<BoundRule> rules,
            int[] segments,
            BitSet @Nullable [] members,
            List<RuleCount> ruleCounts) {
        super(context, segments);
        this.ruleCounts = List.copyOf(ruleCounts);
        this.model = model;
        this.members = members;
        this.reasons = new RuleReasons(rules, members == null, new Reachability(context.definition()));
    }

    static RulesResult of(
            ModelDefinition.Rules model, List<CheckedExpression> conditions, ModelContext context, Evaluations shared) {
        List<BoundRule> rules = bind(model, model.rules(), conditions, context);
        List<BitSet> held = shared.held(model.rules(), conditions, rules, Map.of(), context);
        String otherwise = model.otherwise();
        int rest = otherwise == null ? NONE : model.segments().indexOf(model.segment(otherwise));
        if (model.match() == ModelDefinition.Rules.Match.ALL) {
            return allMatches(model, context, rules, held, rest);
        }
        if (rest == NONE) {
            return firstMatch(model, context, rules, held);
        }
        rules.add(BoundRule.of(rest, Condition.ALWAYS));
        List<BitSet> all = new ArrayList<>(held);
        all.add(context.present());
        return firstMatch(model, context, rules, all);
    }

    static RulesResult of(
            ModelDefinition.LifeCycle model,
            List<CheckedExpression> conditions,
            ModelContext context,
            Evaluations shared) {
        Variables variables = new NamedThresholds(context, model.parameters());
        List<BoundRule> rules = bind(model, model.stages(), conditions, variables);
        return firstMatch(
                model, context, rules, shared.held(model.stages(), conditions, rules, model.parameters(), context));
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

    private static RulesResult firstMatch(
            ModelDefinition model, ModelContext context, List<BoundRule> rules, List<BitSet> held) {
        int[] segments = new int[context.customers().size()];
        Arrays.fill(segments, NONE);
        int[] decided = new int[rules.size()];
        BitSet left = (BitSet) context.present().clone();
        for (int i = 0; i < rules.size(); i++) {
            BitSet taken = (BitSet) left.clone();
            taken.and(held.get(i));
            left.andNot(taken);
            decided[i] = taken.cardinality();
            put(taken, rules.get(i).segment(), segments);
        }
        return new RulesResult(model, context, rules, segments, null, counts(held, decided));
    }

    private static void put(BitSet customers, int segment, int[] segments) {
        long[] words = customers.toLongArray();
        Blocks.run(words.length, Evaluations.WORTH / Long.SIZE, (from, to) -> {
            for (int word = from; word < to; word++) {
                for (long left = words[word]; left != 0; left &= left - 1) {
                    segments[word * Long.SIZE + Long.numberOfTrailingZeros(left)] = segment;
                }
            }
        });
    }

    private static RulesResult allMatches(
            ModelDefinition model, ModelContext context, List<BoundRule> rules, List<BitSet> held, int rest) {
        BitSet[] members = new BitSet[model.segments().size()];
        Arrays.setAll(members, i -> new BitSet());
        BitSet unlabelled = (BitSet) context.present().clone();
        for (int i = 0; i < rules.size(); i++) {
            members[rules.get(i).segment()].or(held.get(i));
            unlabelled.andNot(held.get(i));
        }
        if (rest != NONE) {
            members[rest].or(unlabelled);
        }
        int[] segments = new int[context.customers().size()];
        Arrays.fill(segments, NONE);
        for (int segment = members.length - 1; segment >= 0; segment--) {
            put(members[segment], segment, segments);
        }
        int[] decided = held.stream().mapToInt(BitSet::cardinality).toArray();
        return new RulesResult(model, context, rules, segments, members, counts(held, decided));
    }

    private static List<RuleCount> counts(List<BitSet> held, int[] decided) {
        List<RuleCount> counts = new ArrayList<>();
        for (int i = 0; i < decided.length; i++) {
            counts.add(new RuleCount(held.get(i).cardinality(), decided[i]));
        }
        return counts;
    }

    /**
     * How many customers a rule concerns.
     *
     * @param held for how many it holds
     * @param decided how many of them are where they are by it, because no earlier rule held
     */
    public record RuleCount(int held, int decided) {}

    /** The counts of the rules in their order, and of {@code otherwise} after them where the first match decides. */
    public List<RuleCount> ruleCounts() {
        return ruleCounts;
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
    public boolean isExclusive() {
        return members == null;
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
}
