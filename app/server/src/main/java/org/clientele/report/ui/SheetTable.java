package org.clientele.report.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of a sheet as a table, with blocks and totals that stand out. */
public final class SheetTable extends Div {
    private static final int WORD = 8;
    private static final String BEFORE_KEY = " · ";

    /**
     * @param caption what the table shows, read out by screen readers
     * @param from the first row shown
     * @param count most rows shown
     */
    public SheetTable(String caption, Sheet sheet, int from, int count) {
        addClassName("table-scroll");
        getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", caption);
        NativeTable table = new NativeTable();
        table.addClassName("table");
        table.setCaptionText(caption);
        table.getCaption().addClassName("visually-hidden");
        NativeTableRow head = new NativeTableRow();
        for (Sheet.Heading heading : sheet.headings()) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(heading.text());
            cell.getElement().setAttribute("scope", "col");
            cell.setClassName("num", heading.figures());
            cell.setClassName("word", isWord(heading.text()));
            head.add(cell);
        }
        table.getHead().add(head);
        int to = (int) Math.min(sheet.size(), (long) from + count);
        List<Sheet.Row> rows = IntStream.range(from, to).mapToObj(sheet.rows()).toList();
        EvenDecimals.of(sheet.headings(), rows).forEach(row -> table.getBody().add(row(sheet, row)));
        add(table);
    }

    private static NativeTableRow row(Sheet sheet, Sheet.Row row) {
        NativeTableRow line = new NativeTableRow();
        line.addClassName("row-" + row.kind().name().toLowerCase(java.util.Locale.ROOT));
        List<Sheet.Cell> cells = row.cells();
        NativeTableHeaderCell name = new NativeTableHeaderCell(content(cells.getFirst()));
        name.getElement().setAttribute("scope", row.kind() == Sheet.Row.Kind.BLOCK ? "rowgroup" : "row");
        if (row.kind() == Sheet.Row.Kind.BLOCK) {
            name.getElement()
                    .setAttribute("colspan", String.valueOf(sheet.headings().size()));
        }
        line.add(name);
        for (int i = 1; i < cells.size(); i++) {
            NativeTableCell cell = new NativeTableCell(content(cells.get(i)));
            cell.setClassName("num", sheet.headings().get(i).figures());
            cell.setClassName("word", isWord(cells.get(i).text()));
            line.add(cell);
        }
        return line;
    }

    /** Chinese breaks anywhere; a word of a few letters stays in one line, and the table scrolls if need be. */
    private static boolean isWord(String text) {
        return text.length() <= WORD;
    }

    /** A key that follows a name, which tells those of one name apart, is not broken at its hyphen. */
    private static Component[] parts(String text) {
        int key = text.lastIndexOf(BEFORE_KEY);
        if (key < 0) {
            return new Component[] {new Text(text)};
        }
        int from = key + BEFORE_KEY.length();
        Span whole = new Span(text.substring(from));
        whole.addClassName("whole");
        return new Component[] {new Text(text.substring(0, from)), whole};
    }

    private static Component content(Sheet.Cell cell) {
        String href = cell.href();
        if (href == null) {
            Span words = new Span();
            words.add(parts(cell.text()));
            return words;
        }
        Anchor link = new Anchor(href, parts(cell.text()));
        link.getElement().setAttribute("router-link", true);
        return link;
    }
}
