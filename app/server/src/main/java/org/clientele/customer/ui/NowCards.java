package org.clientele.customer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clientele.common.ui.VerticalFormats;
import org.clientele.customer.CustomerPortrait;
import org.clientele.engine.model.Reason;
import org.clientele.frontend.Card;
import org.clientele.frontend.Tag;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.segment.ui.ReasonText;
import org.jspecify.annotations.Nullable;

/** Why the customer is in each segment. */
final class NowCards {
    private final CustomerPortrait portrait;
    private final Vertical vertical;
    private final VerticalFormats formats;
    private final ReasonText words;

    NowCards(CustomerPortrait portrait, Locale locale) {
        this.portrait = portrait;
        this.vertical = portrait.vertical();
        this.formats = new VerticalFormats(vertical.definition(), vertical.texts(), vertical.currency(), locale);
        this.words = new ReasonText(vertical, locale, portrait.hidden());
    }

    List<Component> create() {
        List<Component> cards = new ArrayList<>();
        if (!portrait.reasons().isEmpty()) {
            cards.add(whyHere());
        }
        return cards;
    }

    private Card whyHere() {
        String asOf = formats.formats().date(portrait.snapshot().asOf());
        Card card = new Card(text("customer.page.why")).hint(text("customer.page.asOf", asOf));
        portrait.reasons().forEach(reason -> card.add(why(reason)));
        return card;
    }

    /** Model and segment, the reason as a sentence, and its comparisons when asked for. */
    private Div why(Reason reason) {
        ModelDefinition model = vertical.definition().model(reason.model());
        String segment = String.valueOf(reason.segment());
        Span name = new Span(formats.text(Texts.model(reason.model())));
        name.addClassName("caption");
        Div head = new Div(
                name,
                new Tag(
                        formats.segment(reason.model(), segment),
                        model == null ? null : model.segment(segment).colour()));
        head.addClassNames("row", "row-apart");
        Div part = new Div(head, new Div(words.sentence(reason)));
        part.addClassName("why");
        if (!reason.checks().isEmpty()) {
            Details checks = new Details(text("customer.page.checks"), words.checks(reason));
            source(model == null ? null : model.source()).ifPresent(checks::add);
            part.add(checks);
        }
        Anchor more = new Anchor(
                CustomersNavigation.why(vertical.key(), portrait.customer().id(), reason.model()),
                text("customer.page.why.more"));
        more.getElement().setAttribute("router-link", true);
        part.add(more);
        return part;
    }

    private Optional<Component> source(@Nullable String source) {
        if (source == null) {
            return Optional.empty();
        }
        Div origin = new Div(text("customer.page.source", formats.text(Texts.source(source))));
        origin.addClassName("caption");
        return Optional.of(origin);
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
