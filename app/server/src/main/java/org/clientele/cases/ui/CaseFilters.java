package org.clientele.cases.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clientele.access.User;
import org.clientele.cases.CasePriority;
import org.clientele.cases.CaseQuery;
import org.clientele.cases.CaseQuery.Stage;
import org.clientele.cases.CaseState;
import org.clientele.cases.CaseType;
import org.clientele.common.AddressParameters;
import org.clientele.common.ui.SearchField;
import org.jspecify.annotations.Nullable;

/** Search, state, type, priority and owner; every change is handed on as the whole query. */
final class CaseFilters extends Div {
    private final CaseWords words;
    private final Consumer<CaseQuery> whenChanged;
    private CaseQuery query;

    CaseFilters(CaseWords words, List<User> colleagues, CaseQuery query, Consumer<CaseQuery> whenChanged) {
        this.words = words;
        this.query = query;
        this.whenChanged = whenChanged;
        addClassNames("filter-bar", "no-print");
        add(search(), state(), type(), priority(), owner(colleagues), late());
    }

    /** The order is chosen in the grid, not here. */
    void sortedAs(CaseQuery sorted) {
        query = sorted;
    }

    private void change(CaseQuery changed) {
        query = changed;
        whenChanged.accept(changed);
    }

    private SearchField search() {
        return new SearchField(words.text("cases.search"), query.search(), text -> change(query.withSearch(text)));
    }

    private Checkbox late() {
        Checkbox late = new Checkbox(words.text("cases.late"), query.late());
        late.addValueChangeListener(change -> change(query.withLate(change.getValue())));
        return late;
    }

    /** How far, or exactly where. */
    private record Progress(Stage stage, @Nullable CaseState state) {}

    private Select<Progress> state() {
        List<Progress> choices = new ArrayList<>();
        choices.add(new Progress(Stage.OPEN, null));
        Arrays.stream(CaseState.values())
                .map(state -> new Progress(state.isOpen() ? Stage.OPEN : Stage.DONE, state))
                .forEach(choices::add);
        choices.add(new Progress(Stage.DONE, null));
        choices.add(new Progress(Stage.ALL, null));
        Select<Progress> select = new Select<>();
        select.setAriaLabel(words.text("cases.field.state"));
        select.setItems(choices);
        select.setItemLabelGenerator(choice -> choice.state() == null
                ? words.text("cases.stage." + AddressParameters.code(choice.stage()))
                : words.state(choice.state()));
        select.setValue(new Progress(query.stage(), query.state()));
        select.addValueChangeListener(change -> {
            Progress chosen = change.getValue();
            change(query.withStage(chosen.stage()).withState(chosen.state()));
        });
        return select;
    }

    private Select<CaseType> type() {
        return select("type", CaseType.values(), words::type, query.type(), chosen -> query.withType(chosen));
    }

    private Select<CasePriority> priority() {
        return select(
                "priority",
                CasePriority.values(),
                words::priority,
                query.priority(),
                chosen -> query.withPriority(chosen));
    }

    private <E> Select<E> select(
            String field, E[] values, Function<E, String> name, @Nullable E chosen, Function<E, CaseQuery> with) {
        Select<E> select = new Select<>();
        String all = words.text("cases.all." + field);
        select.setAriaLabel(words.text("cases.field." + field));
        select.setItems(values);
        select.setItemLabelGenerator(value -> value == null ? all : name.apply(value));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(all);
        select.setValue(chosen);
        select.addValueChangeListener(change -> change(with.apply(change.getValue())));
        return select;
    }

    /** Somebody's, or nobody's. */
    private record Whose(long id, String name) {}

    private Select<Whose> owner(List<User> colleagues) {
        List<Whose> choices = new ArrayList<>();
        choices.add(new Whose(CaseQuery.NOBODY, words.text("cases.nobody")));
        colleagues.forEach(user -> choices.add(new Whose(user.id(), user.displayName())));
        return select(
                "owner",
                choices.toArray(Whose[]::new),
                Whose::name,
                choices.stream()
                        .filter(choice -> Objects.equals(choice.id(), query.owner()))
                        .findFirst()
                        .orElse(null),
                chosen -> query.withOwner(chosen == null ? null : chosen.id()));
    }
}
