package org.clientele.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import org.clientele.frontend.Card;

/** A chart with a caption that says how to read it, and the same figures as a table, one at a time. */
public final class ChartCard extends Card {
    private final Component chart;
    private final Component table;
    private final Button toggle = new Button();

    public ChartCard(String title, String howToRead, Component chart, Component table) {
        super(title);
        this.chart = chart;
        this.table = table;
        Div caption = new Div(howToRead);
        caption.addClassName("caption");
        add(caption, chart, table);
        toggle.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        toggle.addClassName("no-print");
        toggle.setAriaLabel(getTranslation("common.chart.toggle", title));
        toggle.addClickListener(click -> showTable(!table.isVisible()));
        actions(toggle);
        showTable(false);
    }

    /** Shows the table instead of the chart, or the chart again. */
    public void showTable(boolean shown) {
        chart.setVisible(!shown);
        table.setVisible(shown);
        toggle.setText(getTranslation(shown ? "common.chart.chart" : "common.chart.table"));
        toggle.getElement().setAttribute("aria-pressed", String.valueOf(shown));
    }
}
