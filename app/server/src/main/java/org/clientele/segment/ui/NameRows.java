package org.clientele.segment.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import org.clientele.frontend.Icon;
import org.clientele.segment.LocalName;
import org.clientele.segment.OwnModels;
import org.jspecify.annotations.Nullable;

/** What segments are called in both languages, best first; rows may be added and taken away where the number of segments is open. */
final class NameRows extends Div {
    private final List<Row> rows = new ArrayList<>();
    private final Div list = new Div();
    private @Nullable Button more;
    private final transient Bounds bounds;

    /**
     * How many rows there may be.
     *
     * @param kept so many first rows cannot be taken away
     */
    record Bounds(int fewest, int kept, int most) {}

    private NameRows(Bounds bounds) {
        this.bounds = bounds;
        addClassName("stack");
        list.addClassName("stack");
        add(list);
    }

    /** As many as there are names. */
    static NameRows fixed(List<LocalName> names) {
        NameRows made = new NameRows(new Bounds(Integer.MAX_VALUE, 0, 0));
        made.show(names);
        return made;
    }

    /** More or fewer. */
    static NameRows growing(List<LocalName> names, Bounds bounds) {
        NameRows made = new NameRows(bounds);
        Button more = new Button(made.getTranslation("segment.new.segment.add"), Icon.PLUS.create());
        more.addThemeVariants(ButtonVariant.TERTIARY);
        more.addClickListener(click -> {
            Row added = made.append(LocalName.NONE);
            made.number();
            added.first().focus();
        });
        made.more = more;
        made.show(names);
        Div end = new Div(more);
        end.addClassName("row");
        made.add(end);
        return made;
    }

    void show(List<LocalName> names) {
        rows.clear();
        list.removeAll();
        names.forEach(this::append);
        number();
    }

    List<LocalName> names() {
        return rows.stream().map(Row::name).toList();
    }

    private Row append(LocalName name) {
        Row row = new Row(name);
        rows.add(row);
        list.add(row);
        return row;
    }

    private void drop(Row row) {
        int place = rows.indexOf(row);
        rows.remove(row);
        list.remove(row);
        number();
        rows.get(Math.min(place, rows.size() - 1)).first().focus();
    }

    private void number() {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).number(i + 1, i >= bounds.kept() && rows.size() > bounds.fewest());
        }
        if (more != null) {
            more.setEnabled(rows.size() < bounds.most());
        }
    }

    /** One segment; the language of whoever types comes first. */
    private final class Row extends Div {
        private final Span number = new Span();
        private final TextField english = new TextField();
        private final TextField chinese = new TextField();
        private final Button remove = new Button(Icon.X.create(), click -> drop(this));

        Row(LocalName name) {
            addClassNames("row", "name-row");
            number.addClassName("num");
            field(english, "segment.new.english", name.english());
            field(chinese, "segment.new.chinese", name.chinese());
            remove.addThemeVariants(ButtonVariant.TERTIARY);
            add(number, first(), first() == english ? chinese : english, remove);
        }

        private void field(TextField field, String placeholder, String value) {
            field.setPlaceholder(NameRows.this.getTranslation(placeholder));
            field.setMaxLength(OwnModels.LONGEST_NAME);
            field.setValue(value);
            field.addClassName("grow");
        }

        private TextField first() {
            return UI.getCurrent().getLocale().getLanguage().equals("zh") ? chinese : english;
        }

        private void number(int place, boolean removable) {
            number.setText(String.valueOf(place));
            english.setAriaLabel(NameRows.this.getTranslation("segment.new.segment.english", place));
            chinese.setAriaLabel(NameRows.this.getTranslation("segment.new.segment.chinese", place));
            remove.setAriaLabel(NameRows.this.getTranslation("segment.new.segment.remove", place));
            remove.setVisible(removable);
        }

        LocalName name() {
            return new LocalName(english.getValue(), chinese.getValue());
        }
    }
}
