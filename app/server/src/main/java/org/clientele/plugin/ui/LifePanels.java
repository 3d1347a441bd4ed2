package org.clientele.plugin.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import org.clientele.common.Job;
import org.clientele.common.ui.Messages;
import org.clientele.plugin.LifeJob;
import org.clientele.plugin.PluginLife;
import org.jspecify.annotations.Nullable;

/** The changes of plugins that the user has begun; looks twice a second how they go on. */
final class LifePanels extends Div {
    private static final int INTERVAL = 500;

    private final List<LifePanel> panels;
    private final transient LifePanel.Actions actions;
    private boolean told;
    private @Nullable Registration polling;

    LifePanels(PluginLife life, LifePanel.Actions actions) {
        this.actions = actions;
        addClassName("stack");
        List<LifeJob> jobs = life.own();
        jobs.stream().filter(LifePanels::isDone).forEach(job -> tell(life, job));
        panels = jobs.stream()
                .filter(job -> !isDone(job))
                .map(job -> new LifePanel(job, life, actions))
                .toList();
        panels.forEach(this::add);
        setVisible(!panels.isEmpty());
    }

    /** A success needs no panel, except where something is left to do. */
    private static boolean isDone(LifeJob job) {
        return job.state() == Job.State.DONE && job.kind() != LifeJob.Kind.EXPORT;
    }

    private void tell(PluginLife life, LifeJob job) {
        Messages.done(
                getTranslation("plugin.life." + job.kind() + ".done", job.name().in(getLocale())));
        life.dismiss(job);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (panels.stream().anyMatch(LifePanel::isRunning)) {
            UI ui = event.getUI();
            ui.setPollInterval(INTERVAL);
            polling = ui.addPollListener(poll -> refresh());
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (polling != null) {
            polling.remove();
            polling = null;
            event.getUI().setPollInterval(-1);
        }
    }

    void refresh() {
        panels.forEach(LifePanel::update);
        if (!told && panels.stream().anyMatch(LifePanel::hasEnded)) {
            told = true;
            actions.show();
        }
    }
}
