package org.clientele.common.ui;

import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.engine.Snapshot;
import org.clientele.engine.column.Value;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.ReferenceDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.ModelFigure;
import org.clientele.plugins.definition.Scope;
import org.jspecify.annotations.Nullable;

/** How the attributes, metrics and segments of one vertical are named and written in a language. Immutable. */
public final class VerticalFormats {
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*(?:\\.[a-z][a-z0-9_]*)?");
    private static final Translations TEXTS = new Translations();

    private final VerticalDefinition definition;
    private final Texts.Bundles texts;
    private final Formats formats;
    private final Set<String> hidden;

    public VerticalFormats(VerticalDefinition definition, Texts.Bundles texts, String currency, Locale locale) {
        this(definition, texts, new Formats(locale, currency), Set.of());
    }

    private VerticalFormats(VerticalDefinition definition, Texts.Bundles texts, Formats formats, Set<String> hidden) {
        this.definition = definition;
        this.texts = texts;
        this.formats = formats;
        this.hidden = hidden;
    }

    /** The same, but values of these attributes, and of what is computed from them in an expression, are written as "hidden". */
    public VerticalFormats hiding(Set<String> attributes) {
        return attributes.isEmpty() ? this : new VerticalFormats(definition, texts, formats, attributes);
    }

    /** Whether values of the subject are kept from the reader. */
    public boolean hides(String subject) {
        return !hidden.isEmpty() && WORD.matcher(subject).results().anyMatch(word -> hidden.contains(word.group()));
    }

    public Formats formats() {
        return formats;
    }

    /** A text of the plugin. */
    public String text(String key) {
        return texts.get(formats.locale(), key);
    }

    /** The name of an attribute, a metric or the model of a segment; in anything else (an expression) the ids stand by their names. */
    public String name(String subject) {
        return new SubjectWords(formats.locale(), this::named, this::valueName)
                .of(subject)
                .orElseGet(() -> named(subject));
    }

    private String named(String expression) {
        return NAME.matcher(expression).replaceAll(word -> Matcher.quoteReplacement(known(word.group())));
    }

    private String valueName(String subject, String value) {
        String model = model(subject);
        AttributeDefinition attribute = definition.attribute(subject);
        if (model != null) {
            return segment(model, value);
        }
        if (attribute != null && attribute.type() == FieldType.CHOICE) {
            return choice(subject, value);
        }
        boolean flag = attribute != null && attribute.type() == FieldType.BOOLEAN;
        return flag ? formats.yesNo(Boolean.parseBoolean(value)) : value;
    }

    private String known(String id) {
        if (definition.attribute(id) != null) {
            return text(Texts.attribute(id));
        }
        if (definition.metric(id) != null) {
            return text(Texts.metric(id));
        }
        String model = model(id);
        return model == null
                ? ModelFigure.find(definition, id).map(this::figure).orElseGet(() -> activity(id))
                : text(Texts.model(model));
    }

    private String figure(ModelFigure figure) {
        String kind = figure.kind().name().toLowerCase(Locale.ROOT);
        return TEXTS.getTranslation("common.figure." + kind, formats.locale(), text(Texts.model(figure.model())));
    }

    /** An activity or its field; anything else stays as it is. */
    private String activity(String id) {
        String field = Scope.activityOf(id)
                .map(activity -> id.substring(activity.length() + 1))
                .orElse("");
        ActivityDefinition activity = definition.activity(Scope.activityOf(id).orElse(id));
        if (activity == null) {
            return id;
        }
        if (field.isEmpty()) {
            return text(Texts.activity(activity.id()));
        }
        return activity.field(field) == null ? id : text(Texts.activityField(activity.id(), field));
    }

    /** The model whose segments the subject holds, or null. */
    private @Nullable String model(String subject) {
        String id =
                subject.startsWith(Snapshot.SEGMENT_PREFIX) ? subject.substring(Snapshot.SEGMENT_PREFIX.length()) : "";
        return definition.model(id) == null ? null : id;
    }

    public String segment(String model, String segment) {
        return text(Texts.segment(model, segment));
    }

    /** A value of an attribute, a metric, a segment or an expression, as its definition says; {@link Formats#MISSING} where there is none. */
    public String value(String subject, Value value) {
        if (hides(subject)) {
            return TEXTS.getTranslation("common.hidden", formats.locale());
        }
        String model = model(subject);
        if (model != null && value instanceof Value.Text(String segment)) {
            return segment(model, segment);
        }
        AttributeDefinition attribute = definition.attribute(subject);
        if (attribute != null) {
            return value(attribute, value);
        }
        MetricDefinition metric = definition.metric(subject);
        if (metric != null) {
            return value(metric, value);
        }
        boolean share = ModelFigure.find(definition, subject)
                .filter(figure -> figure.kind().isShare())
                .isPresent();
        return share && !value.isMissing() ? formats.percent(value.asDouble()) : value(value);
    }

    public String value(AttributeDefinition attribute, Value value) {
        if (attribute.type() == FieldType.CHOICE && value instanceof Value.Text(String choice)) {
            return choice(attribute.id(), choice);
        }
        String text = value(value);
        boolean unit = attribute.unit() != null && !value.isMissing();
        return unit ? text + " " + attribute.unit() : text;
    }

    /** A value of a field of a reference, with its unit. */
    public String value(ReferenceDefinition reference, ActivityField field, Value value) {
        return value(field, value, choice -> Texts.referenceFieldValue(reference.id(), field.id(), choice));
    }

    /** A value of a field of an activity, with its unit. */
    public String value(ActivityDefinition activity, ActivityField field, Value value) {
        return value(field, value, choice -> Texts.activityFieldValue(activity.id(), field.id(), choice));
    }

    private String value(ActivityField field, Value value, UnaryOperator<String> key) {
        if (field.type() == FieldType.CHOICE && value instanceof Value.Text(String choice)) {
            String text = texts.find(formats.locale(), key.apply(choice));
            return text == null ? choice : text;
        }
        String text = value(value);
        return field.unit() == null || value.isMissing() ? text : text + " " + field.unit();
    }

    public String value(MetricDefinition metric, Value value) {
        return switch (metric.type()) {
            case DAYS -> days(value);
            case SHARE -> value instanceof Value.Decimal(double share) ? formats.percent(share) : value(value);
            case COUNT, MONEY, DECIMAL, DATE -> value(value);
        };
    }

    /** A number of days; a mean of them is rounded to whole days. */
    private String days(Value value) {
        return switch (value) {
            case Value.Whole(long days) -> formats.days(days);
            case Value.Decimal(double days) -> formats.days(Math.round(days));
            default -> value(value);
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
