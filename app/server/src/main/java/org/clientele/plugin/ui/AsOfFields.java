package org.clientele.plugin.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.LocalDate;
import org.clientele.common.ui.DateFields;
import org.clientele.plugin.AsOfMode;
import org.jspecify.annotations.Nullable;

/** Asks for the day that a vertical's metrics and models are computed as of. */
public final class AsOfFields extends Div {
    private final RadioButtonGroup<AsOfMode> mode = new RadioButtonGroup<>();
    private final DatePicker day;

    public AsOfFields(AsOfMode chosen, @Nullable LocalDate chosenDay) {
        addClassName("stack");
        day = DateFields.create(getTranslation("plugin.as-of.day"));
        day.setValue(chosenDay);
        mode.setLabel(getTranslation("plugin.as-of"));
        mode.setItems(AsOfMode.values());
        mode.setItemLabelGenerator(m -> getTranslation("plugin.as-of." + m.name()));
        mode.addThemeName("vertical");
        mode.addValueChangeListener(change -> showDay());
        mode.setValue(chosen);
        showDay();
        add(mode, day);
    }

    public AsOfMode mode() {
        return mode.getValue();
    }

    /** The day chosen; null unless the mode is {@link AsOfMode#FIXED}. */
    public @Nullable LocalDate day() {
        return mode.getValue() == AsOfMode.FIXED ? day.getValue() : null;
    }

    private void showDay() {
        day.setVisible(mode.getValue() == AsOfMode.FIXED);
    }
}
