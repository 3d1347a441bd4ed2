package org.clientele.dataimport.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import org.clientele.dataimport.ImportSummary;
import org.clientele.dataimport.Interpretation.Rejection;
import org.clientele.dataimport.RejectionGroup;
import org.clientele.dataimport.SampleRow;

/** What becomes of the rows of a file: why some are rejected, with their file to download, and the first rows of each kind. */
final class RowReport extends Div {
    private static final int ROWS = 12;

    private final ImportTexts texts;
    private final List<String> columns;

    RowReport(
            ImportTexts texts,
            List<String> columns,
            String fileName,
            ImportSummary summary,
            RejectedDownload.Source rejected) {
        this.texts = texts;
        this.columns = columns;
        addClassName("stack");
        if (summary.rejected() > 0) {
            add(reasons(summary, fileName, rejected));
        }
        add(rows(summary));
    }

    private Component reasons(ImportSummary summary, String fileName, RejectedDownload.Source rejected) {
        NativeTable table = new NativeTable();
        table.addClassName("table");
        table.setCaptionText(texts.text("dataimport.check.reasons"));
        table.getCaption().addClassName("visually-hidden");
        for (RejectionGroup group : summary.groups()) {
            Rejection first = group.first();
            String place = first.columnNumber() == 0
                    ? texts.text("dataimport.check.first-row", texts.number(first.row()))
                    : texts.text("dataimport.check.first", texts.number(first.row()), first.columnNumber());
            NativeTableCell count = new NativeTableCell(texts.number(group.count()));
            count.addClassName("num");
            NativeTableCell where = new NativeTableCell(place);
            where.addClassName("muted");
            table.getBody().add(new NativeTableRow(new NativeTableCell(texts.reason(group)), count, where));
        }
        Div head = new Div(
                title("dataimport.check.reasons"),
                RejectedDownload.create(texts, fileName, summary.rejected(), rejected));
        head.addClassNames("row", "row-apart");
        Div scroll = new Div(table);
        scroll.addClassName("table-scroll");
        scroll.getElement().setAttribute("tabindex", "0");
        return new Div(head, scroll);
    }

    private Component rows(ImportSummary summary) {
        RadioButtonGroup<Boolean> kind = new RadioButtonGroup<>();
        kind.addClassName("choice");
        kind.setAriaLabel(texts.text("dataimport.check.rows"));
        kind.setItems(true, false);
        kind.setItemLabelGenerator(
                rejected -> texts.text(rejected ? "dataimport.count.rejected" : "dataimport.count.new"));
        Div table = new Div();
        kind.addValueChangeListener(change -> showRows(summary, table, change.getValue()));
        kind.setValue(summary.rejected() > 0);
        kind.setVisible(summary.rejected() > 0);
        Div head = new Div(title("dataimport.check.rows"), kind);
        head.addClassName("row");
        Div part = new Div(head, table);
        part.addClassName("stack");
        return part;
    }

    private void showRows(ImportSummary summary, Div table, boolean rejected) {
        List<SampleRow> rows = summary.samples().stream()
                .filter(sample -> (sample.rejection() != null) == rejected)
                .limit(ROWS)
                .toList();
        table.removeAll();
        if (rows.isEmpty()) {
            Div none = new Div(texts.text("dataimport.check.none"));
            none.addClassName("muted");
            table.add(none);
        } else {
            table.add(PreviewTable.ofSamples(texts, columns, rows, rejected));
        }
    }

    private H2 title(String key) {
        H2 title = new H2(texts.text(key));
        title.addClassName("section-title");
        return title;
    }
}
