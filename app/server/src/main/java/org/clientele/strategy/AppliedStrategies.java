package org.clientele.strategy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.PlayDefinition;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.segment.SegmentName;
import org.jspecify.annotations.Nullable;

/**
 * The strategies of a vertical that apply: the plugin's, and those that consultants published in place of them or besides.
 *
 * @param vertical with these strategies and their words
 * @param set what consultants published
 * @param unfit what they published and the plugin's definition does not go with any more
 * @param versions what applies, where somebody ever published anything
 * @param rules how often and when customers are contacted
 * @param holdouts whom strategies leave untreated, or did
 */
public record AppliedStrategies(
        Vertical vertical,
        Map<SegmentName, StrategyChange> set,
        Set<SegmentName> unfit,
        Map<SegmentName, StrategyVersion> versions,
        ContactRules rules,
        Map<SegmentName, HoldoutPlan> holdouts) {
    public AppliedStrategies {
        set = Map.copyOf(set);
        unfit = Set.copyOf(unfit);
        versions = Map.copyOf(versions);
        holdouts = Map.copyOf(holdouts);
    }

    /** Whom a strategy leaves untreated now, if anybody. */
    Optional<HoldoutPlan> holdout(SegmentName segment) {
        return Optional.ofNullable(holdouts.get(segment)).filter(HoldoutPlan::isActive);
    }

    /** All of them; those of conditions last. */
    public List<StrategyDefinition> all() {
        return vertical.definition().strategies();
    }

    public Optional<StrategyDefinition> find(SegmentName segment) {
        return all().stream()
                .filter(strategy -> TreatmentOrder.segment(strategy).equals(segment))
                .findFirst();
    }

    /** Those for whoever meets a condition. */
    public List<StrategyDefinition> ofConditions() {
        return all().stream()
                .filter(strategy -> strategy.model().equals(StrategyChange.CONDITION))
                .toList();
    }

    /** What a consultant wrote of a strategy, or null: it is as the plugin has it. */
    public @Nullable StrategyChange change(StrategyDefinition strategy) {
        return set.get(TreatmentOrder.segment(strategy));
    }

    /** The condition that customers meet whom the strategy is for, or null: it is for the members of a segment. */
    @Nullable
    String condition(SegmentName segment) {
        StrategyChange change = set.get(segment);
        return change == null ? null : change.condition();
    }

    /** Whoever may be drawn to be left untreated, as a condition; or null: everybody the strategy is for. */
    @Nullable
    String drawnAmong(SegmentName segment) {
        return holdout(segment).map(HoldoutPlan::among).orElse(null);
    }

    /** Whoever meets it gets no tasks of the strategy; or null. */
    public @Nullable String stopWhen(SegmentName segment) {
        StrategyChange change = set.get(segment);
        return change == null ? null : change.stopWhen();
    }

    /** How often a repeated play comes at most, or null. */
    public @Nullable Integer times(StrategyDefinition strategy, PlayDefinition play) {
        StrategyChange change = change(strategy);
        return change == null
                ? null
                : change.plays().stream()
                        .filter(each -> each.step().id().equals(play.id()))
                        .findFirst()
                        .map(StrategyChange.Play::times)
                        .orElse(null);
    }
}
