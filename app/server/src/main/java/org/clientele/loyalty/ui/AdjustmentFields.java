package org.clientele.loyalty.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import org.clientele.dataimport.ui.FileParts;
import org.clientele.loyalty.AdjustmentPlan;
import org.clientele.loyalty.PointsEntry;
import org.jspecify.annotations.Nullable;

/** What the columns of a file hold, as proposed until somebody says otherwise. */
final class AdjustmentFields extends Div {
    private final LoyaltyWords words;
    private final FileParts parts;
    private final AdjustmentPlan proposed;
    private final Select<String> customer;
    private final Select<String> points;
    private final Select<String> reason;
    private final Select<String> day;
    private final TextField common;
    private final transient Consumer<AdjustmentPlan> changed;

    AdjustmentFields(LoyaltyWords words, FileParts parts, AdjustmentPlan proposed, Consumer<AdjustmentPlan> changed) {
        this.words = words;
        this.parts = parts;
        this.proposed = proposed;
        this.changed = changed;
        addClassName("form");
        customer = column("customer", proposed.customer(), false);
        points = column("points", proposed.points(), false);
        reason = column("reason", proposed.reason(), true);
        day = column("day", proposed.day(), true);
        common = new TextField(words.text("loyalty.bulk.common"));
        common.setHelperText(words.text("loyalty.bulk.common.help"));
        common.setMaxLength(PointsEntry.REASON_LENGTH);
        common.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        common.addValueChangeListener(change -> tell());
        add(customer, points, reason, day, common);
    }

    private Select<String> column(String name, @Nullable String value, boolean optional) {
        Select<String> select = new Select<>();
        select.setLabel(words.text("loyalty.bulk.column." + name));
        select.setItems(proposed.file().columns());
        select.setItemLabelGenerator(
                column -> column == null ? words.text("loyalty.bulk.column.none") : parts.column(column));
        select.setEmptySelectionAllowed(optional);
        select.setEmptySelectionCaption(words.text("loyalty.bulk.column.none"));
        if (value != null) {
            select.setValue(value);
        }
        select.addValueChangeListener(change -> tell());
        return select;
    }

    /** Says what is chosen. */
    void tell() {
        changed.accept(new AdjustmentPlan(
                proposed.file(),
                customer.getValue(),
                points.getValue(),
                reason.getValue(),
                day.getValue(),
                common.getValue()));
    }
}
