package org.clientele.plugin.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import java.util.List;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Icon;
import org.clientele.frontend.Tone;
import org.clientele.plugin.PluginCard;
import org.clientele.plugin.code.Health;

/** What failed in a plugin's code: which part, why, how often, when, in which version and where; to be read, and sent to whoever makes it. */
final class FailureReport extends Dialog {
    private final FailureWords words;

    FailureReport(PluginCard card, Health health, FailureWords words, List<FailureGroup> groups) {
        this.words = words;
        setHeaderTitle(getTranslation("plugin.code.report.title", card.name(getLocale())));
        setWidth("640px");
        setMaxWidth("100%");
        Div body = new Div(new Banner(tone(health), words.state(health)));
        body.addClassName("stack");
        groups.forEach(group -> body.add(entry(group)));
        body.add(caption(getTranslation("plugin.code.report.privacy")));
        add(body);
        Button close = new Button(getTranslation("common.close"), click -> close());
        getFooter().add(copy(words.report(health, groups)), close);
    }

    private Div entry(FailureGroup group) {
        H3 what = new H3(words.what(group));
        what.addClassName("failure-what");
        Div entry = new Div(what, caption(words.when(group)));
        entry.addClassName("failure");
        if (!group.newest().detail().isEmpty()) {
            Div detail = new Div(group.newest().detail());
            detail.addClassName("failure-detail");
            entry.add(detail);
        }
        if (!group.place().isEmpty()) {
            Pre place = new Pre(group.place());
            place.addClassName("failure-place");
            entry.add(new Details(getTranslation("plugin.code.report.place"), place));
        }
        return entry;
    }

    private Button copy(String report) {
        Button copy = new Button(
                getTranslation("plugin.code.report.copy"),
                Icon.COPY.create(),
                click -> Messages.done(getTranslation("plugin.code.report.copied")));
        copy.addThemeVariants(ButtonVariant.TERTIARY);
        // The browser only lets a click itself write to the clipboard, and none at all on plain http.
        copy.addAttachListener(attached -> copy.getElement()
                .executeJs("this.addEventListener('click', () => navigator.clipboard?.writeText($0))", report));
        return copy;
    }

    private static String tone(Health health) {
        if (health.disabledAt() != null) {
            return Tone.BAD;
        }
        return health.isGood() ? Tone.MUTED : Tone.WARN;
    }

    private static Paragraph caption(String text) {
        Paragraph caption = new Paragraph(text);
        caption.addClassNames("text", "caption");
        return caption;
    }
}
