package org.clientele.loyalty.ui;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.clientele.customer.CsvCells;
import org.clientele.loyalty.PointsEntry;

/** A statement as CSV: headings in the reader's language, numbers and dates as programs read them; no cell is a formula. */
final class StatementCsv {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final LoyaltyWords words;

    StatementCsv(LoyaltyWords words) {
        this.words = words;
    }

    String of(List<PointsEntry> entries) {
        StringWriter text = new StringWriter();
        text.write(BYTE_ORDER_MARK);
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            write(csv, entries);
        } catch (IOException failure) {
            throw new UncheckedIOException("A statement in memory could not be written", failure);
        }
        return text.toString();
    }

    private void write(CsvWriter csv, List<PointsEntry> entries) {
        csv.writeRecord(Stream.of("column.day", "column.kind", "column.reason", "column.by", "column.change", "balance")
                .map(heading -> words.text("loyalty." + heading))
                .toList());
        entries.forEach(entry -> csv.writeRecord(
                entry.day().toString(),
                words.kind(entry),
                CsvCells.safe(entry.reason()),
                CsvCells.safe(words.by(entry)),
                Long.toString(entry.change()),
                Long.toString(entry.balance())));
    }
}
