package org.clientele.dataimport.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.Optional;
import org.clientele.common.Announcements;
import org.clientele.common.Job;
import org.clientele.common.ui.JobProgress;
import org.clientele.dataimport.ImportRun;
import org.clientele.dataimport.ImportState;
import org.clientele.dataimport.Imports;
import org.clientele.dataimport.ImportsChanged;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Card;
import org.clientele.frontend.Icon;
import org.clientele.frontend.Tone;
import org.jspecify.annotations.Nullable;

/** An import on its way, then what became of it. The import does not need the screen: it can be left and opened again. */
final class RunStep extends Div {
    private final ImportView wizard;
    private final Imports imports;
    private final ImportTexts texts;
    private final Announcements announcements;
    private final long id;
    private Announcements.@Nullable Subscription subscription;

    RunStep(ImportView wizard, Imports imports, ImportTexts texts, Announcements announcements, long id) {
        this.wizard = wizard;
        this.imports = imports;
        this.texts = texts;
        this.announcements = announcements;
        this.id = id;
        addClassName("stack");
        getElement().setAttribute("aria-live", "polite");
        refresh();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        subscription = announcements.listen(ImportsChanged.class, change -> ui.access(this::refresh));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
    }

    void refresh() {
        removeAll();
        Optional<ImportRun> found = imports.find(wizard.shown(), id);
        if (found.isEmpty()) {
            add(new Card(new Banner(Tone.BAD, texts.text("dataimport.problem.unknown", id))));
            return;
        }
        ImportRun run = found.get();
        wizard.describe(run);
        boolean busy = run.state() == ImportState.RUNNING || run.state() == ImportState.UNDOING;
        add(busy ? running(run) : ended(run));
    }

    private Card running(ImportRun run) {
        Card card = new Card(texts.text("dataimport.state." + run.state()));
        card.addClassName("stack");
        Optional<Job> job = imports.progress(id);
        if (job.isPresent()) {
            Button cancel = new Button(texts.text("dataimport.run.cancel"), click -> cancel(click.getSource()));
            card.add(new JobProgress(job.get(), texts, this::refresh), text("dataimport.run.leave"), cancel);
        } else {
            ProgressBar bar = new ProgressBar();
            bar.setIndeterminate(true);
            bar.getElement().setAttribute("aria-label", texts.text("common.progress"));
            card.add(bar);
        }
        return card;
    }

    private void cancel(Button button) {
        imports.cancel(wizard.shown(), id);
        button.setEnabled(false);
        button.setText(texts.text("dataimport.run.cancelling"));
    }

    private Card ended(ImportRun run) {
        Card card = new Card(outcome(run));
        card.addClassName("stack");
        if (run.state() == ImportState.DONE) {
            card.add(new SummaryFigures(texts, run.counts()));
            if (texts.kind(run.target()).isAboutCustomers()) {
                card.add(text(
                        "dataimport.run.customers",
                        run.counts().customersCreated(),
                        run.counts().customersChanged()));
            }
            run.unknown().forEach(unknown -> card.add(new Banner(Tone.ACCENT, texts.notice(unknown))));
        }
        if (run.rejectedFile() != null && run.state() == ImportState.DONE) {
            card.add(
                    text("dataimport.rejected.text", run.counts().rejected()),
                    RejectedDownload.create(
                            texts,
                            run.fileName(),
                            run.counts().rejected(),
                            gzip -> imports.rejected(wizard.shown(), id, gzip)));
        }
        card.add(actions(run));
        return card;
    }

    private Banner outcome(ImportRun run) {
        ImportRun.Failure failure = run.failure();
        if (failure != null) {
            return new Banner(Tone.BAD, texts.failure(failure) + " " + texts.text("dataimport.run.nothing"));
        }
        String tone = run.state() == ImportState.DONE ? Tone.GOOD : Tone.MUTED;
        return new Banner(tone, texts.text("dataimport.run." + run.state()));
    }

    private Div actions(ImportRun run) {
        Div actions = new Div();
        actions.addClassName("row");
        String key = wizard.shown().key();
        if (run.state() == ImportState.DONE) {
            actions.add(link("v/" + key + "/customers", "dataimport.run.see"));
        }
        if (run.isUndoable()) {
            actions.add(new Button(
                    texts.text("dataimport.undo"),
                    Icon.UNDO_2.create(),
                    click -> UndoDialog.open(imports, wizard.shown(), texts, run)));
        }
        Button another = new Button(texts.text("dataimport.run.another"), click -> wizard.restart());
        actions.add(another, link(DataNavigation.data(key), "dataimport.run.history"));
        return actions;
    }

    private Anchor link(String href, String key) {
        Anchor link = new Anchor(href, texts.text(key));
        link.getElement().setAttribute("router-link", true);
        link.addClassName("card-link");
        return link;
    }

    private Div text(String key, Object... arguments) {
        Div paragraph = new Div(texts.text(key, arguments));
        paragraph.addClassName("muted");
        return paragraph;
    }
}
