package org.clientele.dataimport.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientele.dataimport.TargetField;
import org.clientele.dataimport.file.FileInspection;
import org.clientele.dataimport.file.RawRow;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.ImportPreset.Column;
import org.clientele.plugins.api.ImportPreset.Transform;
import org.jspecify.annotations.Nullable;

/** Which column or columns one value of the target comes from, and how. */
final class MappingFields extends Div {
    private static final int TEXTS_OFFERED = 20;

    private final TargetField target;
    private final ImportTexts texts;
    private final List<String> columns;
    private final FileInspection file;
    private final List<Transform> proposed;
    private final ComboBox<String> column = new ComboBox<>();
    private final Select<Transform> transform = new Select<>();
    private final ComboBox<String> second = new ComboBox<>();
    private final TextField argument = new TextField();
    private final Span said = new Span();
    private final Button explain = new Button();
    private final Div standing;
    private StandIns standIns;

    MappingFields(
            TargetField target,
            ImportTexts texts,
            List<String> columns,
            FileInspection file,
            boolean required,
            @Nullable Column mapping) {
        this.target = target;
        this.texts = texts;
        this.columns = columns;
        this.file = file;
        addClassName("mapping");
        column.setLabel(texts.field(target));
        column.setRequiredIndicatorVisible(required);
        fill(column);
        fill(second);
        second.setLabel(texts.text("dataimport.columns.second"));
        argument.setLabel(texts.text("dataimport.columns.prefix"));
        transform.setLabel(texts.text("dataimport.columns.how"));
        transform.setItemLabelGenerator(how -> texts.text("dataimport.transform." + how));
        standIns = StandIns.of(mapping);
        standing = standing();
        proposed = mapping == null ? List.of() : List.of(mapping.transform());
        if (mapping != null) {
            read(mapping);
        }
        offerTransforms();
        column.addValueChangeListener(change -> {
            column.setInvalid(false);
            offerTransforms();
            showParts();
        });
        transform.addValueChangeListener(change -> showParts());
        showParts();
        add(column, transform, second, argument, standing);
    }

    TargetField target() {
        return target;
    }

    boolean isMapped() {
        return column.getValue() != null;
    }

    /** The mapping, or nothing when no column is chosen. */
    Optional<Column> value() {
        if (column.getValue() == null) {
            return Optional.empty();
        }
        Transform how = transform.getValue();
        List<String> from = new ArrayList<>(List.of(column.getValue()));
        if (how == Transform.MULTIPLY && second.getValue() != null) {
            from.add(second.getValue());
        }
        return Optional.of(standIns.in(
                new Column(target.id(), from, how, how == Transform.STARTS_WITH ? argument.getValue() : null)));
    }

    /** What texts of the column stand for, and the way to change it. */
    private Div standing() {
        said.addClassName("caption");
        explain.setText(texts.text("dataimport.values.change"));
        explain.setAriaLabel(texts.text("dataimport.values.title", texts.field(target)));
        explain.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        explain.addClickListener(
                click -> new StandInDialog(target, texts, standIns, foundTexts(), this::standFor).open());
        Div row = new Div(said, explain);
        row.addClassNames("row", "mapping-texts");
        return row;
    }

    private void standFor(StandIns chosen) {
        standIns = chosen;
        showParts();
    }

    /** Texts of the column's first rows, where the field has few values. */
    private List<String> foundTexts() {
        if (target.type() != FieldType.CHOICE && target.type() != FieldType.BOOLEAN) {
            return List.of();
        }
        int index = columns.indexOf(column.getValue());
        return file.rows().stream()
                .skip(file.format().header() ? 1 : 0)
                .map(row -> row.value(index).strip())
                .filter(text -> !text.isEmpty())
                .distinct()
                .sorted()
                .limit(TEXTS_OFFERED)
                .toList();
    }

    /** Says beside the field what is wrong with it, and goes there. */
    void showError(String message) {
        column.setErrorMessage(message);
        column.setInvalid(true);
        column.focus();
    }

    private void read(Column mapping) {
        String first = mapping.from().isEmpty() ? null : mapping.from().getFirst();
        column.setValue(columns.contains(first) ? first : null);
        transform.setValue(
                transforms().contains(mapping.transform())
                        ? mapping.transform()
                        : transforms().getFirst());
        if (mapping.from().size() > 1 && columns.contains(mapping.from().get(1))) {
            second.setValue(mapping.from().get(1));
        }
        argument.setValue(mapping.argument() == null ? "" : mapping.argument());
    }

    private void fill(ComboBox<String> field) {
        field.setItems(columns);
        field.setItemLabelGenerator(texts::column);
        field.setClearButtonVisible(true);
        field.setPlaceholder(texts.text("dataimport.columns.none"));
    }

    private void showParts() {
        boolean mapped = isMapped();
        transform.setVisible(mapped && transforms().size() > 1);
        second.setVisible(mapped && transform.getValue() == Transform.MULTIPLY);
        argument.setVisible(mapped && transform.getValue() == Transform.STARTS_WITH);
        said.setText(standIns.describe(texts, target));
        said.setVisible(!standIns.isEmpty());
        standing.setVisible(mapped);
        column.setHelperText(mapped ? texts.text("dataimport.columns.example", example()) : "");
    }

    private String example() {
        int index = columns.indexOf(column.getValue());
        return file.rows().stream()
                .map((RawRow row) -> row.value(index).strip())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("–");
    }

    /** What can be done with a column's text for this type; a rare way is offered only where the file calls for it. */
    private List<Transform> transforms() {
        List<Transform> usual =
                switch (target.type()) {
                    case TEXT, INTEGER, CHOICE, DATE -> List.of(Transform.NONE);
                    case MONEY, DECIMAL -> List.of(Transform.NONE, Transform.MULTIPLY);
                    case BOOLEAN -> List.of(Transform.NONE, Transform.STARTS_WITH, Transform.IS_NEGATIVE);
                };
        boolean floats =
                target.type() == FieldType.TEXT && isMapped() && example().matches("[0-9]+\\.0+");
        return Stream.concat(
                        usual.stream(),
                        Stream.concat(floats ? Stream.of(Transform.STRIP_FRACTION) : Stream.empty(), proposed.stream()))
                .distinct()
                .toList();
    }

    private void offerTransforms() {
        Transform chosen = transform.getValue();
        List<Transform> offered = transforms();
        transform.setItems(offered);
        transform.setValue(chosen != null && offered.contains(chosen) ? chosen : offered.getFirst());
    }
}
