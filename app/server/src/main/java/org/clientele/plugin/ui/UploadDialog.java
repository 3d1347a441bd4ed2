package org.clientele.plugin.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.util.function.Consumer;
import org.clientele.common.Problem;
import org.clientele.common.ui.UploadTexts;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Icon;
import org.clientele.frontend.Tone;
import org.clientele.plugin.Inspection;
import org.clientele.plugin.PluginInstaller;

/** Takes a plugin's jar to be judged; says in the dialog why one was refused, so that the next attempt is at hand. */
final class UploadDialog extends Dialog {
    private static final int MAX_BYTES = 20 << 20;

    private final transient PluginInstaller installer;
    private final transient Consumer<Inspection> judged;
    private final Div outcome = new Div();
    private final Upload upload = new Upload(this::receive);

    UploadDialog(PluginInstaller installer, Consumer<Inspection> judged) {
        this.installer = installer;
        this.judged = judged;
        setHeaderTitle(getTranslation("plugin.upload.title"));
        setWidth("640px");
        setMaxWidth("100%");
        Paragraph text = new Paragraph(getTranslation("plugin.upload.text"));
        text.addClassNames("text", "muted");
        Div body = new Div(text);
        body.addClassName("stack");
        configureUpload();
        outcome.getElement().setAttribute("aria-live", "polite");
        body.add(upload, outcome);
        add(body);
        getFooter().add(new Button(getTranslation("common.close"), click -> close()));
    }

    private void configureUpload() {
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MAX_BYTES);
        upload.setAcceptedFileExtensions(".jar");
        upload.setUploadButton(new Button(getTranslation("plugin.upload.choose"), Icon.UPLOAD.create()));
        upload.setDropLabel(new Span(getTranslation("plugin.upload.drop")));
        upload.setWidthFull();
        UploadI18N.Error refusals = new UploadI18N.Error()
                .setTooManyFiles(getTranslation("plugin.upload.one"))
                .setFileIsTooBig(getTranslation("plugin.upload.too-big"))
                .setIncorrectFileType(getTranslation("plugin.upload.not-jar"));
        upload.setI18n(UploadTexts.of(this, refusals));
        upload.addFileRejectedListener(rejected -> show(new Banner(Tone.BAD, rejected.getErrorMessage())));
    }

    /** Runs on the request's thread, without the session's lock, for as long as the file takes. */
    private void receive(UploadEvent event) throws IOException {
        UI ui = event.getUI();
        try {
            Inspection inspection = installer.inspect(event.getInputStream());
            ui.access(() -> succeed(inspection));
        } catch (Problem problem) {
            ui.access(() -> show(new ProblemPanel(problem)));
        } catch (RuntimeException failure) {
            ui.access(() -> {
                upload.clearFileList();
                throw failure;
            });
        }
    }

    private void succeed(Inspection inspection) {
        if (!isOpened()) {
            installer.discard(inspection.token());
            return;
        }
        close();
        judged.accept(inspection);
    }

    private void show(Component answer) {
        upload.clearFileList();
        outcome.removeAll();
        outcome.add(answer);
    }
}
