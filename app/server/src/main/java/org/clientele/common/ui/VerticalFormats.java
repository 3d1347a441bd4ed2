package org.clientele.common.ui;

import java.util.Locale;
import org.clientele.engine.column.Value;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;

/** How the attributes, metrics and segments of one vertical are named and written in a language. Immutable. */
public final class VerticalFormats {
    private final VerticalDefinition definition;
    private final Texts.Bundles texts;
    private final Formats formats;

    public VerticalFormats(VerticalDefinition definition, Texts.Bundles texts, String currency, Locale locale) {
        this.definition = definition;
        this.texts = texts;
        this.formats = new Formats(locale, currency);
    }

    public Formats formats() {
        return formats;
    }

    /** A text of the plugin. */
    public String text(String key) {
        return texts.get(formats.locale(), key);
    }

    /** The name of an attribute or a metric; anything else (an expression) is its own name. */
    public String name(String subject) {
        if (definition.attribute(subject) != null) {
            return text(Texts.attribute(subject));
        }
        return definition.metric(subject) != null ? text(Texts.metric(subject)) : subject;
    }

    public String segment(String model, String segment) {
        return text(Texts.segment(model, segment));
    }

    /** A value of an attribute, a metric or an expression, as its definition says; {@link Formats#MISSING} where there is none. */
    public String value(String subject, Value value) {
        AttributeDefinition attribute = definition.attribute(subject);
        if (attribute != null) {
            return value(attribute, value);
        }
        MetricDefinition metric = definition.metric(subject);
        return metric != null ? value(metric, value) : value(value);
    }

    public String value(AttributeDefinition attribute, Value value) {
        if (attribute.type() == FieldType.CHOICE && value instanceof Value.Text(String choice)) {
            return choice(attribute.id(), choice);
        }
        String text = value(value);
        boolean unit = attribute.unit() != null && !value.isMissing();
        return unit ? text + " " + attribute.unit() : text;
    }

    public String value(MetricDefinition metric, Value value) {
        return switch (metric.type()) {
            case DAYS -> value instanceof Value.Whole(long days) ? formats.days(days) : value(value);
            case SHARE -> value instanceof Value.Decimal(double share) ? formats.percent(share) : value(value);
            case COUNT, MONEY, DECIMAL, DATE -> value(value);
        };
    }

    /** A value of a choice attribute; its id where the plugin has no text for it. */
    public String choice(String attribute, String value) {
        String text = texts.find(formats.locale(), Texts.attributeValue(attribute, value));
        return text == null ? value : text;
    }

    private String value(Value value) {
        return switch (value) {
            case Value.Missing _ -> Formats.MISSING;
            case Value.Whole(long number) -> formats.whole(number);
            case Value.Decimal(double number) -> formats.decimal(number);
            case Value.Money(long minor, int _) -> formats.money(minor);
            case Value.Date(var date) -> formats.date(date);
            case Value.Flag(boolean yes) -> formats.yesNo(yes);
            case Value.Text(String text) -> text;
        };
    }
}
