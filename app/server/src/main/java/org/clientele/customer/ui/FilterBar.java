package org.clientele.customer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.clientele.common.ui.SearchField;
import org.clientele.common.ui.condition.ConditionCounts;
import org.clientele.common.ui.condition.ConditionDialog;
import org.clientele.customer.CustomerFilter;
import org.clientele.customer.CustomerListQuery;
import org.clientele.frontend.Icon;
import org.jspecify.annotations.Nullable;

/** Search and conditions of a customer list; every change is handed on as the whole query. */
final class FilterBar extends Div {
    private final ListFields fields;
    private final FilterText words;
    private final Supplier<ConditionCounts> counts;
    private final Consumer<CustomerListQuery> whenChanged;
    private final Div chips = new Div();
    private CustomerListQuery query;

    /** @param counts how many customers meet a condition, asked for when one is made */
    FilterBar(
            ListFields fields,
            String currency,
            CustomerListQuery query,
            Supplier<ConditionCounts> counts,
            Consumer<CustomerListQuery> whenChanged) {
        this.fields = fields;
        this.counts = counts;
        this.words = new FilterText(this, fields, currency);
        this.query = query;
        this.whenChanged = whenChanged;
        addClassName("filter-bar");
        chips.addClassName("chips");
        add(
                new SearchField(
                        getTranslation("customer.list.search"),
                        query.search(),
                        text -> change(this.query.withSearch(text))),
                chips);
        showChips();
    }

    private void change(CustomerListQuery changed) {
        query = changed;
        showChips();
        whenChanged.accept(changed);
    }

    private void showChips() {
        chips.removeAll();
        for (CustomerFilter filter : query.filters()) {
            chips.add(chip(filter));
        }
        chips.add(addButton(), advancedButton());
        if (query.filters().size() > 1) {
            Button clear =
                    new Button(getTranslation("customer.list.clear"), click -> change(query.withFilters(List.of())));
            clear.addThemeVariants(ButtonVariant.TERTIARY);
            chips.add(clear);
        }
    }

    private Component chip(CustomerFilter filter) {
        String text = words.of(filter);
        Component label =
                switch (filter) {
                    case CustomerFilter.Compare compare -> editable(compare, text);
                    case CustomerFilter.Where where -> editable(where, text);
                    case CustomerFilter.InSet _ -> new Span(text);
                };
        NativeButton remove = new NativeButton("", click -> change(query.withFilters(without(filter))));
        remove.add(Icon.X.create());
        remove.setAriaLabel(getTranslation("customer.filter.remove", text));
        Div chip = new Div(label, remove);
        chip.addClassName("filter-chip");
        return chip;
    }

    private Component editable(CustomerFilter.Compare filter, String text) {
        NativeButton label = new NativeButton(text);
        label.setAriaLabel(getTranslation("customer.filter.edit", text));
        Div holder = new Div(label);
        holder.add(popover(label, filter));
        return holder;
    }

    private Component editable(CustomerFilter.Where filter, String text) {
        NativeButton label = new NativeButton(
                text,
                click -> advanced(
                        filter.condition(),
                        made -> change(query.withFilters(replaced(filter, CustomerFilter.where(made))))));
        label.setAriaLabel(getTranslation("customer.filter.edit", text));
        return label;
    }

    private Component advancedButton() {
        NativeButton button = new NativeButton(
                "", click -> advanced("", made -> change(query.withFilters(with(CustomerFilter.where(made))))));
        button.addClassNames("chip", "filter-add");
        button.add(Icon.SLIDERS_HORIZONTAL.create(), new Span(getTranslation("customer.filter.advanced")));
        button.setId("advanced-filter");
        return button;
    }

    private void advanced(String condition, Consumer<String> applied) {
        new ConditionDialog(fields.subjects(), words.sentence(), condition, counts.get(), applied).open();
    }

    private Component addButton() {
        NativeButton button = new NativeButton();
        button.addClassNames("chip", "filter-add");
        button.add(Icon.PLUS.create(), new Span(getTranslation("customer.filter.add")));
        button.setId("add-filter");
        Div holder = new Div(button);
        holder.add(popover(button, null));
        return holder;
    }

    private Popover popover(Component target, CustomerFilter.@Nullable Compare existing) {
        Popover popover = new Popover();
        popover.setTarget(target);
        popover.setPosition(PopoverPosition.BOTTOM_START);
        popover.setModal(true);
        popover.setAutofocus(true);
        popover.setAriaLabel(getTranslation("customer.filter.add"));
        FilterEditor editor = new FilterEditor(fields, existing, made -> {
            popover.close();
            change(query.withFilters(existing == null ? with(made) : replaced(existing, made)));
        });
        popover.add(editor);
        popover.addOpenedChangeListener(opened -> {
            if (opened.isOpened()) {
                editor.focusField();
            }
        });
        return popover;
    }

    private List<CustomerFilter> with(CustomerFilter made) {
        List<CustomerFilter> filters = new ArrayList<>(query.filters());
        filters.remove(made);
        filters.add(made);
        return filters;
    }

    private List<CustomerFilter> without(CustomerFilter gone) {
        return query.filters().stream().filter(filter -> !filter.equals(gone)).toList();
    }

    private List<CustomerFilter> replaced(CustomerFilter old, CustomerFilter made) {
        return query.filters().stream()
                .map(filter -> filter.equals(old) ? made : filter)
                .toList();
    }
}
