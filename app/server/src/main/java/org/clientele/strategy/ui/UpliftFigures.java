package org.clientele.strategy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.OptionalLong;
import org.clientele.common.ui.FigureTable;
import org.clientele.engine.statistics.Uplift;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Tone;
import org.clientele.strategy.Holdouts;
import org.clientele.strategy.Holdouts.Result;

/** What a strategy changes, how sure that is, and how many customers would tell. */
final class UpliftFigures extends Div {
    private final transient StrategyWords words;
    private final transient Result result;
    private final transient OutcomeWords outcomes;

    UpliftFigures(StrategyWords words, Result result, OutcomeWords outcomes) {
        this.words = words;
        this.result = result;
        this.outcomes = outcomes;
        addClassName("stack");
        add(verdict(), table());
        if (result.waiting() > 0) {
            add(caption(
                    words.text("strategy.uplift.waiting", words.formats().whole(result.waiting()), result.waiting())));
        }
        add(
                required(),
                caption(words.text("strategy.uplift.method", words.formats().percentWhole(1 - Holdouts.ALPHA))));
    }

    private Component verdict() {
        Uplift uplift = result.uplift();
        if (!uplift.isEnough()) {
            return new Banner(
                    Tone.WARN,
                    words.text(
                            "strategy.uplift.not-enough",
                            words.formats().whole(uplift.treated()),
                            words.formats().whole(uplift.heldOut()),
                            Uplift.FEWEST));
        }
        String key = !uplift.isTold()
                ? "strategy.uplift.open"
                : uplift.difference() > 0 ? "strategy.uplift.more" : "strategy.uplift.less";
        String tone = !uplift.isTold() ? Tone.WARN : uplift.difference() > 0 ? Tone.GOOD : Tone.BAD;
        return new Banner(
                tone,
                words.text(
                        key,
                        outcomes.difference(Math.abs(uplift.difference())),
                        outcomes.signed(uplift.difference() - uplift.radius()),
                        outcomes.signed(uplift.difference() + uplift.radius())));
    }

    private Component table() {
        Uplift uplift = result.uplift();
        FigureTable table = new FigureTable(
                words.text("strategy.uplift.result"),
                words.text("strategy.uplift.group"),
                words.text("strategy.uplift.enrolled"),
                words.text("strategy.uplift.known"),
                outcomes.name());
        table.row(
                new Div(words.text("strategy.uplift.treated")),
                words.formats().whole(result.enrolledTreated()),
                words.formats().whole(uplift.treated()),
                uplift.treated() == 0 ? "–" : outcomes.value(uplift.treatedMean()));
        table.row(
                new Div(words.text("strategy.uplift.held-out")),
                words.formats().whole(result.enrolledHeldOut()),
                words.formats().whole(uplift.heldOut()),
                uplift.heldOut() == 0 ? "–" : outcomes.value(uplift.holdoutMean()));
        return table;
    }

    private Component required() {
        OptionalLong required = result.required();
        if (required.isEmpty()) {
            return caption(words.text("strategy.uplift.required.unknown"));
        }
        Double wished = result.plan().worthwhile();
        return new Div(words.text(
                wished == null ? "strategy.uplift.required.seen" : "strategy.uplift.required",
                outcomes.difference(wished == null ? Math.abs(result.uplift().difference()) : wished),
                words.formats().whole(required.getAsLong()),
                words.formats()
                        .whole(result.uplift().treated() + result.uplift().heldOut())));
    }

    private static Div caption(String text) {
        Div caption = new Div(text);
        caption.addClassName("caption");
        return caption;
    }
}
