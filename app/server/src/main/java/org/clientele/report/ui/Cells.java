package org.clientele.report.ui;

import org.clientele.engine.column.Value;
import org.clientele.report.ui.Sheet.Cell;

/** Figures as cells. */
record Cells(ReportWords words) {
    Cell figure(Value value) {
        return new Cell(words.plain(value), value, null);
    }

    Cell share(Value share) {
        return new Cell(words.percent(share), share, null);
    }

    Cell share(double share) {
        return new Cell(words.percent(share), Double.isNaN(share) ? Value.MISSING : new Value.Decimal(share), null);
    }
}
