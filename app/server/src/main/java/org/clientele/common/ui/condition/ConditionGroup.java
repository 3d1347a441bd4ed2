package org.clientele.common.ui.condition;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.clientele.engine.condition.form.FormNode;
import org.clientele.engine.condition.form.FormNode.Group;
import org.clientele.frontend.Icon;
import org.jspecify.annotations.Nullable;

/** Brackets of a condition: all or any of the parts, or not; parts are comparisons and brackets again. */
final class ConditionGroup extends Div {
    private final transient ConditionSubjects fields;
    private final Runnable changed;
    private final Select<Boolean> all = new Select<>();
    private final Checkbox negated = new Checkbox();
    private final Div parts = new Div();
    private final Span count = new Span();
    private final Button addRow;

    /** @param removed takes the group away; null for the outermost, which stays */
    ConditionGroup(ConditionSubjects fields, Runnable changed, @Nullable Consumer<ConditionGroup> removed) {
        this.fields = fields;
        this.changed = changed;
        addClassNames("card", "card-inset", "stack");
        all.setItems(true, false);
        all.setItemLabelGenerator(every ->
                getTranslation(Boolean.TRUE.equals(every) ? "customer.condition.all" : "customer.condition.any"));
        all.setAriaLabel(getTranslation("customer.condition.join"));
        all.setValue(true);
        all.addValueChangeListener(change -> changed.run());
        negated.setLabel(getTranslation("customer.condition.negated"));
        negated.addValueChangeListener(change -> changed.run());
        parts.addClassName("stack");
        count.addClassNames("caption", "num");
        Div head = new Div(all, negated, count);
        head.addClassName("row");
        if (removed != null) {
            Button remove = new Button(Icon.X.create(), click -> removed.accept(this));
            remove.addThemeVariants(ButtonVariant.TERTIARY);
            remove.setAriaLabel(getTranslation("customer.condition.group.remove"));
            head.add(remove);
        }
        addRow = more("customer.condition.row.add", this::append);
        Div more = new Div(addRow, more("customer.condition.group.add", () -> {
            ConditionGroup inner = group();
            parts.add(inner);
            inner.append();
        }));
        more.addClassName("row");
        add(head, parts, more);
    }

    private Button more(String key, Runnable add) {
        Button button = new Button(getTranslation(key), Icon.PLUS.create(), click -> add.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    private void append() {
        ConditionRow row = row();
        parts.add(row);
        row.focus();
    }

    private ConditionRow row() {
        return new ConditionRow(fields, changed, this::remove);
    }

    private ConditionGroup group() {
        return new ConditionGroup(fields, changed, this::remove);
    }

    private void remove(Component part) {
        parts.remove(part);
        addRow.focus();
        changed.run();
    }

    /** What the brackets say; parts in which something is lacking are left out. */
    Group node() {
        List<FormNode> nodes = parts.getChildren()
                .flatMap(part -> switch (part) {
                    case ConditionRow row -> Stream.ofNullable(row.node());
                    case ConditionGroup group ->
                        group.node().parts().isEmpty() ? Stream.<FormNode>empty() : Stream.of(group.node());
                    default -> Stream.<FormNode>empty();
                })
                .filter(Objects::nonNull)
                .toList();
        return new Group(Boolean.TRUE.equals(all.getValue()), negated.getValue(), nodes);
    }

    /** Says beside each part, and each bracket, how many customers meet it by itself. */
    void count(PartCounts counts) {
        Group node = node();
        counts.say(
                count,
                node.parts().size() < 2 && !node.negated() ? null : node,
                customers -> getTranslation("customer.condition.part", customers));
        parts.getChildren().forEach(part -> {
            switch (part) {
                case ConditionRow row -> row.count(counts);
                case ConditionGroup group -> group.count(counts);
                default -> throw new IllegalStateException("No part of a condition: " + part.getClass());
            }
        });
    }

    /** Shows a condition; one that is no group as the only part. */
    void show(@Nullable FormNode node) {
        parts.removeAll();
        Group group =
                node instanceof Group known ? known : new Group(true, false, node == null ? List.of() : List.of(node));
        all.setValue(group.all());
        negated.setValue(group.negated());
        for (FormNode part : group.parts()) {
            if (part instanceof Group) {
                ConditionGroup inner = group();
                inner.show(part);
                parts.add(inner);
            } else {
                ConditionRow row = row();
                row.show(part);
                parts.add(row);
            }
        }
        if (group.parts().isEmpty()) {
            parts.add(row());
        }
    }
}
