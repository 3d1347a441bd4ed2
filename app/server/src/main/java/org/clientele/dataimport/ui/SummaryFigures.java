package org.clientele.dataimport.ui;

import com.vaadin.flow.component.html.Div;
import org.clientele.dataimport.ImportRun.Counts;

/** The four counts of an import. */
final class SummaryFigures extends Div {
    SummaryFigures(ImportTexts texts, Counts counts) {
        addClassName("figures");
        add(
                figure(texts, "new", counts.fresh(), "good"),
                figure(texts, "changed", counts.changed(), ""),
                figure(texts, "unchanged", counts.unchanged(), ""),
                figure(texts, "rejected", counts.rejected(), "bad"));
    }

    private static Div figure(ImportTexts texts, String name, long count, String tone) {
        Div figure = new Div();
        figure.addClassName("key-figure");
        Div label = new Div(texts.text("dataimport.count." + name));
        label.addClassName("key-figure-label");
        Div value = new Div(texts.number(count));
        value.addClassName("key-figure-value");
        if (count > 0 && !tone.isEmpty()) {
            value.addClassName(tone);
        }
        figure.add(label, value);
        return figure;
    }
}
