package org.clientele.worklist.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.clientele.access.User;
import org.clientele.common.AddressParameters;
import org.clientele.worklist.WorkSource;

/** Whose work, when it is due, of which kinds, under which headings. */
final class WorkFilters extends Div {
    WorkFilters(WorkFilter filter, List<WorkSource> sources, List<User> colleagues, Consumer<WorkFilter> whenChanged) {
        addClassNames("row", "work-filters");
        CurrentFilter current = new CurrentFilter(filter, whenChanged);
        add(whose(current, colleagues), group(current), when(current));
        if (sources.size() > 1) {
            add(kinds(current, sources));
        }
    }

    /** What is chosen by now. */
    private static final class CurrentFilter {
        private WorkFilter filter;
        private final Consumer<WorkFilter> whenChanged;

        CurrentFilter(WorkFilter filter, Consumer<WorkFilter> whenChanged) {
            this.filter = filter;
            this.whenChanged = whenChanged;
        }

        void set(WorkFilter changed) {
            filter = changed;
            whenChanged.accept(changed);
        }
    }

    private Select<String> whose(CurrentFilter current, List<User> colleagues) {
        Map<String, String> names = colleagues.stream()
                .collect(Collectors.toMap(user -> String.valueOf(user.id()), User::displayName, (one, two) -> one));
        List<String> items = new ArrayList<>(List.of(WorkFilter.MINE, WorkFilter.ALL, WorkFilter.FREE));
        colleagues.forEach(user -> items.add(String.valueOf(user.id())));
        if (!items.contains(current.filter.whose())) {
            items.add(current.filter.whose());
        }
        Select<String> whose = new Select<>();
        whose.setAriaLabel(getTranslation("worklist.filter.whose"));
        whose.setItems(items);
        whose.setItemLabelGenerator(item -> names.getOrDefault(
                item,
                List.of(WorkFilter.MINE, WorkFilter.ALL, WorkFilter.FREE).contains(item)
                        ? getTranslation("worklist.filter.whose." + item)
                        : item));
        whose.setValue(current.filter.whose());
        whose.addValueChangeListener(change -> current.set(current.filter.of(change.getValue())));
        return whose;
    }

    private RadioButtonGroup<WorkFilter.When> when(CurrentFilter current) {
        RadioButtonGroup<WorkFilter.When> when = new RadioButtonGroup<>();
        when.addClassName("choice");
        when.setAriaLabel(getTranslation("worklist.filter.when"));
        when.setItems(WorkFilter.When.values());
        when.setItemLabelGenerator(item -> getTranslation("worklist.when." + AddressParameters.code(item)));
        when.setValue(current.filter.when());
        when.addValueChangeListener(change -> current.set(current.filter.due(change.getValue())));
        return when;
    }

    private CheckboxGroup<String> kinds(CurrentFilter current, List<WorkSource> sources) {
        Map<String, String> names =
                sources.stream().collect(Collectors.toMap(WorkSource::kind, source -> source.name(getLocale())));
        CheckboxGroup<String> kinds = new CheckboxGroup<>();
        kinds.addClassName("choice");
        kinds.setAriaLabel(getTranslation("worklist.filter.kind"));
        kinds.setItems(sources.stream().map(WorkSource::kind).toList());
        kinds.setItemLabelGenerator(names::get);
        kinds.setValue(
                current.filter.kinds().stream().filter(names::containsKey).collect(Collectors.toSet()));
        kinds.addValueChangeListener(change -> current.set(current.filter.only(change.getValue())));
        return kinds;
    }

    private Select<WorkFilter.Group> group(CurrentFilter current) {
        Select<WorkFilter.Group> group = new Select<>();
        group.setAriaLabel(getTranslation("worklist.filter.group"));
        group.setItems(WorkFilter.Group.values());
        group.setItemLabelGenerator(item -> getTranslation("worklist.group." + AddressParameters.code(item)));
        group.setValue(current.filter.group());
        group.addValueChangeListener(change -> current.set(current.filter.grouped(change.getValue())));
        return group;
    }
}
