package org.clientele.dataimport.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.Job;
import org.clientele.common.Problem;
import org.clientele.common.ui.JobProgress;
import org.clientele.common.ui.Messages;
import org.clientele.common.ui.Translations;
import org.clientele.dataimport.ImportRun;
import org.clientele.dataimport.ImportState;
import org.clientele.dataimport.Imports;
import org.clientele.dataimport.ImportsChanged;
import org.clientele.dataimport.SampleImports;
import org.clientele.frontend.Card;
import org.clientele.frontend.Columns;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.Icon;
import org.clientele.frontend.PageHeader;
import org.clientele.frontend.Tag;
import org.clientele.frontend.Tone;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalSettingsService;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.VerticalsChanged;
import org.clientele.plugin.ui.SettingPanel;
import org.clientele.plugin.ui.VerticalPage;
import org.clientele.reference.ui.ReferencesNavigation;
import org.jspecify.annotations.Nullable;

/** Where a vertical's data comes from: its imports, the day everything is computed as of, and what else is set for all of it. */
@Route("v/:vertical/data")
@RolesAllowed("IMPORT_DATA")
class DataView extends VerticalPage {
    private final Imports imports;
    private final SampleImports samples;
    private final VerticalSettingsService settings;
    private final List<SettingPanel> panels;
    private final Translations translations;
    private final Clock clock;
    private final Div history = new Div();
    private @Nullable PageHeader header;

    DataView(
            Verticals verticals,
            Rights rights,
            Announcements announcements,
            Imports imports,
            SampleImports samples,
            VerticalSettingsService settings,
            List<SettingPanel> panels,
            Translations translations,
            Clock clock) {
        super(verticals, rights, announcements);
        this.imports = imports;
        this.samples = samples;
        this.settings = settings;
        this.panels = List.copyOf(panels);
        this.translations = translations;
        this.clock = clock;
        history.addClassName("list");
        history.getElement().setAttribute("aria-live", "polite");
        hear(ImportsChanged.class, change -> refresh());
        hear(VerticalsChanged.class, change -> showCurrency(verticals));
    }

    @Override
    protected Permission permission() {
        return Permission.IMPORT_DATA;
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        Button start = new Button(getTranslation("dataimport.data.import"), Icon.UPLOAD.create());
        start.addThemeVariants(ButtonVariant.PRIMARY);
        start.addClickListener(click -> UI.getCurrent().navigate(DataNavigation.newImport(vertical.key())));
        header = new PageHeader(getTranslation("dataimport.data.title"), subtitle(vertical)).primary(start);
        if (!vertical.definition().references().isEmpty()) {
            header.actions(new Button(
                    getTranslation("dataimport.data.references"), Icon.LIST.create(), click -> UI.getCurrent()
                            .navigate(ReferencesNavigation.to(vertical.key()))));
        }
        add(header);
        Card imported = new Card(getTranslation("dataimport.data.history"), history);
        if (rights().may(Permission.MANAGE_PLUGINS, vertical.key())) {
            List<Component> set = new ArrayList<>(List.of(new AsOfCard(settings, vertical)));
            panels.forEach(panel -> panel.create(vertical).ifPresent(set::add));
            add(new Columns(Columns.Shape.MAIN_SIDE, imported, Columns.stack(set.toArray(Component[]::new))).top());
        } else {
            add(imported);
        }
        refresh();
    }

    @Override
    protected String title() {
        return getTranslation("dataimport.data.title");
    }

    private String subtitle(Vertical vertical) {
        return getTranslation("dataimport.data.subtitle", vertical.name(getLocale()), vertical.currency());
    }

    /** An import or its undoing may change the currency while the page is open. */
    private void showCurrency(Verticals verticals) {
        PageHeader shown = header;
        if (shown != null) {
            verticals.find(vertical().key()).ifPresent(now -> shown.setSubtitle(subtitle(now)));
        }
    }

    private void refresh() {
        if (history.getParent().isEmpty()) {
            return;
        }
        history.removeAll();
        List<ImportRun> runs = imports.history(vertical());
        boolean offered = samples.isOffered(vertical());
        if (runs.isEmpty() || offered) {
            history.add(empty(offered));
        }
        ImportTexts texts = new ImportTexts(translations, getLocale(), vertical());
        runs.forEach(run -> history.add(item(texts, run)));
    }

