package org.clientele.segment.ui;

import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.clientele.common.ui.Formats;
import org.clientele.common.ui.Translations;
import org.clientele.common.ui.VerticalFormats;
import org.clientele.engine.column.Value;
import org.clientele.engine.model.ChurnResult;
import org.clientele.engine.model.ClvResult;
import org.clientele.engine.model.ModelResult;
import org.clientele.engine.model.RfmResult;
import org.clientele.engine.model.TiersResult;
import org.clientele.frontend.Tone;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.MetricDefinition.ValueType;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.Texts;

/** Names, colours and definitions of segments in words. */
public final class SegmentWords {
    private static final Translations TEXTS = new Translations();

    private final Vertical vertical;
    private final VerticalFormats formats;
    private final Locale locale;

    /** For a vertical as its snapshot holds it. */
    public SegmentWords(Vertical vertical, Locale locale) {
        this.vertical = vertical;
        this.locale = locale;
        this.formats = new VerticalFormats(vertical.definition(), vertical.texts(), vertical.currency(), locale);
    }

    public Vertical vertical() {
        return vertical;
    }

    public VerticalFormats names() {
        return formats;
    }

    public Formats formats() {
        return formats.formats();
    }

    public String text(String key, Object... arguments) {
        return TEXTS.getTranslation(key, locale, arguments);
    }

    public String model(ModelDefinition model) {
        return formats.text(Texts.model(model.id()));
    }

    public String segment(ModelDefinition model, int ordinal) {
        return formats.segment(model.id(), model.segments().get(ordinal).id());
    }

    /** Whether the model found fewer groups than it may: nobody is in the others, and nobody misses them. */
    static boolean isUnused(ModelDefinition model, int count, int countBefore) {
        return model instanceof ModelDefinition.Clusters && count == 0 && countBefore == 0;
    }

    /** The colour token of a segment. */
    public static String tone(ModelDefinition model, int ordinal) {
        String colour = model.segments().get(ordinal).colour();
        return colour == null ? Tone.byIndex(ordinal) : Tone.orMuted(colour);
    }

    /** A mean or difference of an attribute or metric, in its unit. */
    String amount(String field, double amount) {
        AttributeDefinition attribute = vertical.definition().attribute(field);
        MetricDefinition metric = vertical.definition().metric(field);
        boolean money = attribute != null
                ? attribute.type() == FieldType.MONEY
                : metric != null && metric.type() == ValueType.MONEY;
        if (money) {
            return formats().money(formats().minor(amount));
        }
        boolean days = metric != null && metric.type() == ValueType.DAYS;
        return formats.value(field, days ? new Value.Whole(Math.round(amount)) : new Value.Decimal(amount));
    }

    /** An amount, a dash where there is none. */
    public String money(Value value) {
        return value instanceof Value.Money(long minor, int _) ? formats().money(minor) : Formats.MISSING;
    }

    /** With all decimals, for columns of amounts. */
    public String moneyInFull(Value value) {
        return value instanceof Value.Money(long minor, int _) ? formats().moneyInFull(minor) : Formats.MISSING;
    }

    /** Who is in the segment: the plugin's sentence, and the border as it is now. */
    String definition(ModelResult result, int ordinal) {
        String help = formats.text(Texts.segmentHelp(
                result.model().id(), result.model().segments().get(ordinal).id()));
        return switch (result) {
            case TiersResult tiers ->
                border(tiers, ordinal, tiers::startsAt, tiers.model().metric()) + " " + help;
            case ClvResult clv -> border(clv, ordinal, clv::startsAt, ClvResult.VALUE) + " " + help;
            case ChurnResult churn -> risk(churn.model(), ordinal) + help;
            default -> help;
        };
    }

    private String border(ModelResult result, int ordinal, IntFunction<Value> startsAt, String metric) {
        boolean last = ordinal == result.segmentCount() - 1;
        Value start = startsAt.apply(last ? Math.max(0, ordinal - 1) : ordinal);
        if (start.isMissing()) {
            return last ? "" : text("segment.border.never");
        }
        return text(
                last ? "segment.border.rest" : "segment.border.from", formats.value(metric, start), subject(metric));
    }

    /** The name of an attribute or metric, or of what a model that learns found out. */
    String subject(String subject) {
        String learned = LearnedSubject.key(subject);
        return learned == null ? formats.name(subject) : text(learned);
    }

    /** Whether a metric has whole values only. */
    boolean isWhole(String measure) {
        MetricDefinition metric = vertical.definition().metric(measure);
        return metric != null && (metric.type() == ValueType.COUNT || metric.type() == ValueType.DAYS);
    }

    /** "Risk of leaving 20% to below 50%. "; nothing for those who left. */
    private String risk(ModelDefinition.Churn model, int ordinal) {
        List<Double> borders = model.borders();
        boolean left = model.segments().get(ordinal).id().equals(model.left());
        if (left || borders.isEmpty()) {
            return "";
        }
        String range = ordinal == 0
                ? text("segment.matrix.range.fixed.first", percent(borders.getFirst()))
                : ordinal == borders.size()
                        ? text("segment.matrix.range.fixed.last", percent(borders.getLast()))
                        : text(
                                "segment.matrix.range.fixed.between",
                                percent(borders.get(ordinal - 1)),
                                percent(borders.get(ordinal)));
        return text("segment.churn.range", range);
    }

    private String percent(double share) {
        return formats().percent(share);
    }

    /** Which values earn a score, such as "12 days to 30 days". */
    String scoreRange(RfmResult result, RfmResult.Axis axis, String metric, int score) {
        List<Value> cuts = result.cutPoints(axis);
        if (cuts.isEmpty()) {
            return Formats.MISSING;
        }
        int band = axis == RfmResult.Axis.RECENCY ? cuts.size() + 1 - score : score - 1;
        if (band == 0) {
            return text("segment.operator.at-most", formats.value(metric, cuts.getFirst()));
        }
        if (band == cuts.size()) {
            return text("segment.operator.more", formats.value(metric, cuts.getLast()));
        }
        return text("segment.range", formats.value(metric, cuts.get(band - 1)), formats.value(metric, cuts.get(band)));
    }
}
