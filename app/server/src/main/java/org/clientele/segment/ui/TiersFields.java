package org.clientele.segment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.clientele.common.ui.Messages;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.engine.column.Value;
import org.clientele.engine.model.ClvResult;
import org.clientele.engine.model.TiersResult;
import org.clientele.engine.preview.Effect;
import org.clientele.engine.preview.Histogram;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.Tiers.Method;
import org.clientele.segment.MeasureBounds;
import org.clientele.segment.Measures;
import org.clientele.segment.ModelChange;
import org.clientele.segment.ui.NumberFields.Limits;
import org.jspecify.annotations.Nullable;

/** The way tiers are cut and their borders. Shares are given in percent. */
final class TiersFields extends ModelFields {
    private static final double PERCENT = 100;
    private static final double PARTS = 1e4;
    private static final int BARS = 48;

    private transient OpenModel opened;
    private final transient SegmentWords words;
    private final transient ModelDefinition.Tiers model;
    private String metric;
    private final @Nullable ClvFields foretelling;
    private final Select<Method> method = new Select<>();
    private final Div hint = new Div();
    private final Div switched = new Div();
    private final Div holder = new Div();
    private final Div rest = new Div();
    private final CutHistogram histogram = new CutHistogram("tier-gold");
    private NumberFields borders = new NumberFields();
    private List<Integer> drawn = List.of();
    private transient @Nullable MoneyColumn values;
    private transient Function<Method, List<Double>> sameTiers = method -> List.of();

    /** What another metric leads to. */
    private record Measured(Histogram spread, List<Double> borders) {}

    TiersFields(OpenModel opened, ModelDefinition.Tiers model) {
        this(opened, model, null);
    }

    /** The tiers of a lifetime value, below how it foretells. */
    TiersFields(OpenModel opened, ModelDefinition.Clv model) {
        this(opened, model.tiers(), new ClvFields(opened, model));
    }

    private TiersFields(OpenModel opened, ModelDefinition.Tiers model, @Nullable ClvFields foretelling) {
        this.foretelling = foretelling;
        this.opened = opened;
        this.words = opened.words();
        this.model = model;
        this.metric = model.metric();
        addClassName("stack");
        method.setLabel(words.text("segment.edit.method"));
        method.setItems(Method.values());
        method.setItemLabelGenerator(m -> words.text(key(m)));
        method.setValue(model.method());
        method.addValueChangeListener(event -> {
            switched.setVisible(false);
            showBorders(sameTiers.apply(method.getValue()));
        });
        hint.addClassName("caption");
        switched.addClassName("caption");
        switched.setVisible(false);
        histogram.setSubject(words.subject(metric), words.isWhole(metric));
        histogram.addMovedListener(this::moved);
        rest.addClassName("caption");
        if (foretelling != null) {
            add(foretelling, method);
        } else {
            add(MeasureField.beside(metricField(), method));
        }
        add(switched, hint, histogram, holder, rest);
        showBorders(model.borders());
        follow(opened);
    }

    private MeasureField metricField() {
        MeasureField field = new MeasureField(
                words,
                words.text("segment.edit.metric"),
                Measures.metrics(words.vertical().definition()),
                metric);
        field.onChoice(wanted -> {
            List<Double> shares = shares();
            opened.later(() -> measured(wanted, shares), found -> {
                if (wanted.equals(field.chosen()) && !wanted.equals(metric)) {
                    take(wanted, shares, found);
                }
            });
        });
        return field;
    }

    private Measured measured(String wanted, List<Double> shares) {
        return new Measured(
                opened.session().histogram(wanted, BARS), opened.session().borders(wanted, shares));
    }

    /** How the customers are shared out now; evenly where some tier is empty. */
    private List<Double> shares() {
        int tiers = model.segments().size();
        List<Double> now = sameTiers.apply(Method.PERCENTILE);
        return now.size() == tiers - 1 ? now : Collections.nCopies(tiers - 1, Math.floor(PARTS / tiers) / PARTS);
    }

    /** Shares mean the same of any metric; values do not, so that the new metric's stand in for them or, where it has too few, shares. */
    private void take(String wanted, List<Double> shares, Measured found) {
        asOne(() -> {
            List<Double> kept = given();
            metric = wanted;
            sameTiers = other -> List.of();
            histogram.setSubject(words.subject(metric), words.isWhole(metric));
            drawn = List.of();
            histogram.setCuts(List.of(), List.of());
            draw(found.spread());
            boolean tooFew = !inPercent() && found.borders().isEmpty();
            List<Double> now = inPercent() ? kept : tooFew ? shares : found.borders();
            if (tooFew) {
                method.setValue(Method.PERCENTILE);
            }
            showBorders(now);
            switched.setText(words.text("segment.edit.metric.switched", words.subject(metric)));
            switched.setVisible(tooFew);
        });
    }

    @Override
    void follow(OpenModel now) {
        opened = now;
        draw(now.session().histogram(metric, BARS));
    }

    private void draw(Histogram spread) {
        histogram.setSpread(spread.low(), spread.high(), spread.counts());
    }

