package org.clientele.dataimport.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.util.List;
import org.clientele.common.Problem;
import org.clientele.dataimport.Imports;
import org.clientele.dataimport.file.FileFormat;
import org.clientele.dataimport.file.FileInspection;
import org.clientele.dataimport.file.FormatChoices;
import org.clientele.dataimport.file.StoredFile;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Card;
import org.clientele.frontend.Columns;
import org.clientele.frontend.Tone;
import org.jspecify.annotations.Nullable;

/** Takes the file and shows how it is read. */
final class FileStep extends Div {
    private static final int PREVIEW = 12;

    private final ImportView wizard;
    private final Imports imports;
    private final ImportTexts texts;
    private final Upload upload;
    private final Div outcome = new Div();
    private final Div content = new Div();

    FileStep(ImportView wizard, Imports imports, ImportTexts texts, @Nullable ImportDraft draft) {
        this.wizard = wizard;
        this.imports = imports;
        this.texts = texts;
        addClassName("stack");
        outcome.getElement().setAttribute("aria-live", "polite");
        content.addClassName("stack");
        upload = FileParts.upload(this, texts, this::receive, this::refuse);
        Div hint = new Div(texts.text("dataimport.file.hint"));
        hint.addClassName("caption");
        add(new Card(texts.text("dataimport.file.title"), upload, hint, outcome), content);
        if (draft != null) {
            show(draft);
        }
    }

    /** Runs on the request's thread, without the session's lock, for as long as the file takes; whoever left by then wants the file no more. */
    private void receive(UploadEvent event) throws IOException {
        UI ui = event.getUI();
        StoredFile stored = null;
        try {
            stored = imports.upload(wizard.shown(), event.getFileName(), event.getInputStream());
            FileInspection file = imports.inspect(stored, FormatChoices.NONE);
            ui.accessLater(() -> take(file), () -> imports.discard(file.file())).run();
        } catch (Problem problem) {
            if (stored != null) {
                imports.discard(stored);
            }
            ui.accessLater(() -> refuse(texts.text(problem.key(), problem.arguments())), () -> {})
                    .run();
        }
    }

    private void take(FileInspection file) {
        outcome.removeAll();
        upload.clearFileList();
        wizard.begin(new ImportDraft(wizard.shown(), file));
    }

    private void refuse(String message) {
        upload.clearFileList();
        Banner banner = new Banner(Tone.BAD, message);
        banner.getElement().setAttribute("role", "alert");
        outcome.removeAll();
        outcome.add(banner);
    }

    private void show(ImportDraft draft) {
        content.removeAll();
        FileInspection file = draft.file();
        Card preview = new Card(
                        texts.text("dataimport.file.preview"),
                        PreviewTable.of(
                                texts,
                                draft.plan().columns(),
                                file.rows().stream().limit(PREVIEW).toList()))
                .hint(texts.text("dataimport.file.lines", rows(file)));
        Button next = new Button(texts.text("dataimport.next"), click -> wizard.showColumns());
        next.addThemeVariants(ButtonVariant.PRIMARY);
        Card format = new Card(
                texts.text("dataimport.file.format"),
                new FormatFields(texts, draft, chosen -> change(draft, chosen)),
                next);
        format.addClassName("stack");
        if (file.dayFirstUnsure() && draft.plan().preset() == null) {
            content.add(new Banner(
                    Tone.WARN,
                    texts.text(
                            "dataimport.file.unsure",
                            texts.pattern(file.format().dates()))));
        }
        content.add(recognised(draft));
        content.add(new Columns(Columns.Shape.MAIN_SIDE, preview, format).top());
    }

    private List<Component> recognised(ImportDraft draft) {
        String preset = draft.plan().preset();
        return preset == null
                ? List.of()
                : List.of(new Banner(Tone.GOOD, texts.text("dataimport.file.recognised", texts.preset(preset))));
    }

    private void change(ImportDraft draft, FileFormat chosen) {
        try {
            draft.file(wizard.shown(), imports.inspect(draft.file(), chosen));
            outcome.removeAll();
            show(draft);
        } catch (Problem problem) {
            refuse(texts.text(problem.key(), problem.arguments()));
        }
    }

    private static long rows(FileInspection file) {
        long header = file.format().header() ? 1 : 0;
        return Math.max(0, file.lines() - header);
    }
}
