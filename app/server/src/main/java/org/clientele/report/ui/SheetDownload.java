package org.clientele.report.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.clientele.common.ui.Formats;
import org.clientele.customer.CsvCells;
import org.clientele.engine.column.Value;
import org.clientele.frontend.Icon;

/** Downloads a sheet as CSV: words in the reader's language, figures as programs read them. */
public final class SheetDownload extends Composite<Div> {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String fileName;
    private final Supplier<Sheet> sheet;

    /** @param sheet asked for at every download; it checks rights */
    public SheetDownload(String fileName, String label, Supplier<Sheet> sheet) {
        this.fileName = fileName;
        this.sheet = sheet;
        Anchor download = new Anchor((DownloadHandler) this::write, "");
        download.addClassName("visually-hidden");
        download.getElement().setAttribute("tabindex", "-1").setAttribute("aria-hidden", "true");
        Button button = new Button(
                label, Icon.DOWNLOAD.create(), click -> download.getElement().callJsFunction("click"));
        getContent().add(button, download);
    }

    private void write(DownloadEvent event) throws IOException {
        Sheet rows = sheet.get();
        event.setFileName(fileName);
        event.setContentType("text/csv;charset=utf-8");
        try (Writer writer =
                new BufferedWriter(new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8))) {
            write(rows, writer);
        }
    }

    static void write(Sheet sheet, Writer writer) throws IOException {
        writer.write(BYTE_ORDER_MARK);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
        csv.writeRecord(sheet.headings().stream()
                .map(heading -> CsvCells.safe(heading.text()))
                .toList());
        for (int row = 0; row < sheet.size(); row++) {
            csv.writeRecord(line(sheet.rows().apply(row), sheet.headings().size()));
        }
        csv.flush();
    }

    /** As many fields as there are headings, also where a row begins a block. */
    private static List<String> line(Sheet.Row row, int width) {
        List<String> fields = new ArrayList<>(Collections.nCopies(width, ""));
        for (int i = 0; i < row.cells().size(); i++) {
            fields.set(i, text(row.cells().get(i)));
        }
        return fields;
    }

    private static String text(Sheet.Cell cell) {
        return switch (cell.value()) {
            case Value.Whole(long number) -> Long.toString(number);
            case Value.Decimal(double number) -> BigDecimal.valueOf(number).toPlainString();
            case Value.Money money -> money.major().toPlainString();
            case Value.Date(var date) -> date.toString();
            default -> cell.text().equals(Formats.MISSING) ? "" : CsvCells.safe(cell.text());
        };
    }
}
