package org.clientele.plugin.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.clientele.common.Job;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Card;
import org.clientele.frontend.Icon;
import org.clientele.frontend.Tone;
import org.clientele.plugin.ExportedData;
import org.clientele.plugin.LifeJob;
import org.clientele.plugin.Milestone;
import org.clientele.plugin.PluginLife;

/** How a change of a plugin goes on, and what came of it. */
final class LifePanel extends Card {
    private static final Set<Milestone> UNMEASURED = EnumSet.of(Milestone.BEGINNING, Milestone.WAITING);

    private final transient LifeJob job;
    private final transient PluginLife life;
    private final transient Actions actions;
    private final ProgressBar bar = new ProgressBar();
    private final Span step = new Span();
    private final Button cancel = new Button();
    private final Div content = new Div();
    private boolean shownRunning;

    /** What the page does for a panel. */
    interface Actions {
        /** The job has ended, or nobody wants to see it any more. */
        void show();

        /** Asks whether the exported data is to be deleted. */
        void deleteExported(LifeJob job);
    }

    LifePanel(LifeJob job, PluginLife life, Actions actions) {
        super("");
        this.job = job;
        this.life = life;
        this.actions = actions;
        setTitle(getTranslation("plugin.life." + job.kind(), name()));
        content.addClassName("stack");
        content.getElement().setAttribute("aria-live", "polite");
        add(content);
        if (isRunning()) {
            showRunning();
        } else {
            showEnded();
        }
    }

    boolean isRunning() {
        return job.state() == Job.State.RUNNING;
    }

    /** Whether it has ended since it was shown. */
    boolean hasEnded() {
        return shownRunning && !isRunning();
    }

    private void showRunning() {
        shownRunning = true;
        step.addClassName("caption");
        step.addClassName("grow");
        bar.getElement().setAttribute("aria-label", getTranslation("plugin.life." + job.kind(), name()));
        cancel.setText(getTranslation("common.cancel"));
        cancel.setAriaLabel(getTranslation("plugin.life.cancel", name()));
        cancel.addClickListener(click -> {
            cancel.setEnabled(false);
            job.job().ifPresent(Job::cancel);
        });
        Div row = new Div(step, cancel);
        row.addClassName("row");
        content.add(bar, row);
        update();
    }

    void update() {
        if (!shownRunning) {
            return;
        }
        long total = job.job().map(Job::total).orElse(0L);
        bar.setIndeterminate(total == 0 || UNMEASURED.contains(job.milestone()));
        if (!bar.isIndeterminate()) {
            bar.setValue(Math.min(1.0, (double) job.job().orElseThrow().done() / total));
        }
        step.setText(getTranslation("plugin.milestone." + job.milestone()));
        cancel.setVisible(job.canBeCancelled());
    }

    private void showEnded() {
        switch (job.state()) {
            case DONE ->
                content.add(new Banner(Tone.GOOD, getTranslation("plugin.life." + job.kind() + ".done", name())));
            case CANCELLED -> content.add(new Banner(Tone.ACCENT, getTranslation("plugin.life.cancelled", name())));
            default -> content.add(new ProblemPanel(Look.problem(failure())));
        }
        Div row = new Div();
        row.addClassName("row");
        job.exported().ifPresent(made -> offer(made, row));
        row.add(new Button(getTranslation("plugin.life.dismiss"), click -> {
            life.dismiss(job);
            actions.show();
        }));
        content.add(row);
    }

    private void offer(ExportedData made, Div row) {
        Button delete = new Button(getTranslation("plugin.export.delete"), click -> actions.deleteExported(job));
        delete.addThemeVariants(ButtonVariant.ERROR);
        delete.setEnabled(false);
        delete.setTooltipText(getTranslation("plugin.export.delete.first"));
        DownloadHandler handler = event -> {
            send(made, event);
            event.getUI().access(() -> delete.setEnabled(true));
        };
        Button download = new Button(getTranslation("plugin.export.download"), Icon.DOWNLOAD.create());
        download.addThemeVariants(ButtonVariant.PRIMARY);
        Anchor link = new Anchor(handler, "");
        link.setId("export-" + job.pluginId());
        link.getElement().setAttribute("download", true);
        link.add(download);
        row.add(link, delete);
    }

    private static void send(ExportedData made, DownloadEvent event) throws IOException {
        event.setFileName(made.fileName());
        event.setContentType("application/zip");
        event.setContentLength(Files.size(made.file()));
        try (OutputStream out = event.getOutputStream()) {
            Files.copy(made.file(), out);
        }
    }

    private RuntimeException failure() {
        return Objects.requireNonNull(job.job().orElseThrow().failure());
    }

    private String name() {
        return job.name().in(getLocale());
    }
}
