package org.clientele.segment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import org.clientele.common.ui.FigureTable;

/** A label to choose for every cell of a grid. Where that is narrow, the choices of a row stand below its name, each with its column. */
final class LabelChoices {
    private final FigureTable table;
    private final List<String> columns;

    /**
     * @param corner what the names of the rows are
     * @param columns their names
     */
    LabelChoices(String caption, String corner, List<String> columns) {
        List<String> headings = new ArrayList<>(List.of(corner));
        headings.addAll(columns);
        this.columns = columns;
        table = new FigureTable(caption, headings.toArray(String[]::new));
        table.addClassName("label-choices");
    }

    /** Adds a row. */
    void row(String name, List<Select<String>> choices) {
        table.row(new Span(name), cells(choices));
    }

    /** Adds a row that goes by a shorter name beside its choices. */
    void row(String name, String brief, List<Select<String>> choices) {
        Span said = new Span(name);
        said.addClassName("label-row");
        Span shown = new Span(brief);
        shown.addClassName("label-brief");
        shown.getElement().setAttribute("aria-hidden", "true");
        table.addClassName("brief");
        table.row(new Div(said, shown), cells(choices));
    }

    private Div[] cells(List<Select<String>> choices) {
        Div[] cells = new Div[choices.size()];
        for (int at = 0; at < cells.length; at++) {
            Span column = new Span(columns.get(at));
            column.addClassNames("caption", "label-column");
            column.getElement().setAttribute("aria-hidden", "true");
            choices.get(at).setOverlayWidth("auto");
            cells[at] = new Div(column, choices.get(at));
        }
        return cells;
    }

    FigureTable table() {
        return table;
    }
}
