package org.clientele.segment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.Job;
import org.clientele.common.Problem;
import org.clientele.common.ui.JobProgress;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.BackLink;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Card;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.Icon;
import org.clientele.frontend.PageHeader;
import org.clientele.frontend.Tone;
import org.clientele.plugin.AsOfMode;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.clientele.segment.RecomputeProperties;
import org.clientele.segment.RecomputeRun;
import org.clientele.segment.Recomputes;
import org.clientele.segment.RecomputesChanged;

/** When segments were computed, why and with what result; and computing them now. */
@Route("v/:vertical/segments/recomputes")
@PermitAll
class RecomputesView extends VerticalPage {
    private static final int SHOWN = 50;

    private final transient Recomputes recomputes;
    private final transient Clock clock;
    private final transient RecomputeProperties properties;
    private final Div state = new Div();
    private final Button now = new Button();

    RecomputesView(
            Verticals verticals,
            Rights rights,
            Announcements announcements,
            Recomputes recomputes,
            Clock clock,
            RecomputeProperties properties) {
        super(verticals, rights, announcements);
        this.recomputes = recomputes;
        this.clock = clock;
        this.properties = properties;
        state.addClassName("stack");
        state.getElement().setAttribute("aria-live", "polite");
        hear(RecomputesChanged.class, this::follow);
        now.addClickListener(click -> start());
    }

    @Override
    protected String title() {
        return getTranslation("segment.recompute.title");
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        PageHeader header = new PageHeader(title(), subtitle(vertical))
                .before(new BackLink(
                        SegmentsNavigation.segments(vertical.key()), getTranslation("segment.recompute.back")));
        if (recomputes.mayStart(vertical.key())) {
            now.setText(getTranslation("segment.recompute.now"));
            now.setIcon(Icon.REFRESH_CW.create());
            header.primary(now);
        }
        add(header, state);
        refresh();
    }

    private String subtitle(Vertical vertical) {
        String always = getTranslation(
                recomputes.mayStart(vertical.key()) ? "segment.recompute.subtitle" : "segment.recompute.subtitle.read");
        return vertical.asOfMode() == AsOfMode.TODAY
                ? always + getTranslation("segment.recompute.subtitle.nightly", nightlyAt())
                : always;
    }

    private String nightlyAt() {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(getLocale())
                .format(properties.nightlyAt());
    }

    private void follow(RecomputesChanged change) {
        if (change.verticalKey().equals(vertical().key())) {
            refresh();
        }
    }

    private void start() {
        try {
            recomputes.now(vertical().key());
            refresh();
        } catch (Problem problem) {
            Messages.problem(problem);
        }
    }

    private void refresh() {
        if (state.getParent().isEmpty()) {
            return;
        }
        state.removeAll();
        RecomputeWords words = new RecomputeWords(getLocale(), vertical().currency(), clock);
        Optional<Job> running = recomputes.running(vertical().key());
        List<RecomputeRun> runs = recomputes.history(vertical().key(), SHOWN);
        now.setEnabled(running.isEmpty());
        running.ifPresent(job -> state.add(running(job, words)));
        words.standing(runs).ifPresent(text -> state.add(new Banner(Tone.WARN, text)));
        state.add(history(runs, words));
    }

    private Card running(Job job, RecomputeWords words) {
        Card card = new Card(getTranslation("segment.recompute.running"), new JobProgress(job, words, this::refresh));
        if (recomputes.mayStart(vertical().key())) {
            card.actions(new Button(getTranslation("segment.recompute.cancel"), click -> cancel(click.getSource())));
        }
        return card;
    }

    private void cancel(Button button) {
        try {
            recomputes.cancel(vertical().key());
            button.setEnabled(false);
            button.setText(getTranslation("segment.recompute.cancelling"));
        } catch (Problem problem) {
            Messages.problem(problem);
        }
    }

    private Card history(List<RecomputeRun> runs, RecomputeWords words) {
        if (runs.isEmpty()) {
            return new Card(new EmptyState(
                    Icon.HISTORY,
                    getTranslation("segment.recompute.none"),
                    getTranslation("segment.recompute.none.text")));
        }
        Div list = new Div();
        list.addClassName("list");
        runs.forEach(run -> list.add(new RecomputeLine(run, words)));
        return new Card(getTranslation("segment.recompute.history"), list)
                .hint(getTranslation("segment.recompute.history.hint"));
    }
}
