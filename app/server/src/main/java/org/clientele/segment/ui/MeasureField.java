package org.clientele.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.clientele.plugins.api.Texts;

/** Which metric or attribute a model goes by. One is always chosen. */
final class MeasureField extends ComboBox<String> {
    /** @param offered ids of metrics and attributes; the one chosen is offered in any case */
    MeasureField(SegmentWords words, String label, List<String> offered, String chosen) {
        super(label);
        setItems(Stream.concat(Stream.of(chosen), offered.stream())
                .distinct()
                .sorted(byName(words))
                .toList());
        setItemLabelGenerator(words::subject);
        setValue(chosen);
        setWidthFull();
        setHelperText(help(words, chosen));
        addValueChangeListener(change -> {
            if (change.getValue() == null) {
                setValue(change.getOldValue());
            } else {
                setHelperText(help(words, change.getValue()));
            }
        });
    }

    /** How a metric is counted, as its plugin says; nothing for anything else. */
    private static String help(SegmentWords words, String measure) {
        String key = Texts.metricHelp(measure);
        String help = words.names().text(key);
        return help.equals(key) ? "" : help;
    }

    private static Comparator<String> byName(SegmentWords words) {
        return Comparator.comparing(
                words::subject, Collator.getInstance(words.formats().locale()));
    }

    /** The field and another one side by side where there is room. */
    static Div beside(MeasureField measure, Component other) {
        Div row = new Div(measure, other);
        row.addClassNames("row", "fields-hinted", "halves");
        return row;
    }

    /** Has somebody hear of another one. */
    void onChoice(Consumer<String> listener) {
        addValueChangeListener(change -> {
            if (change.getValue() != null) {
                listener.accept(change.getValue());
            }
        });
    }

    /** The one chosen. */
    String chosen() {
        return Objects.requireNonNullElse(getValue(), "");
    }

    /** What may be offered to somebody from whom attributes are hidden. */
    static List<String> visible(List<String> measures, Set<String> hidden) {
        return measures.stream().filter(measure -> !hidden.contains(measure)).toList();
    }
}
