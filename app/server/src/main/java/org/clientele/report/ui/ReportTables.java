package org.clientele.report.ui;

import com.vaadin.flow.component.Component;
import org.clientele.report.ReportPage;

/** Reports as parts of other screens. */
public final class ReportTables {
    private ReportTables() {}

    /** The first rows of a report as a table. */
    public static Component first(String caption, ReportPage page, ReportWords words, int rows) {
        return new SheetTable(caption, Sheets.of(page, words), 0, rows);
    }
}
