package org.clientele.plugin.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.clientele.frontend.Icon;
import org.clientele.frontend.Tone;
import org.clientele.plugin.PluginCard;
import org.clientele.plugin.code.Health;
import org.clientele.plugin.code.PluginFailure;

/** How a plugin's code does, on its card: a line, the last failure, and the report behind a button. */
final class CodeHealth extends Div {
    private final Health health;

    CodeHealth(PluginCard card, Health health, ZoneId zone, Supplier<List<PluginFailure>> failures) {
        this.health = health;
        addClassName("code-health");
        FailureWords words = new FailureWords(card, getLocale(), zone);
        Span state = new Span(icon().create(), new Span(words.state(health)));
        state.addClassName("icon-word");
        Tone.set(state, tone());
        add(state);
        if (health.stuck() > 0 && health.disabledAt() != null) {
            add(caption(getTranslation("plugin.code.stuck", health.stuck())));
        }
        PluginFailure last = health.last();
        if (last != null) {
            FailureGroup group = new FailureGroup(last, 1);
            add(
                    caption(getTranslation("plugin.code.last", words.time(last.at()), words.what(group))),
                    report(card, words, failures));
        }
    }

    private Button report(PluginCard card, FailureWords words, Supplier<List<PluginFailure>> failures) {
        Button report = new Button(
                getTranslation("plugin.code.report"),
                click -> new FailureReport(card, health, words, FailureGroup.of(failures.get())).open());
        report.addThemeVariants(ButtonVariant.TERTIARY);
        report.setAriaLabel(getTranslation("plugin.code.report") + " " + card.name(getLocale()));
        return report;
    }

    private static Div caption(String text) {
        Div caption = new Div(text);
        caption.addClassName("caption");
        return caption;
    }

    private Icon icon() {
        return health.isGood() ? Icon.CIRCLE_CHECK : Icon.TRIANGLE_ALERT;
    }

    private String tone() {
        if (health.disabledAt() != null) {
            return Tone.BAD;
        }
        return health.isGood() ? Tone.GOOD : Tone.WARN;
    }
}
