package org.clientele.segment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientele.frontend.Skeleton;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.Clv.Purchases;
import org.clientele.segment.ModelChange;

/** How a lifetime value foretells: how far, what later money is worth, how buying and leaving are modelled. */
final class ClvFields extends Div {
    private static final double PERCENT = 100;

    /** As many as the table that comes in their place. */
    private static final int LINES = 6;

    private final transient ModelDefinition.Clv model;
    private final NumberField weeks;
    private final NumberField discount;
    private final Select<Purchases> purchases = new Select<>();

    ClvFields(OpenModel opened, ModelDefinition.Clv model) {
        SegmentWords words = opened.words();
        this.model = model;
        addClassName("stack");
        weeks = number(words, "segment.clv.weeks", model.weeks());
        discount = number(words, "segment.clv.discount", Math.round(model.yearlyDiscount() * PERCENT * 1e6) / 1e6);
        purchases.setLabel(words.text("segment.clv.buying-model"));
        purchases.setItems(Purchases.values());
        purchases.setItemLabelGenerator(each -> words.text(key(each)));
        purchases.setValue(model.purchases());
        purchases.setHelperText(words.text("segment.clv.buying-model.hint"));
        purchases.setWidthFull();
        Div numbers = new Div(weeks, discount);
        numbers.addClassNames("row", "fields-hinted", "halves");
        add(numbers, purchases, compared(opened));
    }

    /** Both ways beside each other, as soon as that is found out. */
    private static Div compared(OpenModel opened) {
        Div compared = new Div(Skeleton.lines(LINES));
        compared.getElement().setAttribute("aria-live", "polite");
        opened.later(() -> opened.session().backTests(), tests -> {
            compared.removeAll();
            compared.add(new BackTestTable(opened.words(), tests).of(null));
        });
        return compared;
    }

    private static NumberField number(SegmentWords words, String key, double value) {
        NumberField field = new NumberField(words.text(key));
        field.setHelperText(words.text(key + ".hint"));
        field.setManualValidation(true);
        field.setValue(value);
        return field;
    }

    static String key(Purchases purchases) {
        return "segment.clv.buying-model." + purchases.name().toLowerCase(Locale.ROOT);
    }

    /** Marks the fields that do not fit; gives the first of them. */
    Optional<String> judge() {
        weeks.setInvalid(!ModelChange.Clv.isWeeks(weeks()));
        discount.setInvalid(!ModelChange.Clv.isDiscount(discount()));
        return Stream.of(weeks, discount)
                .filter(NumberField::isInvalid)
                .map(NumberField::getLabel)
                .findFirst();
    }

    private double weeks() {
        return Optional.ofNullable(weeks.getValue()).orElse(Double.NaN);
    }

    private double discount() {
        return Optional.ofNullable(discount.getValue())
                .map(percent -> percent / PERCENT)
                .orElse(Double.NaN);
    }

    ModelChange.Clv change(ModelDefinition.Tiers.Method method, List<Double> borders) {
        return new ModelChange.Clv(
                model.id(),
                Optional.ofNullable(purchases.getValue()).orElse(model.purchases()),
                weeks(),
                discount(),
                method,
                borders);
    }
}
