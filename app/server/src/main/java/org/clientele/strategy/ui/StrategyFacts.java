package org.clientele.strategy.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.plugins.api.PlayDefinition;
import org.clientele.strategy.StrategyChange;

/** What a version of a strategy says, in words, one fact under each name; two of them tell what differs. */
final class StrategyFacts {
    private final StrategyWords words;
    private final Map<String, String> facts = new LinkedHashMap<>();

    StrategyFacts(StrategyWords words, StrategyChange change) {
        this.words = words;
        fact("strategy.edit.name", change.name().in(words.locale()));
        fact("strategy.edit.condition", condition(change.condition()));
        fact("strategy.edit.goal", change.goal().in(words.locale()));
        fact("strategy.edit.measure", change.measure() == null ? "" : words.measure(change.measure()));
        fact(
                "strategy.edit.relationship",
                change.relationship() == null ? "" : words.relationship(change.relationship()));
        fact("strategy.edit.actions", change.actions().in(words.locale()));
        fact("strategy.edit.stop", condition(change.stopWhen()));
        change.plays().forEach(this::play);
        fact(
                "strategy.diff.order",
                String.join(", ", change.plays().stream().map(this::name).toList()));
    }

    private String condition(@org.jspecify.annotations.Nullable String condition) {
        return condition == null || condition.isBlank() ? "" : words.condition(condition);
    }

    private void fact(String key, String value) {
        put(words.text(key), value);
    }

    private void put(String name, String value) {
        if (!value.isEmpty()) {
            facts.put(name, value);
        }
    }

    private String name(StrategyChange.Play play) {
        return play.name().in(words.locale());
    }

    private void play(StrategyChange.Play play) {
        PlayDefinition step = play.step();
        String times = play.times() == null
                ? words.when(step)
                : words.text("strategy.when.times", words.when(step), play.times());
        String place = words.text("strategy.diff.play", name(play));
        put(place, words.text("strategy.play.when", times, words.owner(step.owner())));
        part(place, "strategy.edit.play.channel", words.channel(step.channel()));
        part(place, "strategy.edit.play.means", words.means(step.means()));
        part(place, "strategy.edit.play.text", play.text().in(words.locale()));
        part(place, "strategy.edit.play.offer", play.offer().in(words.locale()));
    }

    private void part(String place, String key, String value) {
        put(words.text("strategy.diff.part", place, words.text(key)), value);
    }

    /** What another version says otherwise, one sentence each; empty: nothing. */
    List<String> differences(StrategyFacts later) {
        List<String> differences = new ArrayList<>();
        facts.forEach((name, before) -> {
            String after = later.facts.get(name);
            if (after == null) {
                differences.add(words.text("strategy.diff.gone", name, before));
            } else if (!after.equals(before)) {
                differences.add(words.text("strategy.diff.changed", name, before, after));
            }
        });
        later.facts.forEach((name, after) -> {
            if (!facts.containsKey(name)) {
                differences.add(words.text("strategy.diff.new", name, after));
            }
        });
        return differences;
    }
}
