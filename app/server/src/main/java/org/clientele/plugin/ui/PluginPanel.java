package org.clientele.plugin.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Card;
import org.clientele.frontend.Icon;
import org.clientele.frontend.Tag;
import org.clientele.frontend.Tone;
import org.clientele.plugin.Digests;
import org.clientele.plugin.PluginCard;
import org.clientele.plugin.PluginCard.Health;
import org.clientele.plugin.PluginCard.State;
import org.clientele.plugin.SignerCertificate;
import org.clientele.plugin.Trust;
import org.clientele.plugins.api.Texts;
import org.jspecify.annotations.Nullable;

/** One plugin: what it is, who vouches for it, what it declares, how it stands and what can be done. */
final class PluginPanel extends Card {
    /** Eight pairs of digits: enough to compare at a glance. */
    private static final int SHOWN_FINGERPRINT = 23;

    private final PluginCard card;

    /** @param code how its code does; null when it has none */
    PluginPanel(PluginCard card, @Nullable CodeHealth code, Component... actions) {
        this.card = card;
        setId("plugin-" + card.id());
        add(head());
        if (card.content() != null) {
            add(text(card.content().texts().get(getLocale(), Texts.VERTICAL_SUMMARY), "text"));
            add(text(Contents.of(card.content().definition()), "text", "caption"));
            add(new DefaultRights(card.content().definition().rights()));
        }
        if (card.signer() != null) {
            add(signer(card.signer().certificate()));
        }
        add(origin());
        if (card.trust() == Trust.DEVELOPER && card.content() != null) {
            add(new Div(new Tag(getTranslation("plugin.developer"), Tone.WARN)));
        }
        if (card.problem() != null) {
            add(new ProblemPanel(card.problem(), card.health() == Health.FAILED ? Tone.BAD : Tone.WARN));
        }
        if (code != null) {
            add(code);
        }
        Div row = new Div(actions);
        row.addClassNames("row", "card-foot");
        row.setVisible(actions.length > 0);
        add(row);
    }

    private Div head() {
        Icon icon = card.content() == null
                ? Icon.PUZZLE
                : Icon.named(card.content().definition().icon()).orElse(Icon.PUZZLE);
        Span box = new Span(icon.create());
        box.addClassName("icon-box");
        H2 name = new H2(card.name(getLocale()));
        name.addClassName("card-title");
        Div names = new Div(name, text(version(), "text", "caption"));
        names.addClassName("grow");
        Div head = new Div(box, names, tag());
        head.addClassName("plugin-head");
        return head;
    }

    private Tag tag() {
        return switch (card.health()) {
            case FAILED ->
                new Tag(
                        getTranslation(card.state() == State.OFFERED ? "plugin.state.refused" : "plugin.state.FAILED"),
                        Tone.BAD);
            case ATTENTION -> new Tag(getTranslation("plugin.health.ATTENTION"), Tone.WARN);
            case GOOD -> new Tag(getTranslation("plugin.state." + card.state()), tone(card.state()));
        };
    }

    private String version() {
        if (card.version().isEmpty()) {
            return getTranslation(card.digest().isEmpty() ? "plugin.catalogue.file" : "plugin.trust." + card.trust());
        }
        return card.version() + " · " + trust();
    }

    private String trust() {
        return card.trust() == Trust.SIGNED && card.signer() != null
                ? getTranslation("plugin.signed-by", card.signer().certificate().name())
                : getTranslation("plugin.trust." + card.trust());
    }

    private Div signer(SignerCertificate certificate) {
        String fingerprint = certificate.fingerprintInPairs();
        Span shown = new Span(getTranslation("plugin.certificate", fingerprint.substring(0, SHOWN_FINGERPRINT) + "…"));
        shown.addClassName("caption");
        shown.setTitle(fingerprint);
        return new Div(shown);
    }

    private Div origin() {
        if (card.digest().isEmpty()) {
            return new Div();
        }
        String digest = "SHA-512 " + Digests.shortened(card.digest());
        Span shown = new Span(card.provider().isEmpty() ? digest : card.provider() + " · " + digest);
        shown.addClassNames("caption", "ellipsis");
        shown.setTitle(card.digest());
        Div row = new Div(shown, copyButton());
        row.addClassName("plugin-origin");
        return row;
    }

    private Button copyButton() {
        Button copy = new Button(Icon.COPY.create(), click -> Messages.done(getTranslation("plugin.digest.copied")));
        copy.addThemeVariants(ButtonVariant.TERTIARY);
        copy.setAriaLabel(getTranslation("plugin.digest.copy", card.name(getLocale())));
        // The browser only lets a click itself write to the clipboard, and none at all on plain http.
        copy.addAttachListener(attached -> copy.getElement()
                .executeJs("this.addEventListener('click', () => navigator.clipboard?.writeText($0))", card.digest()));
        return copy;
    }

    private static String tone(State state) {
        return switch (state) {
            case ENABLED -> Tone.GOOD;
            case FAILED -> Tone.BAD;
            case OFFERED, AVAILABLE, DISABLED -> Tone.MUTED;
        };
    }

    private static Paragraph text(String text, String... classes) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassNames(classes);
        return paragraph;
    }
}
