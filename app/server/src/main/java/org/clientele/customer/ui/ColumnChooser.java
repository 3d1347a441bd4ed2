package org.clientele.customer.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.clientele.common.ui.condition.ListField;
import org.clientele.frontend.Icon;

/** Chooses the columns of the list; the name always stays. */
final class ColumnChooser extends Composite<Div> {
    private final ListFields fields;

    ColumnChooser(ListFields fields, Supplier<List<ListField>> shown, Consumer<List<String>> whenChosen) {
        this.fields = fields;
        Button button = new Button(getTranslation("customer.list.columns"), Icon.COLUMNS_3.create());
        button.addClassName("hide-on-phone");
        CheckboxGroup<ListField> choice = new CheckboxGroup<>();
        choice.setLabel(getTranslation("customer.list.columns"));
        choice.setItems(fields.all());
        choice.setItemLabelGenerator(ListField::name);
        choice.addClassName("filter-choices");
        choice.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                whenChosen.accept(inOrder(change.getValue()));
            }
        });
        Popover popover = new Popover(choice);
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setAriaLabel(getTranslation("customer.list.columns"));
        popover.addOpenedChangeListener(opened -> {
            if (opened.isOpened()) {
                choice.setValue(new LinkedHashSet<>(shown.get()));
            }
        });
        getContent().add(button, popover);
    }

    private List<String> inOrder(Set<ListField> chosen) {
        return fields.all().stream().filter(chosen::contains).map(ListField::id).toList();
    }
}
