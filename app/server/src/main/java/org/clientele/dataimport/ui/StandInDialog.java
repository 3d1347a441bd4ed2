package org.clientele.dataimport.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.clientele.dataimport.PlanCheck;
import org.clientele.dataimport.TargetField;
import org.clientele.frontend.Icon;
import org.clientele.plugins.api.FieldType;

/** Says what texts of a column stand for: another value, or none. */
final class StandInDialog extends Dialog {
    private static final String AS_IT_STANDS = "";

    /** Holds a control character, which no value of a file can. */
    private static final String NO_VALUE = "\0";

    private final transient TargetField target;
    private final transient ImportTexts texts;
    private final Div rows = new Div();
    private final transient List<Row> all = new ArrayList<>();

    /**
     * @param known what is said so far
     * @param found texts of the file, offered to be explained
     */
    StandInDialog(
            TargetField target, ImportTexts texts, StandIns known, List<String> found, Consumer<StandIns> chosen) {
        super(texts.text("dataimport.values.title", texts.field(target)));
        this.target = target;
        this.texts = texts;
        setWidth("min(620px, 96vw)");
        rows.addClassName("stack");
        Div hint = new Div(texts.text("dataimport.values.hint"));
        hint.addClassName("caption");
        Button more = new Button(texts.text("dataimport.values.add"), Icon.PLUS.create(), click -> addRow("", ""));
        Div content = new Div(hint, rows, more);
        content.addClassName("stack");
        add(content);
        known.values().forEach(this::addRow);
        known.missing().forEach(text -> addRow(text, NO_VALUE));
        found.stream()
                .filter(text ->
                        !known.values().containsKey(text) && !known.missing().contains(text))
                .forEach(text -> addRow(text, AS_IT_STANDS));
        if (all.isEmpty()) {
            addRow("", "");
        }
        Button save = new Button(texts.text("dataimport.values.apply"), click -> save(chosen));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(texts.text("common.cancel"), click -> close()), save);
    }

    /** A text of the file and what it stands for. */
    private record Row(TextField text, ComboBox<String> value) {}

    private void addRow(String text, String value) {
        TextField from = new TextField();
        from.setAriaLabel(texts.text("dataimport.values.text"));
        from.setPlaceholder(texts.text("dataimport.values.text"));
        from.setValue(text);
        ComboBox<String> to = new ComboBox<>();
        to.setAriaLabel(texts.text("dataimport.values.means", text));
        List<String> offered = new ArrayList<>(List.of(AS_IT_STANDS, NO_VALUE));
        offered.addAll(texts.values(target));
        boolean open = target.type() != FieldType.CHOICE && target.type() != FieldType.BOOLEAN;
        if (!value.isEmpty() && !offered.contains(value)) {
            offered.add(value);
        }
        to.setItems(offered);
        to.setItemLabelGenerator(this::label);
        to.setAllowCustomValue(open);
        to.addCustomValueSetListener(custom -> {
            List<String> items = new ArrayList<>(offered);
            items.add(custom.getDetail());
            to.setItems(items);
            to.setValue(custom.getDetail());
        });
        to.setValue(value);
        from.addClassName("grow");
        to.addClassName("grow");
        Div row = new Div(from, to);
        row.addClassName("row");
        rows.add(row);
        all.add(new Row(from, to));
    }

    private String label(String value) {
        return switch (value) {
            case AS_IT_STANDS -> texts.text("dataimport.values.same");
            case NO_VALUE -> texts.text("dataimport.values.none");
            default -> texts.value(target, value);
        };
    }

    private void save(Consumer<StandIns> chosen) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        boolean sound = true;
        for (Row row : all) {
            String text = row.text().getValue().strip();
            String value =
                    row.value().getValue() == null ? AS_IT_STANDS : row.value().getValue();
            row.value().setInvalid(false);
            if (text.isEmpty() || value.equals(AS_IT_STANDS)) {
                continue;
            }
            if (value.equals(NO_VALUE)) {
                missing.add(text);
            } else if (PlanCheck.reads(value, target)) {
                values.put(text, value);
            } else {
                row.value().setErrorMessage(texts.text("dataimport.finding.value", value));
                row.value().setInvalid(true);
                sound = false;
            }
        }
        if (sound) {
            chosen.accept(new StandIns(values, missing));
            close();
        }
    }
}
