package org.clientele.plugin.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.time.Clock;
import org.clientele.common.Problem;
import org.clientele.common.ui.Messages;
import org.clientele.common.ui.UploadTexts;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Icon;
import org.clientele.frontend.Tone;
import org.clientele.plugin.SignerCertificate;
import org.clientele.plugin.TrustedSigners;

/** Takes a certificate, shows whose it is, and trusts it only when somebody has compared the fingerprint. */
final class AddSignerDialog extends Dialog {
    /** Far more than any certificate needs. */
    private static final int MAX_BYTES = 64 << 10;

    private final transient TrustedSigners signers;
    private final transient Clock clock;
    private final transient Runnable added;
    private final Div body = new Div();
    private final Div ask = new Div();
    private final Div outcome = new Div();
    private final Upload upload = new Upload(this::receive);
    private final Button confirm = new Button();
    private byte[] file = {};

    AddSignerDialog(TrustedSigners signers, Clock clock, Runnable added) {
        this.signers = signers;
        this.clock = clock;
        this.added = added;
        setHeaderTitle(getTranslation("plugin.trust.add.title"));
        setWidth("560px");
        setMaxWidth("100%");
        configureUpload();
        ask.add(text("plugin.trust.add.text"), upload);
        ask.addClassName("stack");
        outcome.addClassName("stack");
        outcome.getElement().setAttribute("aria-live", "polite");
        body.addClassName("stack");
        body.add(ask, outcome);
        add(body);
        confirm.setText(getTranslation("plugin.trust.add.confirm"));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setVisible(false);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(click -> trust());
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), confirm);
    }

    private void configureUpload() {
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MAX_BYTES);
        upload.setUploadButton(new Button(getTranslation("plugin.upload.choose"), Icon.UPLOAD.create()));
        upload.setDropLabel(new Span(getTranslation("plugin.trust.add.drop")));
        upload.setWidthFull();
        UploadI18N.Error refusals = new UploadI18N.Error()
                .setTooManyFiles(getTranslation("plugin.upload.one"))
                .setFileIsTooBig(getTranslation("plugin.trust.add.too-big"));
        upload.setI18n(UploadTexts.of(this, refusals));
        upload.addFileRejectedListener(rejected -> show(new Banner(Tone.BAD, rejected.getErrorMessage())));
    }

    private void receive(UploadEvent event) throws IOException {
        UI ui = event.getUI();
        byte[] bytes = event.getInputStream().readNBytes(MAX_BYTES);
        try {
            SignerCertificate certificate = signers.read(bytes);
            ui.access(() -> offer(certificate, bytes));
        } catch (Problem problem) {
            ui.access(() -> show(new ProblemPanel(problem)));
        }
    }

    private void offer(SignerCertificate certificate, byte[] bytes) {
        file = bytes;
        Div shown = new Div(new SignerFacts(certificate), text("plugin.trust.add.compare"));
        shown.addClassName("stack");
        if (certificate.authority()) {
            shown.add(new Banner(Tone.WARN, getTranslation("plugin.trust.add.authority")));
        }
        if (certificate.validFrom().isAfter(clock.instant())) {
            shown.add(new Banner(Tone.WARN, getTranslation("plugin.trust.add.early")));
        }
        show(shown);
        setHeaderTitle(getTranslation("plugin.trust.add.named", certificate.name()));
        ask.setVisible(false);
        confirm.setVisible(true);
    }

    private void trust() {
        try {
            signers.add(file);
            close();
            Messages.done(getTranslation("plugin.trust.add.done"));
            added.run();
        } catch (Problem problem) {
            outcome.add(new ProblemPanel(problem));
            confirm.setVisible(false);
        }
    }

    private void show(Component answer) {
        upload.clearFileList();
        outcome.removeAll();
        outcome.add(answer);
    }

    private Paragraph text(String key) {
        Paragraph text = new Paragraph(getTranslation(key));
        text.addClassNames("text", "muted");
        return text;
    }
}
