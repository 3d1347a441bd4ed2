package org.clientele.check;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Function;
import org.clientele.customer.CsvCells;

/** Writes a list of gaps as CSV, in the words of whoever asked for it. */
public final class GapCsv {
    private static final int PIECE = 1_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final GapList gaps;
    private final List<String> headings;
    private final Function<CheckGap, List<String>> cells;

    GapCsv(GapList gaps, List<String> headings, Function<CheckGap, List<String>> cells) {
        this.gaps = gaps;
        this.headings = List.copyOf(headings);
        this.cells = cells;
    }

    /** Writes all, beginning with a byte-order mark so that spreadsheets read Chinese; the writer stays open. */
    public void write(Writer output) {
        try {
            output.write(BYTE_ORDER_MARK);
            CsvWriter csv =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(output);
            csv.writeRecord(safe(headings));
            for (int offset = 0; offset < gaps.total(); offset += PIECE) {
                gaps.page(offset, PIECE).forEach(gap -> csv.writeRecord(safe(cells.apply(gap))));
                csv.flush();
            }
            csv.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The export could not be written; the download was probably cut off", failure);
        }
    }

    private static List<String> safe(List<String> texts) {
        return texts.stream().map(CsvCells::safe).toList();
    }
}
