package org.clientele.dataimport.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.clientele.dataimport.Interpretation.Rejection;
import org.clientele.dataimport.SampleRow;
import org.clientele.dataimport.file.RawRow;
import org.jspecify.annotations.Nullable;

/** Some rows of a file as they stand in it; the value that keeps a row from being imported is marked. */
final class PreviewTable extends Div {
    private static final int LONGEST = 24;

    private final ImportTexts texts;
    private final List<String> columns;
    private final NativeTable table = new NativeTable();

    private PreviewTable(ImportTexts texts, List<String> columns, String caption) {
        this.texts = texts;
        this.columns = columns;
        addClassName("table-scroll");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", caption);
        table.addClassName("table");
        add(table);
    }

    static PreviewTable of(ImportTexts texts, List<String> columns, List<RawRow> rows) {
        PreviewTable preview = new PreviewTable(texts, columns, texts.text("dataimport.file.preview"));
        preview.head(false);
        rows.forEach(row -> preview.row(row, null, false));
        return preview;
    }

    /** Rows with the reason why they are not imported, where they are not. */
    static PreviewTable ofSamples(ImportTexts texts, List<String> columns, List<SampleRow> rows, boolean reasons) {
        PreviewTable preview = new PreviewTable(texts, columns, texts.text("dataimport.check.rows"));
        preview.head(reasons);
        rows.forEach(sample -> preview.row(sample.row(), sample.rejection(), reasons));
        return preview;
    }

    private void head(boolean reasons) {
        NativeTableRow head = new NativeTableRow();
        head.add(heading(texts.text("dataimport.row")));
        if (reasons) {
            head.add(heading(texts.text("dataimport.reason")));
        }
        columns.forEach(column -> head.add(heading(texts.column(column))));
        table.getHead().add(head);
    }

    private void row(RawRow row, @Nullable Rejection rejection, boolean reasons) {
        NativeTableRow line = new NativeTableRow();
        line.add(cell(texts.number(row.number()), false));
        if (reasons) {
            line.add(cell(rejection == null ? "" : texts.reason(rejection), false));
        }
        for (int i = 0; i < columns.size(); i++) {
            boolean guilty = rejection != null && rejection.columnNumber() == i + 1;
            String value = row.value(i);
            boolean empty = guilty && value.isBlank();
            line.add(cell(empty ? texts.text("dataimport.check.empty") : shortened(value), guilty));
        }
        table.getBody().add(line);
    }

    private static NativeTableHeaderCell heading(String text) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", "col");
        cell.addClassName("nowrap");
        return cell;
    }

    private static NativeTableCell cell(String text, boolean bad) {
        Span content = new Span(text);
        content.addClassName("nowrap");
        content.setClassName("bad", bad);
        return new NativeTableCell(content);
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    }
}
