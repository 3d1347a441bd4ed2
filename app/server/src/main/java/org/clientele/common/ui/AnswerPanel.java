package org.clientele.common.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.shared.Registration;
import org.clientele.common.Answer;
import org.clientele.common.Job;
import org.clientele.common.Problem;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Card;
import org.clientele.frontend.Skeleton;
import org.clientele.frontend.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The place of what a job is asked for: its height and how far it is while the job works, with a way to stop it; then what was found, or why nothing was.
 * Looks twice a second; whoever leaves the page stops the job.
 */
public final class AnswerPanel<T> extends Div {
    private static final int INTERVAL = 500;

    private final transient Answer<T> answer;
    private final SerializableFunction<T, Component> shown;
    private final ProgressBar bar = new ProgressBar();
    private final Span progress = new Span();
    private @Nullable Registration polling;
    private boolean ended;

    /**
     * @param title of the card that keeps the place
     * @param shown makes of the answer what is shown
     */
    public AnswerPanel(String title, Answer<T> answer, SerializableFunction<T, Component> shown) {
        this.answer = answer;
        this.shown = shown;
        addClassName("stack");
        progress.addClassName("caption");
        bar.getElement().setAttribute("aria-label", title);
        Button cancel = new Button(
                getTranslation("common.cancel"), click -> answer.job().cancel());
        add(new Card(title, bar, progress, Skeleton.chart()).actions(cancel));
        refresh();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (!ended) {
            watch(event.getUI(), 1);
            polling = event.getUI().addPollListener(poll -> refresh());
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stop(event.getUI());
        answer.job().cancel();
    }

    /** Shows how the job stands. */
    public void refresh() {
        Job job = answer.job();
        bar.setIndeterminate(job.total() == 0);
        if (job.total() > 0) {
            bar.setValue(Math.min(1, (double) job.done() / job.total()));
            progress.setText(getTranslation("common.answer.progress", job.done(), job.total()));
        }
        if (job.state() != Job.State.RUNNING && !ended) {
            ended = true;
            removeAll();
            add(outcome(job));
            getUI().ifPresent(this::stop);
        }
    }

    private Component outcome(Job job) {
        T value = answer.value();
        if (value != null) {
            return shown.apply(value);
        }
        if (job.state() == Job.State.CANCELLED) {
            return new Banner(Tone.WARN, getTranslation("common.answer.cancelled"));
        }
        return new Banner(
                Tone.BAD,
                job.failure() instanceof Problem problem
                        ? Messages.text(problem)
                        : getTranslation("common.answer.failed"));
    }

    private void stop(UI ui) {
        if (polling != null) {
            polling.remove();
            polling = null;
            watch(ui, -1);
        }
    }

    /** The page is asked as long as one panel waits. */
    private static void watch(UI ui, int more) {
        Object known = ComponentUtil.getData(ui, AnswerPanel.class.getName());
        int waiting = (known instanceof Integer number ? number : 0) + more;
        ComponentUtil.setData(ui, AnswerPanel.class.getName(), waiting);
        ui.setPollInterval(waiting > 0 ? INTERVAL : -1);
    }
}
