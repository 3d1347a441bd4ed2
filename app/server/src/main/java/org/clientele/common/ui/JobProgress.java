package org.clientele.common.ui;

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

/** How a job goes on: a bar, what is done of how much. Looks twice a second while it is on the screen, and says when the job has ended. */
public final class JobProgress extends Div {
    private static final int INTERVAL = 500;

    private final transient Job job;
    private final transient Words words;
    private final transient Runnable ended;
    private final ProgressBar bar = new ProgressBar();
    private final Span text = new Span();
    private @Nullable Registration polling;
    private boolean told;

    /** How the work is counted, in the reader's language. */
    public interface Words {
        /** While it is not known yet how much there is to do. */
        String begins();

        String progress(long done, long total, long perSecond);
    }

    /** @param ended called once, when the job has ended */
    public JobProgress(Job job, Words words, Runnable ended) {
        this.job = job;
        this.words = words;
        this.ended = ended;
        addClassName("stack");
        text.addClassName("caption");
        bar.getElement().setAttribute("aria-label", getTranslation("common.progress"));
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

    public Job job() {
        return job;
    }

    public void refresh() {
        show();
        if (job.state() != Job.State.RUNNING && !told) {
            told = true;
            ended.run();
        }
    }

    private void show() {
        bar.setIndeterminate(job.total() == 0);
        if (job.total() == 0) {
            text.setText(words.begins());
            return;
        }
        bar.setValue(Math.min(1, (double) job.done() / job.total()));
        long millis =
                Math.max(1, Duration.between(job.startedAt(), Instant.now()).toMillis());
        text.setText(words.progress(job.done(), job.total(), job.done() * 1000 / millis));
    }
}
