package org.clientele.plugin.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.clientele.common.ui.Formats;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Icon;
import org.clientele.frontend.Tone;
import org.clientele.plugin.Digests;
import org.clientele.plugin.Inspection;
import org.clientele.plugin.SignerCertificate;
import org.clientele.plugin.Trust;
import org.clientele.plugin.Vouching;
import org.clientele.plugin.Vouching.SignedBy;

/** Who vouches for a jar, and how a person can tell: name, fingerprint, validity, digest. */
final class VouchingPanel extends Div {
    private final Formats formats;

    VouchingPanel(Inspection inspection) {
        formats = new Formats(getLocale(), inspection.definition().currency());
        addClassName("stack");
        Vouching vouching = inspection.vouching();
        add(head(vouching));
        if (vouching.doubt() != null) {
            add(new Banner(
                    Tone.WARN,
                    Messages.text(vouching.doubt()) + " " + getTranslation("plugin.inspect.developer-mode")));
        }
        if (inspection.formerSigner() != null) {
            add(new Banner(Tone.WARN, getTranslation("plugin.inspect.signer-changed", inspection.formerSigner())));
        }
        add(caption(getTranslation(
                "plugin.inspect.origin",
                inspection.provider(),
                inspection.requires(),
                Digests.shortened(inspection.digest()))));
    }

    private Div head(Vouching vouching) {
        boolean vouched = vouching.trust() != Trust.DEVELOPER;
        Span box = new Span((vouched ? Icon.SHIELD_CHECK : Icon.TRIANGLE_ALERT).create());
        box.addClassName("icon-box");
        Tone.set(box, vouched ? Tone.GOOD : Tone.WARN);
        Div words = new Div();
        words.addClassName("grow");
        SignedBy signer = vouching.signer();
        if (signer == null) {
            words.add(strong(getTranslation("plugin.inspect.trust." + vouching.trust())));
        } else {
            words.add(
                    strong(getTranslation(
                            "plugin.inspect.signed-by", signer.certificate().name())),
                    caption(why(signer)),
                    fingerprint(signer.certificate()));
        }
        Div head = new Div(box, words);
        head.addClassName("plugin-head");
        return head;
    }

    private String why(SignedBy signer) {
        String trusted;
        if (signer.trustedAs() == null) {
            trusted = getTranslation("plugin.inspect.signer-unknown");
        } else if (signer.trustedAs().equals(signer.certificate())) {
            trusted = getTranslation("plugin.inspect.signer-listed");
        } else {
            trusted = getTranslation(
                    "plugin.inspect.signer-issued", signer.trustedAs().name());
        }
        String valid = getTranslation(
                "plugin.inspect.valid-until", day(signer.certificate().validUntil()));
        return signer.signedAt() == null
                ? trusted + " · " + valid
                : trusted + " · " + valid + " · " + getTranslation("plugin.inspect.stamped", day(signer.signedAt()));
    }

    private static Paragraph fingerprint(SignerCertificate certificate) {
        Paragraph fingerprint = caption("SHA-256 ");
        fingerprint.add(new Fingerprint(certificate));
        return fingerprint;
    }

    private static Div strong(String text) {
        Div strong = new Div(text);
        strong.addClassName("strong");
        return strong;
    }

    private static Paragraph caption(String text) {
        Paragraph caption = new Paragraph(text);
        caption.addClassNames("text", "caption");
        return caption;
    }

    private String day(Instant instant) {
        return formats.date(LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }
}
