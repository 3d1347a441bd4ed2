package org.clientele.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.HashSet;
import java.util.Set;
import org.clientele.frontend.Tone;
import org.jspecify.annotations.Nullable;

/** A table of figures for everybody who cannot or does not want to read the chart beside it. The first column names the row. */
public final class FigureTable extends Div {
    private final NativeTable table = new NativeTable();
    private final NativeTableRow head = new NativeTableRow();
    private final NativeTableBody body;
    private final Set<Integer> words = new HashSet<>();

    /**
     * @param caption what the table shows, read out by screen readers
     * @param headings of the columns; all but the first hold figures
     */
    public FigureTable(String caption, String... headings) {
        addClassName("table-scroll");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", caption);
        table.addClassName("table");
        table.setCaptionText(caption);
        table.getCaption().addClassName("visually-hidden");
        for (int i = 0; i < headings.length; i++) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(headings[i]);
            cell.getElement().setAttribute("scope", "col");
            cell.setClassName("num", i > 0);
            head.add(cell);
        }
        table.getHead().add(head);
        body = table.getBody();
        add(table);
    }

    /** Says that a column, counted from 0, holds words and not figures; before rows are added. */
    public FigureTable words(int column) {
        words.add(column);
        ((NativeTableHeaderCell) head.getComponentAt(column)).removeClassName("num");
        return this;
    }

    /** Where it is narrow, a row's figures stand below its name, so that all of them are in sight; words in the last column stay beside the name. */
    public FigureTable stacked() {
        table.addClassName("stacked");
        return this;
    }

    /** Adds a row. */
    public FigureTable row(Component name, String... figures) {
        Component[] cells = new Component[figures.length];
        for (int i = 0; i < figures.length; i++) {
            cells[i] = new Span(figures[i]);
        }
        return row(name, cells);
    }

    /** Adds a row of components. */
    public FigureTable row(Component name, Component... figures) {
        NativeTableHeaderCell head = new NativeTableHeaderCell(name);
        head.getElement().setAttribute("scope", "row");
        NativeTableRow row = new NativeTableRow(head);
        for (int i = 0; i < figures.length; i++) {
            NativeTableCell cell = new NativeTableCell(figures[i]);
            cell.setClassName("num", !words.contains(i + 1));
            row.add(cell);
        }
        body.add(row);
        return this;
    }

    /** The name of a row that leads somewhere, with the colour it has in the chart. */
    public static Component name(String text, @Nullable String href, @Nullable String tone) {
        Component label = href == null ? new Span(text) : new Anchor(href, text);
        if (href != null) {
            label.getElement().setAttribute("router-link", true);
        }
        if (tone == null) {
            return label;
        }
        Span dot = Tone.set(new Span(), tone);
        dot.addClassName("dot");
        Span name = new Span(dot, label);
        name.addClassName("nowrap");
        return name;
    }
}
