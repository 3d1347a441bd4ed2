package org.clientele.dataimport.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.clientele.common.ui.JobProgress;
import org.clientele.common.ui.Translations;
import org.clientele.common.ui.UploadTexts;
import org.clientele.dataimport.ImportSummary;
import org.clientele.dataimport.Imports;
import org.clientele.dataimport.file.StoredFile;
import org.clientele.frontend.Icon;
import org.clientele.plugin.Vertical;

/** The parts of the import wizard for features that take files of their own: they are chosen, judged and told of alike. */
public final class FileParts {
    private final ImportTexts texts;

    public FileParts(Locale locale, Vertical vertical) {
        this.texts = new ImportTexts(new Translations(), locale, vertical);
    }

    /** Told why a file is not taken. */
    @FunctionalInterface
    public interface Refusal {
        void refuse(String message);
    }

    /** Chooses one file. */
    public Upload upload(Component owner, UploadHandler receive, Refusal refusal) {
        return upload(owner, texts, receive, refusal);
    }

    static Upload upload(Component owner, ImportTexts texts, UploadHandler receive, Refusal refusal) {
        Upload upload = new Upload(receive);
        upload.setMaxFiles(1);
        upload.setMaxFileSize((int) StoredFile.LARGEST);
        upload.setUploadButton(new Button(texts.text("dataimport.file.choose"), Icon.UPLOAD.create()));
        upload.setDropLabel(new Span(texts.text("dataimport.file.drop")));
        upload.setWidthFull();
        long megabytes = StoredFile.LARGEST / (1024 * 1024);
        UploadI18N.Error refusals = new UploadI18N.Error()
                .setTooManyFiles(texts.text("dataimport.file.one"))
                .setFileIsTooBig(texts.text("dataimport.problem.too-large", megabytes))
                .setIncorrectFileType(texts.text("dataimport.problem.binary"));
        upload.setI18n(UploadTexts.of(owner, refusals));
        upload.addFileRejectedListener(rejected -> refusal.refuse(rejected.getErrorMessage()));
        return upload;
    }

    /** What becomes of the rows. */
    public Component report(List<String> columns, String fileName, ImportSummary summary, Path rejected) {
        return new RowReport(texts, columns, fileName, summary, gzip -> Imports.open(rejected, gzip));
    }

    /** How a job over rows goes on. */
    public JobProgress.Words words() {
        return texts;
    }

    /** How a rejected row is described. */
    public Imports.Wording wording() {
        return texts.wording();
    }

    /** A column's name. */
    public String column(String name) {
        return texts.column(name);
    }
}
