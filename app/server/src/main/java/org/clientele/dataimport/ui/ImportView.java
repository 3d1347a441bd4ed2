package org.clientele.dataimport.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.Problem;
import org.clientele.common.ui.Messages;
import org.clientele.common.ui.Translations;
import org.clientele.dataimport.ImportRun;
import org.clientele.dataimport.Imports;
import org.clientele.frontend.PageHeader;
import org.clientele.frontend.Stepper;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.jspecify.annotations.Nullable;

/** Imports a file in four steps: file, columns, check, import. */
@Route("v/:vertical/data/import")
@RolesAllowed("IMPORT_DATA")
class ImportView extends VerticalPage {
    private static final List<String> STEPS = List.of("file", "columns", "check", "import");

    private final Imports imports;
    private final Translations translations;
    private final PageHeader header = new PageHeader("");
    private final Stepper stepper = new Stepper(STEPS.stream()
            .map(step -> getTranslation("dataimport.step." + step))
            .toList());
    private final Div body = new Div();
    private @Nullable ImportDraft draft;

    ImportView(
            Verticals verticals,
            Rights rights,
            Announcements announcements,
            Imports imports,
            Translations translations) {
        super(verticals, rights, announcements);
        this.imports = imports;
        this.translations = translations;
        header.actions(stepper);
    }

    @Override
    protected Permission permission() {
        return Permission.IMPORT_DATA;
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        add(header, body);
        Optional<Long> run = event.getLocation().getQueryParameters().getSingleParameter("run").stream()
                .flatMap(ImportView::number)
                .findFirst();
        run.ifPresentOrElse(this::showRun, this::showFile);
    }

    @Override
    protected String title() {
        return getTranslation("dataimport.wizard.title");
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        forget();
    }

    /** The vertical as it is now: its currency may change with an import. */
    Vertical shown() {
        return vertical();
    }

    /** Goes on with a file just uploaded. */
    void begin(ImportDraft begun) {
        forget();
        draft = begun;
        showFile();
    }

    void showFile() {
        ImportDraft current = draft;
        describe();
        show(0, new FileStep(this, imports, texts(), current));
    }

    void showColumns() {
        ImportDraft current = draft;
        if (current != null) {
            describe();
            show(1, new ColumnsStep(this, imports, texts(), current));
        }
    }

    void showCheck() {
        ImportDraft current = draft;
        if (current != null) {
            describe();
            show(2, new CheckStep(this, imports, texts(), current));
        }
    }

    /** Imports what was checked. */
    void start() {
        ImportDraft current = draft;
        if (current == null) {
            return;
        }
        try {
            long id = imports.start(shown(), current.file(), current.plan(), texts().wording());
            draft = null;
            getUI().ifPresent(
                            ui -> ui.getPage().getHistory().replaceState(null, DataNavigation.run(shown().key(), id)));
            showRun(id);
        } catch (Problem problem) {
            Messages.problem(problem);
            showCheck();
        }
    }

    /** Begins with another file. */
    void restart() {
        forget();
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, DataNavigation.newImport(shown().key())));
        showFile();
    }

    void describe(ImportRun run) {
        header.setTitle(texts().text("dataimport.wizard.of", texts().target(run.target())));
        header.setSubtitle(texts().name(run));
    }

    private void showRun(long id) {
        show(STEPS.size() - 1, new RunStep(this, imports, texts(), announcements(), id));
    }

    private void show(int step, Component content) {
        stepper.setCurrent(step);
        body.removeAll();
        body.add(content);
    }

    private void describe() {
        ImportTexts texts = texts();
        ImportDraft current = draft;
        if (current == null) {
            header.setTitle(texts.text("dataimport.wizard.title"));
            header.setSubtitle(texts.text("dataimport.wizard.subtitle", shown().name(getLocale())));
            return;
        }
        header.setTitle(
                texts.text("dataimport.wizard.of", texts.target(current.plan().target())));
        String preset = current.plan().preset();
        String known = preset == null ? "" : " · " + texts.text("dataimport.wizard.preset", texts.preset(preset));
        header.setSubtitle(current.file().file().name() + known);
    }

    private ImportTexts texts() {
        return new ImportTexts(translations, getLocale(), shown());
    }

    private void forget() {
        if (draft != null) {
            imports.discard(draft.file().file());
            draft = null;
        }
    }

    private static Stream<Long> number(String text) {
        return text.matches("[0-9]{1,18}") ? Stream.of(Long.valueOf(text)) : Stream.empty();
    }
}
