package org.clientele.cases.ui;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.util.MeasureUnit;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.clientele.cases.AttachmentFolder;
import org.clientele.cases.CaseAttachment;
import org.clientele.common.Problem;
import org.clientele.common.ui.ActDialog;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Card;
import org.clientele.frontend.Icon;
import org.clientele.frontend.Tone;

/** The files of a case: to be kept on one's own machine, added, taken away. */
final class FilesCard extends Card {
    private static final int MEGABYTE = 1024 * 1024;

    private final CaseServices services;
    private final CaseWords words;
    private final String verticalKey;
    private final int number;
    private final Div list = new Div();
    private final Div outcome = new Div();
    private List<CaseAttachment> shown = List.of();

    FilesCard(CaseServices services, CaseWords words, String verticalKey, int number) {
        super(words.text("cases.files"));
        this.services = services;
        this.words = words;
        this.verticalKey = verticalKey;
        this.number = number;
        list.addClassName("list");
        outcome.getElement().setAttribute("aria-live", "polite");
        add(list, outcome);
        if (services.mayWork(verticalKey)) {
            add(upload());
        }
        refresh();
    }

    void refresh() {
        List<CaseAttachment> now = services.files().of(verticalKey, number);
        if (!now.equals(shown)) {
            shown = now;
            list.removeAll();
            now.forEach(file -> list.add(item(file)));
        }
    }

    private Upload upload() {
        Upload upload = new Upload(this::receive);
        upload.setMaxFileSize(AttachmentFolder.LARGEST);
        upload.setUploadButton(new Button(words.text("cases.files.add"), Icon.UPLOAD.create()));
        upload.setDropLabel(new Span(words.text("cases.files.hint", AttachmentFolder.LARGEST / MEGABYTE)));
        upload.setWidthFull();
        UploadI18N i18n = new UploadI18N();
        i18n.setError(new UploadI18N.Error()
                .setFileIsTooBig(words.text("cases.problem.file-large", AttachmentFolder.LARGEST / MEGABYTE)));
        upload.setI18n(i18n);
        upload.addFileRejectedListener(rejected -> refuse(rejected.getErrorMessage()));
        upload.addAllFinishedListener(finished -> upload.clearFileList());
        return upload;
    }

    /** Runs on the request's thread, without the session's lock, for as long as the file takes. */
    private void receive(UploadEvent event) throws IOException {
        UI ui = event.getUI();
        try (InputStream content = event.getInputStream()) {
            services.files().add(verticalKey, number, event.getFileName(), content);
            ui.access(outcome::removeAll);
        } catch (Problem problem) {
            ui.access(() -> refuse(words.text(problem.key(), problem.arguments())));
        }
    }

    private void refuse(String message) {
        outcome.removeAll();
        outcome.add(new Banner(Tone.BAD, message));
    }

    private Div item(CaseAttachment file) {
        Anchor link = new Anchor((DownloadHandler) event -> write(event, file), file.name());
        link.addClassName("list-item-title");
        Span detail = new Span(
                words.text("cases.files.detail", size(file.size()), file.addedBy(), words.time(file.addedAt())));
        detail.addClassName("list-item-detail");
        Div body = new Div(link, detail);
        body.addClassName("list-item-body");
        Div item = new Div(body);
        item.addClassName("list-item");
        if (services.mayWork(verticalKey)) {
            Button remove = new Button(Icon.TRASH_2.create(), click -> confirm(file));
            remove.addThemeVariants(ButtonVariant.TERTIARY);
            remove.setAriaLabel(words.text("cases.files.remove", file.name()));
            item.add(remove);
        }
        return item;
    }

    private void confirm(CaseAttachment file) {
        new ActDialog(
                        words.text("cases.files.remove", file.name()),
                        words.text("cases.files.remove.do"),
                        () -> services.files().remove(verticalKey, number, file.id()),
                        new Div(words.text("cases.files.remove.text")))
                .open();
    }

    private void write(DownloadEvent event, CaseAttachment file) throws IOException {
        event.setFileName(file.name());
        event.setContentType(file.kind().contentType());
        event.setContentLength(file.size());
        try (InputStream content = services.files().read(verticalKey, number, file.id())) {
            content.transferTo(event.getOutputStream());
        }
    }

    private String size(long bytes) {
        boolean large = bytes >= MEGABYTE;
        double figure = large ? (double) bytes / MEGABYTE : Math.max(1, Math.round(bytes / 1024.0));
        return NumberFormatter.withLocale(words.formats().locale())
                .unit(large ? MeasureUnit.MEGABYTE : MeasureUnit.KILOBYTE)
                .precision(Precision.maxFraction(1))
                .format(figure)
                .toString();
    }
}
