package org.clientele.plugin.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.clientele.frontend.Card;
import org.clientele.frontend.Icon;
import org.clientele.frontend.Tag;
import org.clientele.frontend.Tone;
import org.clientele.plugin.SignedPlugin;
import org.clientele.plugin.SignerCertificate;
import org.clientele.plugin.TrustedSigner;

/** A certificate of the trust list: whose it is, how it stands, what it vouches for. */
final class SignerPanel extends Card {
    /** How long before it expires a certificate is to be asked for anew. */
    private static final int SOON_DAYS = 30;

    private final TrustedSigner signer;
    private final UnaryOperator<String> names;
    private final Instant now;

    /** @param names what the plugin of an id is called */
    SignerPanel(
            TrustedSigner signer, List<SignedPlugin> signed, UnaryOperator<String> names, Instant now, Button revoke) {
        this.signer = signer;
        this.names = names;
        this.now = now;
        SignerCertificate certificate = signer.certificate();
        add(head());
        SignerFacts facts = new SignerFacts(certificate);
        facts.fact(
                getTranslation("plugin.trust.added"),
                getTranslation("plugin.trust.by-on", signer.addedBy(), facts.day(signer.addedAt())));
        facts.fact(getTranslation("plugin.trust.signed"), signed(signed));
        TrustedSigner.Revocation revocation = signer.revocation();
        if (revocation != null) {
            facts.fact(
                    getTranslation("plugin.trust.revoked"),
                    getTranslation("plugin.trust.by-on", revocation.by(), facts.day(revocation.at())));
            facts.fact(getTranslation("plugin.trust.reason"), revocation.reason());
        }
        add(facts);
        Div foot = new Div(revoke);
        foot.addClassNames("row", "card-foot");
        foot.setVisible(!signer.revoked());
        add(foot);
    }

    private Div head() {
        Span box = new Span((signer.revoked() ? Icon.BAN : Icon.SHIELD_CHECK).create());
        box.addClassName("icon-box");
        H2 name = new H2(signer.certificate().name());
        name.addClassName("card-title");
        Paragraph kind = new Paragraph(
                getTranslation(signer.certificate().authority() ? "plugin.trust.authority" : "plugin.trust.signer"));
        kind.addClassNames("text", "caption");
        Div names = new Div(name, kind);
        names.addClassName("grow");
        Div head = new Div(box, names, state());
        head.addClassName("plugin-head");
        return head;
    }

    private Tag state() {
        if (signer.revoked()) {
            return new Tag(getTranslation("plugin.trust.state.revoked"), Tone.BAD);
        }
        if (signer.expired(now)) {
            return new Tag(getTranslation("plugin.trust.state.expired"), Tone.WARN);
        }
        long days = Duration.between(now, signer.certificate().validUntil()).toDays();
        return days < SOON_DAYS
                ? new Tag(getTranslation("plugin.trust.state.expires", days), Tone.WARN)
                : new Tag(getTranslation("plugin.trust.state.trusted"), Tone.GOOD);
    }

    private String signed(List<SignedPlugin> signed) {
        return signed.isEmpty()
                ? getTranslation("plugin.trust.signed.none")
                : signed.stream()
                        .map(plugin -> getTranslation(
                                plugin.enabled() ? "plugin.trust.signed.enabled" : "plugin.trust.signed.disabled",
                                names.apply(plugin.id()),
                                plugin.version()))
                        .collect(Collectors.joining(getTranslation("plugin.inspect.separator")));
    }
}
