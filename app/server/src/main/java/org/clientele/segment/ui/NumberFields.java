package org.clientele.segment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.NumberField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import org.clientele.segment.MeasureBounds;
import org.jspecify.annotations.Nullable;

/** Several numbers in a row. */
final class NumberFields extends Div {
    private final List<NumberField> fields = new ArrayList<>();

    NumberFields() {
        addClassNames("row", "fields");
    }

    NumberFields field(String label, Double value) {
        empty(label);
        fields.getLast().setValue(value);
        return this;
    }

    NumberFields empty(String label) {
        NumberField field = new NumberField(label);
        // whether numbers fit each other is judged for all of them together
        field.setManualValidation(true);
        fields.add(field);
        add(field);
        return this;
    }

    /** Four to a row where there is room. */
    NumberFields narrow() {
        fields.forEach(field -> field.setWidth("7em"));
        return this;
    }

    /** In columns of one width, where there are many with long labels. */
    NumberFields even() {
        addClassName("fields-even");
        return this;
    }

    /** Puts numbers into the fields, in their order; none: empties them. */
    void set(List<Double> numbers) {
        for (int i = 0; i < fields.size(); i++) {
            if (i < numbers.size()) {
                fields.get(i).setValue(numbers.get(i));
            } else {
                fields.get(i).clear();
            }
        }
    }

    /** Numbers by so much larger, without what binary fractions leave behind. */
    static List<Double> typed(List<Double> numbers, double scale) {
        return numbers.stream()
                .map(number -> scale == 1 ? number : Math.round(number * scale * 1e6) / 1e6)
                .toList();
    }

    /** Calls the fields otherwise, in their order. */
    void name(List<String> labels) {
        for (int i = 0; i < fields.size(); i++) {
            fields.get(i).setLabel(labels.get(i));
        }
    }

    /** Shows what applies to fields left empty, in their order. */
    void suggest(List<String> texts) {
        for (int i = 0; i < fields.size(); i++) {
            fields.get(i).setPlaceholder(i < texts.size() ? texts.get(i) : "");
        }
    }

    /** The numbers given; once there is one, what applies stands in for fields left empty. */
    List<Double> numbersOr(List<Double> applying) {
        List<Double> given = numbers();
        if (given.isEmpty() || applying.size() != fields.size()) {
            return given;
        }
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            Double value = fields.get(i).getValue();
            all.add(value == null ? applying.get(i) : value);
        }
        return all;
    }

    /** What numbers have to be: growing (1), falling (-1) or in any order (0), and above and below a bound. */
    record Limits(int direction, double above, double below) {
        static final Limits POSITIVE = new Limits(0, 0, Double.POSITIVE_INFINITY);
        static final Limits COUNTED = new Limits(0, Math.nextDown(0.0), Double.POSITIVE_INFINITY);
        static final Limits ANY = new Limits(0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        static final Limits GROWING_SHARES = new Limits(1, 0, 100);
        static final Limits SHARES = new Limits(0, 0, 100);

        /** In this order, and what a measure can be. @param scale by how much it is larger where it is typed */
        static Limits of(int direction, MeasureBounds bounds, double scale) {
            return new Limits(direction, Math.nextDown(bounds.least() * scale), Math.nextUp(bounds.most() * scale));
        }

        private boolean fit(@Nullable Double before, double number) {
            boolean ordered = before == null || direction == 0 || direction * (number - before) > 0;
            return ordered && number > above && number < below;
        }
    }

    /**
     * Marks the fields whose number does not fit, and only those.
     *
     * @param standing what stands in for fields left empty, in their order; none: they need a number
     * @return the first of them with its number
     */
    Optional<String> judge(List<Double> standing, Limits limits) {
        return judge(standing, place -> limits);
    }

    /** The same where numbers have to be different things. @param limits by place, from 0 */
    Optional<String> judge(List<Double> standing, IntFunction<Limits> limits) {
        Optional<String> first = Optional.empty();
        Double before = null;
        for (int i = 0; i < fields.size(); i++) {
            NumberField field = fields.get(i);
            Double typed = field.getValue();
            Double number = typed == null && standing.size() == fields.size() ? standing.get(i) : typed;
            boolean wrong = number == null || !limits.apply(i).fit(before, number);
            field.setInvalid(wrong);
            if (wrong && first.isEmpty()) {
                first = Optional.of(field.getLabel()
                        + (typed == null
                                ? ""
                                : " = "
                                        + BigDecimal.valueOf(typed)
                                                .stripTrailingZeros()
                                                .toPlainString()));
            }
            before = number == null ? before : number;
        }
        return first;
    }

    /** Takes the marks away. */
    Optional<String> unmark() {
        fields.forEach(field -> field.setInvalid(false));
        return Optional.empty();
    }

    /** The number in a field, counted from 0; nothing where it is left empty. */
    Optional<Double> number(int place) {
        return Optional.ofNullable(fields.get(place).getValue());
    }

    /** Has somebody hear of every number, once it is put in. */
    void onChange(Runnable listener) {
        fields.forEach(field -> field.addValueChangeListener(change -> listener.run()));
    }

    /** The numbers given; fields left empty give none. */
    List<Double> numbers() {
        return fields.stream()
                .map(NumberField::getValue)
                .filter(Objects::nonNull)
                .toList();
    }
}
