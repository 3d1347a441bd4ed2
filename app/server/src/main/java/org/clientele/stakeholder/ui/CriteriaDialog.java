package org.clientele.stakeholder.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clientele.common.ui.ActDialog;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Icon;
import org.clientele.plugin.Vertical;
import org.clientele.stakeholder.Criterion;
import org.clientele.stakeholder.Purpose;

/** Edits by what parties are judged; says how much the weights add up to. */
final class CriteriaDialog {
    private final StakeholderServices services;
    private final StakeholderWords words;
    private final Vertical vertical;
    private final Purpose purpose;
    private final List<Line> lines = new ArrayList<>();
    private final Div list = new Div();
    private final Span sum = new Span();
    private final Map<String, String> usual;

    /** One criterion being edited. */
    private record Line(Div row, TextField name, IntegerField weight) {}

    CriteriaDialog(StakeholderServices services, StakeholderWords words, Vertical vertical, Purpose purpose) {
        this.services = services;
        this.words = words;
        this.vertical = vertical;
        this.purpose = purpose;
        usual = Criterion.usual(purpose).stream()
                .map(Criterion::name)
                .collect(Collectors.toMap(words::criterion, name -> name));
        list.addClassName("stack");
        sum.getElement().setAttribute("aria-live", "polite");
        services.scores().criteria(vertical, purpose).forEach(this::add);
        count();
    }

    void open() {
        Button more = new Button(
                words.text("stakeholder.criteria.add"), Icon.PLUS.create(), click -> add(new Criterion("", 0)));
        new ActDialog(
                        words.text("stakeholder.criteria.title", words.purpose(purpose)),
                        words.text("stakeholder.save"),
                        this::save,
                        list,
                        more,
                        sum)
                .open();
    }

    private void add(Criterion criterion) {
        TextField name = new TextField();
        name.setAriaLabel(words.text("stakeholder.criteria.name"));
        name.setMaxLength(Criterion.NAME_LENGTH);
        name.setValue(words.criterion(criterion.name()));
        name.addClassName("grow");
        IntegerField weight = new IntegerField();
        weight.setAriaLabel(words.text("stakeholder.criteria.weight"));
        weight.setMin(0);
        weight.setMax(100);
        weight.setValue(criterion.weight());
        weight.setSuffixComponent(new Span("%"));
        weight.addValueChangeListener(change -> count());
        Div row = new Div(name, weight);
        row.addClassName("row");
        Line line = new Line(row, name, weight);
        row.add(Entries.small(Icon.TRASH_2, words.text("stakeholder.criteria.remove"), () -> {
            lines.remove(line);
            list.remove(row);
            count();
        }));
        lines.add(line);
        list.add(row);
    }

    private static int weight(Line line) {
        Integer weight = line.weight().getValue();
        return weight == null ? 0 : weight;
    }

    private void count() {
        int all = lines.stream().mapToInt(CriteriaDialog::weight).sum();
        sum.setText(words.text("stakeholder.criteria.sum", all));
    }

    /** The words of a usual criterion stand for it, so that it is told in every language. */
    private void save() {
        services.scores()
                .setCriteria(
                        vertical,
                        purpose,
                        lines.stream()
                                .map(line -> new Criterion(
                                        usual.getOrDefault(
                                                line.name().getValue().strip(),
                                                line.name().getValue()),
                                        weight(line)))
                                .toList());
        Messages.done(words.text("stakeholder.saved"));
    }
}
