package org.clientele.strategy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import java.util.Map;
import org.clientele.common.Problem;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Icon;
import org.clientele.frontend.Tag;
import org.clientele.frontend.Tone;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.segment.SegmentName;
import org.clientele.strategy.RunningStrategy;
import org.clientele.strategy.StrategyRuns;

/** Whether a strategy's plays become tasks, and the way to begin or end that. */
final class RunBar extends Div {
    private final transient StrategyRuns runs;
    private final transient StrategyWords words;
    private final String verticalKey;
    private final transient SegmentName segment;
    private final String name;

    RunBar(StrategyRuns runs, StrategyWords words, String verticalKey, StrategyDefinition strategy) {
        this.runs = runs;
        this.words = words;
        this.verticalKey = verticalKey;
        this.segment = new SegmentName(strategy.model(), strategy.segment());
        this.name = words.segment(strategy);
        addClassName("run-bar");
    }

    private void refresh() {
        show(runs.running(verticalKey), runs.openTasks(verticalKey));
    }

    /** Shows the strategy as it is among those that run, with how many of its tasks are open. */
    void show(Map<SegmentName, RunningStrategy> all, Map<SegmentName, Integer> openTasks) {
        removeAll();
        RunningStrategy running = all.get(segment);
        boolean manages = runs.mayManage(verticalKey);
        if (running != null) {
            showRunning(running, manages, openTasks.getOrDefault(segment, 0));
        } else if (manages) {
            Button start = new Button(words.text("strategy.run.open"), Icon.PLAY.create(), click -> ask());
            start.setAriaLabel(words.text("strategy.run.open.of", name));
            add(line(muted(words.text("strategy.run.not")), start));
        }
    }

    private void showRunning(RunningStrategy running, boolean manages, int open) {
        Tag tag = new Tag(words.text("strategy.run.tag"), Tone.GOOD);
        String since = words.text(
                "strategy.run.since",
                words.formats().dateTime(running.startedAt(), ZoneId.systemDefault()),
                running.startedBy());
        if (!manages) {
            add(line(tag), muted(since));
            return;
        }
        Button stop = new Button(words.text("strategy.run.stop"), click -> stop(open));
        stop.setAriaLabel(words.text("strategy.run.stop.of", name));
        stop.addThemeVariants(ButtonVariant.TERTIARY);
        Div state = new Div(tag, new Span(words.text("strategy.run.tasks", open)));
        state.addClassName("row");
        add(line(state, stop), muted(since));
    }

    private static Div line(Component... parts) {
        Div line = new Div(parts);
        line.addClassNames("row", "row-apart");
        return line;
    }

    private static Span muted(String text) {
        Span muted = new Span(text);
        muted.addClassName("caption");
        return muted;
    }

    private void ask() {
        new RunDialog(words, name, runs.load(verticalKey, segment), () -> {
                    runs.start(verticalKey, segment);
                    refresh();
                })
                .open();
    }

    private void stop(int open) {
        try {
            runs.stop(verticalKey, segment);
            Messages.done(words.text("strategy.run.stopped", name, open));
        } catch (Problem problem) {
            Messages.problem(problem);
        }
        refresh();
    }
}
