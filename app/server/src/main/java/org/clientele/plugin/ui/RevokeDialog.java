package org.clientele.plugin.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.clientele.common.ui.Messages;
import org.clientele.plugin.SignedPlugin;
import org.clientele.plugin.SignerCertificate;
import org.clientele.plugin.TrustedSigners;

/** Says what a revocation ends, asks why, and ends it. */
final class RevokeDialog {
    private RevokeDialog() {}

    static void open(
            SignerCertificate certificate, TrustedSigners signers, UnaryOperator<String> names, Runnable revoked) {
        UI ui = UI.getCurrent();
        Paragraph effect = new Paragraph(effect(ui, signers.signed(certificate.fingerprint()), names));
        effect.addClassName("text");
        TextArea reason = new TextArea(ui.getTranslation("plugin.trust.reason"));
        reason.setHelperText(ui.getTranslation("plugin.trust.reason.help"));
        reason.setMaxLength(TrustedSigners.LONGEST_REASON);
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        new PluginDialog(
                        ui.getTranslation("plugin.trust.revoke.title", certificate.name()),
                        ui.getTranslation("plugin.trust.revoke"),
                        () -> {
                            signers.revoke(certificate.fingerprint(), reason.getValue());
                            Messages.done(ui.getTranslation("plugin.trust.revoke.done", certificate.name()));
                            revoked.run();
                        },
                        effect,
                        reason)
                .forGood()
                .open();
    }

    private static String effect(UI ui, List<SignedPlugin> signed, UnaryOperator<String> names) {
        List<SignedPlugin> running =
                signed.stream().filter(SignedPlugin::enabled).toList();
        return running.isEmpty()
                ? ui.getTranslation("plugin.trust.revoke.text")
                : ui.getTranslation(
                        "plugin.trust.revoke.running",
                        running.stream()
                                .map(SignedPlugin::id)
                                .map(names)
                                .collect(Collectors.joining(ui.getTranslation("plugin.inspect.separator"))));
    }
}
