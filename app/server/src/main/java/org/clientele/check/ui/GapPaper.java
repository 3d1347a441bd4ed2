package org.clientele.check.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.clientele.check.CheckGap;
import org.clientele.check.GapList;
import org.clientele.common.ui.FigureTable;

/** The gaps as a table that only a printer sees: a grid holds no more rows than the screen shows. */
final class GapPaper extends Div {
    private static final int MOST = 1_000;
    private static final int TEXT_COLUMNS = 4;

    private final CheckWords words;

    GapPaper(CheckWords words) {
        this.words = words;
        addClassName("only-on-paper");
    }

    /** Writes the first thousand gaps; says so where there are more. */
    void fill(GapList gaps) {
        removeAll();
        FigureTable table = new FigureTable(
                words.text("check.gaps.title"),
                words.text("check.column.customer"),
                words.text("check.column.check"),
                words.text("check.column.found"),
                words.text("check.column.state"),
                words.text("check.column.severity"));
        for (int column = 1; column <= TEXT_COLUMNS; column++) {
            table.words(column);
        }
        gaps.page(0, MOST).forEach(gap -> add(table, gap));
        add(table);
        if (gaps.total() > MOST) {
            add(new Div(words.text(
                    "check.gaps.paper",
                    words.formats().whole(MOST),
                    words.formats().whole(gaps.total()))));
        }
    }

    /** Writes other gaps in place of those that are written: they may be on their way to the printer. */
    void follow(GapList gaps) {
        if (getComponentCount() > 0) {
            fill(gaps);
        }
    }

    private void add(FigureTable table, CheckGap gap) {
        table.row(
                new Span(gap.customer().title()),
                words.name(gap.check()),
                words.found(gap.state(), gap.found()),
                words.state(gap.state()),
                words.severity(gap.check().severity()));
    }
}