    private EmptyState empty(boolean offered) {
        String text = offered ? "dataimport.data.try.text" : "dataimport.data.empty.text";
        List<Component> actions = offered ? List.of(sampleButton()) : List.of();
        return new EmptyState(
                Icon.DATABASE,
                getTranslation(offered ? "dataimport.data.try.title" : "dataimport.data.empty"),
                getTranslation(text, vertical().name(getLocale())),
                actions.toArray(Component[]::new));
    }

    private Button sampleButton() {
        Button fill =
                new Button(getTranslation("dataimport.data.try"), Icon.SPARKLES.create(), click -> fillWithSample());
        fill.setDisableOnClick(true);
        return fill;
    }

    private void fillWithSample() {
        try {
            samples.start(vertical(), getLocale());
        } catch (Problem problem) {
            Messages.problem(problem);
            refresh();
        }
    }

    private Div item(ImportTexts texts, ImportRun run) {
        Anchor file = new Anchor(DataNavigation.run(vertical().key(), run.id()), texts.name(run));
        file.getElement().setAttribute("router-link", true);
        file.addClassName("list-item-title");
        String target = run.fileName().isEmpty() ? "" : texts.target(run.target()) + " · ";
        Span kind =
                new Span(target + run.startedBy() + " · " + texts.formats().dateTime(run.startedAt(), clock.getZone()));
        kind.addClassName("list-item-detail");
        Div title = new Div(file, state(texts, run));
        title.addClassName("row");
        Div body = new Div(title, new Div(kind), detail(texts, run));
        body.addClassName("list-item-body");
        Div item = new Div(body, actions(texts, run));
        item.addClassName("list-item");
        return item;
    }

    private Component detail(ImportTexts texts, ImportRun run) {
        Optional<Job> job = imports.progress(run.id());
        if (job.isPresent()) {
            return new JobProgress(job.get(), texts, this::refresh);
        }
        Span detail = new Span(detailText(texts, run));
        detail.addClassName("list-item-detail");
        return new Div(detail);
    }

    private static String detailText(ImportTexts texts, ImportRun run) {
        ImportRun.Failure failure = run.failure();
        if (failure != null) {
            return texts.failure(failure);
        }
        ImportRun.Counts counts = run.counts();
        return switch (run.state()) {
            case DONE, UNDONE, UNDOING ->
                texts.text(
                        "dataimport.data.counts",
                        counts.fresh(),
                        counts.changed(),
                        counts.unchanged(),
                        counts.rejected(),
                        counts.customersCreated());
            case RUNNING, CANCELLED, FAILED -> "";
        };
    }

    private static Tag state(ImportTexts texts, ImportRun run) {
        String tone =
                switch (run.state()) {
                    case DONE -> Tone.GOOD;
                    case FAILED -> Tone.BAD;
                    case RUNNING, UNDOING -> Tone.ACCENT;
                    case CANCELLED, UNDONE -> Tone.MUTED;
                };
        return new Tag(texts.text("dataimport.state." + run.state()), tone);
    }

    private Div actions(ImportTexts texts, ImportRun run) {
        Div actions = new Div();
        actions.addClassName("row");
        if (run.state() == ImportState.DONE && run.rejectedFile() != null) {
            actions.add(RejectedDownload.create(
                    texts,
                    run.fileName(),
                    run.counts().rejected(),
                    gzip -> imports.rejected(vertical(), run.id(), gzip)));
        }
        if (run.isUndoable()) {
            Button undo = new Button(
                    texts.text("dataimport.undo"),
                    Icon.UNDO_2.create(),
                    click -> UndoDialog.open(imports, vertical(), texts, run));
            undo.setAriaLabel(texts.text("dataimport.undo.of", texts.name(run)));
            actions.add(undo);
        }
        if (imports.progress(run.id()).isPresent()) {
            actions.add(new Button(texts.text("dataimport.run.cancel"), click -> imports.cancel(vertical(), run.id())));
        }
        return actions;
    }
}
