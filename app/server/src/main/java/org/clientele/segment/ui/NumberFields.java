package org.clientele.segment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.NumberField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Several numbers in a row. */
final class NumberFields extends Div {
    private final List<NumberField> fields = new ArrayList<>();

    NumberFields() {
        addClassNames("row", "fields");
    }

    NumberFields field(String label, Double value) {
        NumberField field = new NumberField(label);
        field.setValue(value);
        fields.add(field);
        add(field);
        return this;
    }

    NumberFields empty(String label) {
        NumberField field = new NumberField(label);
        fields.add(field);
        add(field);
        return this;
    }

    /** Four to a row where there is room. */
    NumberFields narrow() {
        fields.forEach(field -> field.setWidth("7em"));
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
