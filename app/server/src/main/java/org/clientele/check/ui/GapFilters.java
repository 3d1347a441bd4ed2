package org.clientele.check.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.Consumer;
import org.clientele.check.GapQuery;
import org.clientele.common.ui.SearchField;
import org.clientele.engine.check.CheckState;
import org.clientele.plugins.api.CheckDefinition;
import org.clientele.plugins.api.CheckDefinition.Severity;

/** Search, check, severity and kind of gap; every change is handed on as the whole query. */
final class GapFilters extends Div {
    /** Stands for both kinds of gap; a radio group has no empty choice. */
    private static final CheckState BOTH = CheckState.NOT_CONCERNED;

    private final CheckWords words;
    private final Consumer<GapQuery> whenChanged;
    private GapQuery query;

    GapFilters(CheckWords words, List<CheckDefinition> checks, GapQuery query, Consumer<GapQuery> whenChanged) {
        this.words = words;
        this.query = query;
        this.whenChanged = whenChanged;
        addClassNames("filter-bar", "no-print");
        add(search(), check(checks), severity(), state());
    }

    /** The order is chosen in the grid, not here. */
    void sortedAs(GapQuery sorted) {
        query = sorted;
    }

    private void change(GapQuery changed) {
        query = changed;
        whenChanged.accept(changed);
    }

    private SearchField search() {
        return new SearchField(words.text("check.gaps.search"), query.search(), text -> change(query.withSearch(text)));
    }

    private Select<String> check(List<CheckDefinition> checks) {
        Select<String> select = new Select<>();
        select.setAriaLabel(words.text("check.column.check"));
        select.setItems(checks.stream().map(CheckDefinition::id).toList());
        select.setItemLabelGenerator(id -> id == null
                ? words.text("check.gaps.all-checks")
                : checks.stream()
                        .filter(check -> check.id().equals(id))
                        .map(words::name)
                        .findFirst()
                        .orElse(id));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(words.text("check.gaps.all-checks"));
        String wanted = query.check();
        select.setValue(checks.stream().anyMatch(check -> check.id().equals(wanted)) ? wanted : null);
        select.addValueChangeListener(change -> change(query.withCheck(change.getValue())));
        select.addClassName("gap-check");
        return select;
    }

    private Select<Severity> severity() {
        Select<Severity> select = new Select<>();
        select.setAriaLabel(words.text("check.column.severity"));
        select.setItems(Severity.FORBIDDEN, Severity.REQUIRED, Severity.ADVICE);
        select.setItemLabelGenerator(
                severity -> severity == null ? words.text("check.gaps.all-severities") : words.severity(severity));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(words.text("check.gaps.all-severities"));
        select.setValue(query.severity());
        select.addValueChangeListener(change -> change(query.withSeverity(change.getValue())));
        return select;
    }

    private RadioButtonGroup<CheckState> state() {
        RadioButtonGroup<CheckState> group = new RadioButtonGroup<>();
        group.addClassName("choice");
        group.setAriaLabel(words.text("check.column.state"));
        group.setItems(BOTH, CheckState.NOT_MET, CheckState.NOT_RECORDED);
        group.setItemLabelGenerator(state -> state == BOTH ? words.text("check.gaps.both") : words.state(state));
        group.setValue(query.state() == null ? BOTH : query.state());
        group.addValueChangeListener(
                change -> change(query.withState(change.getValue() == BOTH ? null : change.getValue())));
        return group;
    }
}
