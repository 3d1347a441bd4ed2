package org.clientele.guide.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.common.ui.Translations;
import org.clientele.guide.GuideText;
import org.clientele.guide.GuideTexts;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.GuideDefinition;
import org.clientele.plugins.api.Texts;

/** The texts of guides in a language, and how a card shows them. */
final class GuideWords {
    private static final Translations TEXTS = new Translations();

    private final Vertical vertical;
    private final Locale locale;
    private final Map<String, GuideText> written;

    /** @param written what consultants wrote in place of the plugin's texts, by guide */
    GuideWords(Vertical vertical, Locale locale, Map<String, GuideText> written) {
        this.vertical = vertical;
        this.locale = locale;
        this.written = written;
    }

    static GuideWords of(GuideTexts texts, Vertical vertical, Locale locale) {
        return new GuideWords(vertical, locale, texts.written(vertical.key(), locale));
    }

    String group(String id) {
        return vertical.text(locale, Texts.guideGroup(id));
    }

    String name(GuideDefinition guide) {
        return vertical.text(locale, Texts.guide(guide.id()));
    }

    String signs(GuideDefinition guide) {
        return text(guide).signs();
    }

    List<String> advice(GuideDefinition guide) {
        return text(guide)
                .advice()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Whether the typed text occurs in the name, the signs or the advice, upper and lower case alike. */
    boolean matches(GuideDefinition guide, String typed) {
        String wanted = typed.strip().toLowerCase(locale);
        return (name(guide) + "\n" + signs(guide) + "\n" + String.join("\n", advice(guide)))
                .toLowerCase(locale)
                .contains(wanted);
    }

    /** How such a customer is recognised, what to do, and where that comes from. */
    List<Component> content(GuideDefinition guide) {
        List<Component> content = new ArrayList<>();
        Div signs = new Div(signs(guide));
        signs.addClassName("caption");
        UnorderedList advice = new UnorderedList();
        advice.addClassName("bullets");
        advice(guide).forEach(line -> advice.add(new ListItem(line)));
        content.add(signs);
        content.add(advice);
        String source = guide.source();
        if (source != null) {
            Div from = new Div(text(
                    isWritten(guide) ? "guide.source.written" : "guide.source",
                    vertical.text(locale, Texts.source(source))));
            from.addClassName("caption");
            content.add(from);
        }
        return content;
    }

    private GuideText text(GuideDefinition guide) {
        GuideText own = written.get(guide.id());
        return own != null ? own : GuideTexts.ofPlugin(vertical, guide.id(), locale);
    }

    /** Whether consultants worded the card themselves. */
    boolean isWritten(GuideDefinition guide) {
        return written.containsKey(guide.id());
    }

    Vertical vertical() {
        return vertical;
    }

    Locale locale() {
        return locale;
    }

    String text(String key, Object... arguments) {
        return TEXTS.getTranslation(key, locale, arguments);
    }
}