    /** The values of a draft that foretells otherwise. */
    private void draw(ClvResult clv) {
        if (values != clv.values()) {
            values = clv.values();
            draw(Histogram.of(
                    clv.values(),
                    IntStream.range(0, clv.size())
                            .filter(customer -> clv.segment(customer) >= 0)
                            .mapToLong(clv.values()::order)
                            .toArray(),
                    BARS));
        }
    }

    private boolean falls() {
        MetricDefinition definition = words.vertical().definition().metric(metric);
        return definition == null || !definition.lowerIsBetter();
    }

    /** The cut points stand in ascending order, tiers best first. */
    @Override
    void show(Effect effect) {
        switch (effect.after()) {
            case TiersResult tiers -> {
                sameTiers = tiers::bordersBy;
                show(tiers::startsAt);
            }
            case ClvResult clv -> {
                sameTiers = clv::bordersBy;
                draw(clv);
                show(clv::startsAt);
            }
            default -> {
                // another model has no tiers
            }
        }
    }

    private void show(IntFunction<Value> startsAt) {
        List<Integer> reached = IntStream.range(0, model.segments().size() - 1)
                .filter(tier -> !startsAt.apply(tier).isMissing())
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(
                                tier -> startsAt.apply(tier).asDouble())
                        .thenComparing(Comparator.reverseOrder()))
                .toList();
        drawn = reached;
        histogram.setCuts(
                reached.stream().map(tier -> startsAt.apply(tier).asDouble()).toList(),
                reached.stream()
                        .map(tier -> words.text("segment.edit.border", words.segment(model, tier)))
                        .toList());
    }

    /** Shares become the values they stand for as soon as one is moved. */
    private void moved(int place, double value) {
        if (place < 0 || place >= drawn.size()) {
            return;
        }
        int tiers = model.segments().size() - 1;
        List<Double> at = new ArrayList<>(inPercent() ? Collections.nCopies(tiers, Double.NaN) : given());
        if (at.size() < tiers || inPercent() && drawn.size() < tiers) {
            Messages.problem(words.text("segment.studio.tiers.unreached"));
            return;
        }
        for (int i = 0; i < drawn.size() && inPercent(); i++) {
            at.set(drawn.get(i), histogram.cuts().get(i));
        }
        at.set(drawn.get(place), value);
        asOne(() -> {
            method.setValue(Method.FIXED);
            showBorders(at);
        });
    }

    private static String key(Method method) {
        return "segment.edit.method." + method.name().toLowerCase(Locale.ROOT);
    }

    private boolean inPercent() {
        return method.getValue() != Method.FIXED;
    }

    /** By how much borders are larger where they are typed. */
    private double scale() {
        return inPercent() ? PERCENT : words.scale(metric);
    }

    private String labelKey() {
        if (inPercent()) {
            return "segment.edit.border.percent";
        }
        return scale() == 1 ? "segment.edit.border" : "segment.edit.border.share";
    }

    private void showBorders(List<Double> values) {
        borders = new NumberFields();
        for (int tier = 0; tier < model.segments().size() - 1; tier++) {
            borders.empty(words.text(labelKey(), words.segment(model, tier)));
        }
        borders.set(NumberFields.typed(values, scale()));
        String least = inPercent() || falls() ? "" : ".most";
        hint.setText(words.text(key(method.getValue()) + ".hint" + least, words.subject(metric)));
        holder.removeAll();
        holder.add(borders);
        borders.onChange(this::sayRest);
        sayRest();
        watch(borders);
    }

    /** What is left for the last tier, as far as the borders fit. */
    private void sayRest() {
        List<Double> shares = borders.numbers();
        double taken = method.getValue() == Method.PERCENTILE
                ? shares.stream().mapToDouble(Double::doubleValue).sum()
                : shares.isEmpty() ? PERCENT : shares.getLast();
        int last = model.segments().size() - 1;
        rest.setVisible(inPercent() && shares.size() == last && taken > 0 && taken < PERCENT);
        rest.setText(words.text(
                "segment.edit.rest", words.segment(model, last), words.formats().percent((PERCENT - taken) / PERCENT)));
    }

    @Override
    Optional<String> judge() {
        Optional<String> border = judgeBorders();
        return foretelling == null ? border : foretelling.judge().or(() -> border);
    }

    private Optional<String> judgeBorders() {
        return switch (method.getValue()) {
            case FIXED -> {
                MeasureBounds bounds = MeasureBounds.of(words.vertical().definition(), metric);
                yield borders.judge(List.of(), Limits.of(falls() ? -1 : 1, bounds, scale()));
            }
            case PERCENTILE -> borders.judge(List.of(), Limits.SHARES);
            case CUMULATIVE -> borders.judge(List.of(), Limits.GROWING_SHARES);
        };
    }

    private List<Double> given() {
        double scale = scale();
        return borders.numbers().stream().map(number -> number / scale).toList();
    }

    @Override
    ModelChange change() {
        return foretelling == null
                ? new ModelChange.Tiers(model.id(), metric, method.getValue(), given())
                : foretelling.change(method.getValue(), given());
    }
}
