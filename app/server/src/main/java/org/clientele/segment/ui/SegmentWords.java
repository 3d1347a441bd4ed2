package org.clientele.segment.ui;

import java.util.List;
import java.util.Locale;
import org.clientele.common.ui.Formats;
import org.clientele.common.ui.Translations;
import org.clientele.common.ui.VerticalFormats;
import org.clientele.engine.column.Value;
import org.clientele.engine.model.ModelResult;
import org.clientele.engine.model.RfmResult;
import org.clientele.frontend.Tone;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.MetricDefinition.ValueType;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.definition.ModelFigure;
import org.clientele.segment.OwnModels;

/** Names, colours and definitions of segments in words. */
public final class SegmentWords {
    private static final double PERCENT = 100;

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

    /**
     * Who is in the segment: the border as it is now, and the plugin's sentence. Of models made in the portal, of which nobody wrote one, what
     * decides now.
     */
    String definition(ModelResult result, int ordinal) {
        SegmentRule rule = new SegmentRule(this, result);
        String model = result.model().id();
        if (OwnModels.isMadeHere(model)) {
            return rule.of(ordinal);
        }
        String border = rule.border(ordinal);
        String help = formats.text(
                Texts.segmentHelp(model, result.model().segments().get(ordinal).id()));
        return border.isEmpty() ? help : text("segment.who.then", border, help);
    }

    /** The name of an attribute or metric, or of what a model that learns found out. */
    String subject(String subject) {
        String learned = LearnedSubject.key(subject);
        return learned == null ? formats.name(subject) : text(learned);
    }

    /** By how much values of a measure are larger where they are typed and shown: shares are in percent. */
    double scale(String measure) {
        MetricDefinition metric = vertical.definition().metric(measure);
        boolean foretold = ModelFigure.find(vertical.definition(), measure)
                .filter(figure -> figure.kind().isShare())
                .isPresent();
        return foretold || metric != null && metric.type() == ValueType.SHARE ? PERCENT : 1;
    }

    /** Whether a metric has whole values only. */
    boolean isWhole(String measure) {
        MetricDefinition metric = vertical.definition().metric(measure);
        return metric != null && (metric.type() == ValueType.COUNT || metric.type() == ValueType.DAYS);
    }

    /** Which values earn a score, such as "12 days to 30 days". */
    String scoreRange(RfmResult result, RfmResult.Axis axis, String metric, int score) {
        List<Value> cuts = result.cutPoints(axis);
        if (cuts.isEmpty()) {
            return Formats.MISSING;
        }
        int band = axis == RfmResult.Axis.RECENCY ? cuts.size() + 1 - score : score - 1;
        return range(metric, "segment.range", cuts, band, band);
    }

    /**
     * What the bands between cuts hold, such as "$100 to below $500".
     *
     * @param key of the text that says on which side of a cut its value is
     * @param cuts ascending
     * @param from the lowest band, 0 for that below the first cut
     * @param to the highest band; not all of them
     */
    String range(String measure, String key, List<Value> cuts, int from, int to) {
        if (from == 0) {
            return text(key + ".first", formats.value(measure, cuts.get(to)));
        }
        String low = formats.value(measure, cuts.get(from - 1));
        return to == cuts.size()
                ? text(key + ".last", low)
                : text(key + ".between", low, formats.value(measure, cuts.get(to)));
    }

    /** The key for {@link #range} of the levels of a matrix. */
    static String rangeOf(ModelDefinition.Matrix.Method method) {
        return "segment.matrix.range." + method.name().toLowerCase(Locale.ROOT);
    }

    /** The name of a measure inside a sentence. */
    String within(String measure) {
        return SpokenReason.within(subject(measure), locale);
    }

    /** Chinese has none; English sentences start with one. */
    String capital(String sentence) {
        return sentence.isEmpty() ? sentence : sentence.substring(0, 1).toUpperCase(locale) + sentence.substring(1);
    }
}
