package org.clientele.report.ui;

import java.util.Locale;
import java.util.function.BinaryOperator;
import org.clientele.common.ui.Formats;
import org.clientele.common.ui.Translations;
import org.clientele.common.ui.VerticalFormats;
import org.clientele.engine.Snapshot;
import org.clientele.engine.column.Value;
import org.clientele.engine.report.Group;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.Measure;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;

/** Names and figures of a vertical's reports in a language, also where there is no screen: a download is written without one. Immutable. */
public final class ReportWords {
    private static final Translations TEXTS = new Translations();

    private final Locale locale;
    private final Vertical vertical;
    private final VerticalFormats formats;
    private final BinaryOperator<String> titles;

    /** Words that call the rows of references by their keys. */
    public ReportWords(Vertical vertical, Locale locale) {
        this(vertical, locale, (reference, key) -> key);
    }

    /** @param titles what the row of a reference, by the reference's id and the row's key, is called */
    public ReportWords(Vertical vertical, Locale locale, BinaryOperator<String> titles) {
        this.locale = locale;
        this.vertical = vertical;
        this.titles = titles;
        this.formats = new VerticalFormats(vertical.definition(), vertical.texts(), vertical.currency(), locale);
    }

    Vertical vertical() {
        return vertical;
    }

    VerticalDefinition definition() {
        return vertical.definition();
    }

    public VerticalFormats names() {
        return formats;
    }

    Formats formats() {
        return formats.formats();
    }

    String text(String key, Object... arguments) {
        return TEXTS.getTranslation(key, locale, arguments);
    }

    /** The name of an attribute, a metric or a model. */
    public String dimension(String id) {
        return isModel(id) ? formats.text(Texts.model(id)) : formats.name(id);
    }

    /** Whether this is a model's id, not an attribute's. */
    boolean isModel(String id) {
        return definition().model(id) != null;
    }

    /** The name of a group of an attribute or a model. */
    public String group(String dimension, Group group) {
        return switch (group.kind()) {
            case MISSING -> isModel(dimension) ? text("report.group.none") : text("report.group.missing");
            case OTHERS -> text("report.group.others");
            case ALL -> text("report.total");
            case VALUE -> value(dimension, group.key());
        };
    }

    private String value(String dimension, String key) {
        if (isModel(dimension)) {
            return formats.segment(dimension, key);
        }
        AttributeDefinition attribute = definition().attribute(dimension);
        if (attribute == null) {
            return key;
        }
        return switch (attribute.type()) {
            case CHOICE -> formats.choice(dimension, key);
            case BOOLEAN -> formats().yesNo(Boolean.parseBoolean(key));
            default -> named(attribute.reference(), key);
        };
    }

    /** What the row is called that a key points to; the key itself where it points nowhere. */
    String named(@Nullable String reference, String key) {
        return reference == null ? key : titles.apply(reference, key);
    }

    /** The figure of a measure as its kind and field say. */
    public String figure(Measure measure, Value value) {
        String field = measure.field();
        return switch (measure.kind()) {
            case SHARE, SHARE_OF_TOTAL, SUM_SHARE -> percent(value);
            case AVERAGE, MEDIAN, SUM -> field == null ? plain(value) : inUnitOf(field, value);
            case CUSTOMERS, RATIO -> plain(value);
        };
    }

    /** A mean of whole numbers has a fraction, which the field's own way of writing would not show. */
    private String inUnitOf(String field, Value value) {
        AttributeDefinition attribute = definition().attribute(field);
        boolean bare = attribute != null && attribute.type() == FieldType.INTEGER && attribute.unit() == null;
        return bare ? plain(value) : formats.value(field, value);
    }

    String percent(Value value) {
        return value instanceof Value.Decimal(double share) ? formats().percentInColumn(share) : Formats.MISSING;
    }

    String percent(double share) {
        return Double.isNaN(share) ? Formats.MISSING : formats().percentInColumn(share);
    }

    String plain(Value value) {
        return formats.value("", value);
    }

    /** The value of an attribute, a metric or, by its id, the segment of a model, for a customer. */
    String cell(Snapshot snapshot, String column, int customer) {
        boolean model = definition().model(column) != null;
        String variable = model ? Snapshot.SEGMENT_PREFIX + column : column;
        var values = snapshot.column(variable);
        Value value = values == null ? Value.MISSING : values.value(customer);
        if (value instanceof Value.Text(String text)) {
            AttributeDefinition attribute = definition().attribute(column);
            String reference = attribute == null ? null : attribute.reference();
            if (model) {
                return formats.segment(column, text);
            } else if (reference != null) {
                return named(reference, text);
            }
        }
        MetricDefinition metric = definition().metric(column);
        boolean share = metric != null && metric.type() == MetricDefinition.ValueType.SHARE && !formats.hides(column);
        return share ? percent(value) : formats.value(column, value);
    }
}
