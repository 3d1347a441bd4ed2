package org.clientele.segment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.clientele.frontend.Tag;
import org.clientele.frontend.Tone;
import org.clientele.segment.RecomputeRun;

/** One recompute in the history: when, why, by whom, how long, with what result. */
final class RecomputeLine extends Div {
    RecomputeLine(RecomputeRun run, RecomputeWords words) {
        addClassName("list-item");
        Span when = new Span(words.when(run));
        when.addClassName("list-item-title");
        Div title = new Div(when, new Tag(words.text("segment.recompute.state." + run.state()), tone(run.state())));
        title.addClassName("row");
        Div body = new Div(title, detail(words.why(run)), detail(words.result(run)));
        body.addClassName("list-item-body");
        add(body);
    }

    private static Div detail(String text) {
        Span detail = new Span(text);
        detail.addClassName("list-item-detail");
        return new Div(detail);
    }

    private static String tone(RecomputeRun.State state) {
        return switch (state) {
            case DONE -> Tone.GOOD;
            case FAILED -> Tone.BAD;
            case RUNNING -> Tone.ACCENT;
            case CANCELLED -> Tone.MUTED;
        };
    }
}
