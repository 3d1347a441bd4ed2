package org.clientele.strategy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.PlayDefinition;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.plugins.api.StrategyDefinition.Relationship;
import org.clientele.plugins.api.Texts;
import org.clientele.segment.SegmentName;
import org.jspecify.annotations.Nullable;

/**
 * What a consultant writes of a strategy, whole, in place of what the plugin says.
 *
 * @param segment whom it is for; of model {@link #CONDITION} for whoever meets the condition
 * @param name what it is called where it is no segment's
 * @param condition of the condition language, or null: for the members of the segment
 * @param measure the metric or activity by which it is seen whether the goal is reached, or null
 * @param actions advice, one action a line
 * @param stopWhen a condition: whoever meets it gets no tasks of it any more; or null
 * @param source as the plugin has it, or null
 */
public record StrategyChange(
        SegmentName segment,
        LocalText name,
        @Nullable String condition,
        LocalText goal,
        @Nullable String measure,
        @Nullable Relationship relationship,
        LocalText actions,
        List<Play> plays,
        @Nullable String stopWhen,
        @Nullable String source) {
    /** The model of strategies for whoever meets a condition; no plugin can have one of that id. */
    public static final String CONDITION = "~";

    public StrategyChange {
        plays = List.copyOf(plays);
    }

    /**
     * A play with its words.
     *
     * @param times how often it comes at most where it is repeated, or null: as long as the customer stays
     * @param text what to say or do; fields of the customer in braces
     * @param offer what is offered with it; may be empty
     */
    public record Play(PlayDefinition step, @Nullable Integer times, LocalText name, LocalText text, LocalText offer) {}

    /** One with nothing in it. */
    public static StrategyChange empty(SegmentName segment) {
        return new StrategyChange(
                segment, LocalText.NONE, null, LocalText.NONE, null, null, LocalText.NONE, List.of(), null, null);
    }

    /** One for whoever meets a condition, which is still to be written. */
    public static StrategyChange forCondition(SegmentName segment, Locale locale, String name) {
        return new StrategyChange(
                segment,
                LocalText.NONE.with(locale, name),
                "",
                LocalText.NONE,
                null,
                null,
                LocalText.NONE,
                List.of(),
                null,
                null);
    }

    /** A plugin's strategy: the change that changes nothing. */
    static StrategyChange of(Vertical vertical, StrategyDefinition strategy) {
        String model = strategy.model();
        String segment = strategy.segment();
        return new StrategyChange(
                TreatmentOrder.segment(strategy),
                LocalText.NONE,
                null,
                LocalText.of(vertical, Texts.strategyGoal(model, segment)),
                null,
                strategy.relationship(),
                LocalText.of(vertical, Texts.strategyActions(model, segment)),
                strategy.plays().stream()
                        .map(play -> new Play(
                                play,
                                null,
                                LocalText.of(vertical, Texts.play(model, segment, play.id())),
                                LocalText.of(vertical, Texts.playText(model, segment, play.id())),
                                LocalText.NONE))
                        .toList(),
                null,
                strategy.source());
    }

    /** As the plugins' strategies are written. */
    StrategyDefinition definition() {
        return new StrategyDefinition(
                segment.model(),
                segment.segment(),
                source,
                relationship,
                plays.stream().map(Play::step).toList());
    }

    /** Puts its words where those of plugins stand. */
    void putTexts(Map<String, Map<String, String>> texts) {
        String model = segment.model();
        String id = segment.segment();
        if (condition != null) {
            name.putTo(texts, Texts.segment(model, id));
        }
        goal.putTo(texts, Texts.strategyGoal(model, id));
        actions.putTo(texts, Texts.strategyActions(model, id));
        for (Play play : plays) {
            play.name().putTo(texts, Texts.play(model, id, play.step().id()));
            play.text().putTo(texts, Texts.playText(model, id, play.step().id()));
            play.offer().putTo(texts, LocalText.offerKey(model, id, play.step().id()));
        }
    }
}
