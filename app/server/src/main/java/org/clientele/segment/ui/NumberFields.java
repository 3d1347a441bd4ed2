package org.clientele.segment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.NumberField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Several numbers in a row. */
final class NumberFields extends Div {
    private final List<NumberField> fields = new ArrayList<>();

    NumberFields() {
        addClassName("row");
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

    /** The numbers given; fields left empty give none. */
    List<Double> numbers() {
        return fields.stream()
                .map(NumberField::getValue)
                .filter(Objects::nonNull)
                .toList();
    }
}
