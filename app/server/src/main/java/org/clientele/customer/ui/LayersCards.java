package org.clientele.customer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.common.ui.VerticalFormats;
import org.clientele.customer.CustomerPortrait;
import org.clientele.engine.column.Value;
import org.clientele.engine.model.Reason;
import org.clientele.frontend.Card;
import org.clientele.frontend.Facts;
import org.clientele.frontend.KeyFigure;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.Layer;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.Texts;

/** The key figures and the five layers of the customer level table: every attribute and metric, missing ones as a dash. */
final class LayersCards {
    private static final int KEY_FIGURES = 4;

    private final CustomerPortrait portrait;
    private final Vertical vertical;
    private final VerticalFormats formats;

    LayersCards(CustomerPortrait portrait, Locale locale) {
        this.portrait = portrait;
        this.vertical = portrait.vertical();
        this.formats = new VerticalFormats(vertical.definition(), vertical.texts(), vertical.currency(), locale)
                .hiding(portrait.hidden());
    }

    /** The key figures, or nothing where the vertical has no metrics. */
    List<Component> figures() {
        return vertical.definition().metrics().isEmpty() ? List.of() : List.of(keyFigures());
    }

    private Card keyFigures() {
        Div figures = new Div();
        figures.addClassName("figures");
        String first = vertical.definition().valueMetric();
        Stream.concat(
                        Stream.of(first),
                        vertical.definition().metrics().stream()
                                .filter(metric -> metric.windowDays() == null)
                                .map(MetricDefinition::id)
                                .filter(id -> !id.equals(first)))
                .limit(KEY_FIGURES)
                .forEach(id -> figures.add(new KeyFigure(formats.name(id), figure(id)).exact(exact(id))));
        return new Card(figures);
    }

    private String figure(String metric) {
        return portrait.value(metric) instanceof Value.Money(long minor, int _)
                ? formats.formats().moneyInFigure(minor)
                : formats.value(metric, portrait.value(metric));
    }

    private String exact(String metric) {
        return portrait.value(metric) instanceof Value.Money(long minor, int _)
                ? formats.formats().money(minor)
                : figure(metric);
    }

    Card layers() {
        Card card = new Card(text("customer.page.layers"));
        for (Layer layer : Layer.values()) {
            Facts facts = facts(layer);
            String unknown = unknown(layer);
            if (facts.getComponentCount() > 0 || !unknown.isEmpty()) {
                H3 heading = new H3(text("customer.layer." + layer.name().toLowerCase(Locale.ROOT)));
                heading.addClassName("section-title");
                card.add(heading, facts);
                if (!unknown.isEmpty()) {
                    Div gaps = new Div(text("customer.layer.unknown", unknown));
                    gaps.addClassName("caption");
                    card.add(gaps);
                }
            }
        }
        return card;
    }

    private Stream<String> subjects(Layer layer) {
        return Stream.concat(
                vertical.definition().attributes().stream()
                        .filter(attribute -> attribute.layer() == layer)
                        .map(AttributeDefinition::id),
                vertical.definition().metrics().stream()
                        .filter(metric -> metric.layer() == layer)
                        .map(MetricDefinition::id));
    }

    private boolean isUnknown(String subject) {
        return portrait.value(subject).isMissing() && !formats.hides(subject);
    }

    /** What nobody has told yet, in one line instead of many dashes. */
    private String unknown(Layer layer) {
        return subjects(layer)
                .filter(this::isUnknown)
                .map(formats::name)
                .collect(Collectors.joining(text("segment.reason.list")));
    }

    private Facts facts(Layer layer) {
        Facts facts = new Facts();
        subjects(layer).filter(subject -> !isUnknown(subject)).forEach(subject -> add(facts, subject));
        if (layer == Layer.SEGMENT) {
            portrait.reasons().forEach(reason -> segment(facts, reason));
        }
        return facts;
    }

    private void segment(Facts facts, Reason reason) {
        String segment = reason.segment();
        if (segment != null) {
            facts.fact(formats.text(Texts.model(reason.model())), formats.segment(reason.model(), segment));
        }
    }

    private void add(Facts facts, String subject) {
        Value value = portrait.value(subject);
        Span shown = new Span(said(subject, value));
        shown.setClassName("muted", formats.hides(subject));
        facts.fact(formats.name(subject), shown);
    }

    /** Where a value points to a row, what the row says stands before its key. */
    private String said(String subject, Value value) {
        AttributeDefinition attribute = vertical.definition().attribute(subject);
        String reference = attribute == null || formats.hides(subject) ? null : attribute.reference();
        if (reference == null || !(value instanceof Value.Text(String key))) {
            return formats.value(subject, value);
        }
        return ReferencedRow.of(portrait.snapshot().data(), reference, key, formats)
                .map(row -> row + " · " + key)
                .orElse(key);
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
