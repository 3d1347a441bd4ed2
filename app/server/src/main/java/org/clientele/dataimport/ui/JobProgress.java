package org.clientele.dataimport.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import java.time.Duration;
import java.time.Instant;
import org.clientele.common.Job;
import org.jspecify.annotations.Nullable;

/** How a job goes on: a bar, rows, rows per second. Looks twice a second while it is on the screen, and says when the job has ended. */
final class JobProgress extends Div {
    private static final int INTERVAL = 500;

    private final Job job;
    private final ImportTexts texts;
    private final Runnable ended;
    private final ProgressBar bar = new ProgressBar();
    private final Span text = new Span();
    private @Nullable Registration polling;
    private boolean told;

    JobProgress(Job job, ImportTexts texts, Runnable ended) {
        this.job = job;
        this.texts = texts;
        this.ended = ended;
        addClassName("stack");
        text.addClassName("caption");
        bar.getElement().setAttribute("aria-label", texts.text("dataimport.progress"));
        add(bar, text);
        show();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().setPollInterval(INTERVAL);
        polling = event.getUI().addPollListener(poll -> refresh());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (polling != null) {
            polling.remove();
            polling = null;
        }
        event.getUI().setPollInterval(-1);
    }

    Job job() {
        return job;
    }

    void refresh() {
        show();
        if (job.state() != Job.State.RUNNING && !told) {
            told = true;
            ended.run();
        }
    }

    private void show() {
        bar.setIndeterminate(job.total() == 0);
        if (job.total() == 0) {
            text.setText(texts.text("dataimport.progress.begins"));
            return;
        }
        bar.setValue(Math.min(1, (double) job.done() / job.total()));
        long millis =
                Math.max(1, Duration.between(job.startedAt(), Instant.now()).toMillis());
        text.setText(texts.text(
                "dataimport.progress.rows",
                texts.number(job.done()),
                texts.number(job.total()),
                texts.number(job.done() * 1000 / millis)));
    }
}
