package org.clientele.strategy;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.clientele.plugins.api.PlayDefinition;
import org.clientele.plugins.api.StrategyDefinition.Relationship;
import org.jspecify.annotations.Nullable;

/** Changes of strategies as consultants make them. */
final class StrategyEdits {
    private StrategyEdits() {}

    static LocalText words(String text) {
        return LocalText.NONE.with(Locale.ENGLISH, text);
    }

    static StrategyChange goal(StrategyChange change, String goal) {
        LocalText text = goal.isBlank() ? LocalText.NONE : change.goal().with(Locale.ENGLISH, goal);
        return of(change, text, change.relationship(), change.plays(), change.stopWhen());
    }

    static StrategyChange with(StrategyChange change, Relationship level) {
        return of(change, change.goal(), level, change.plays(), change.stopWhen());
    }

    static StrategyChange plays(StrategyChange change, List<StrategyChange.Play> plays) {
        return of(change, change.goal(), change.relationship(), plays, change.stopWhen());
    }

    static StrategyChange stopWhen(StrategyChange change, String when) {
        return of(change, change.goal(), change.relationship(), change.plays(), when);
    }

    static StrategyChange of(
            StrategyChange change,
            LocalText goal,
            @Nullable Relationship level,
            List<StrategyChange.Play> plays,
            @Nullable String stopWhen) {
        return new StrategyChange(
                change.segment(),
                change.name(),
                change.condition(),
                goal,
                change.measure(),
                level,
                change.actions(),
                plays,
                stopWhen,
                change.source());
    }

    static StrategyChange.Play change(StrategyChange.Play play, UnaryOperator<PlayDefinition> step) {
        return new StrategyChange.Play(step.apply(play.step()), play.times(), play.name(), play.text(), play.offer());
    }

    static StrategyChange.Play text(StrategyChange.Play play, String text) {
        return new StrategyChange.Play(play.step(), play.times(), play.name(), words(text), play.offer());
    }

    static StrategyChange.Play times(StrategyChange.Play play, int times) {
        return new StrategyChange.Play(play.step(), times, play.name(), play.text(), play.offer());
    }

    static StrategyChange.Play id(StrategyChange.Play play, String id) {
        return change(
                play,
                step -> new PlayDefinition(
                        id,
                        step.channel(),
                        step.means(),
                        step.owner(),
                        step.from(),
                        step.field(),
                        step.afterDays(),
                        step.everyDays(),
                        step.source()));
    }

    static StrategyChange.Play step(
            StrategyChange.Play play,
            PlayDefinition.From from,
            @Nullable String field,
            int after,
            @Nullable Integer every) {
        return change(
                play,
                step -> new PlayDefinition(
                        step.id(),
                        step.channel(),
                        step.means(),
                        step.owner(),
                        from,
                        field,
                        after,
                        every,
                        step.source()));
    }
}
