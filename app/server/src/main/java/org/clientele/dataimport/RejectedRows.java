package org.clientele.dataimport;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.clientele.dataimport.Interpretation.Rejection;
import org.clientele.dataimport.file.FileFormat;
import org.clientele.dataimport.file.RawRow;
import org.clientele.dataimport.file.Separator;
import org.clientele.dataimport.file.TextEncoding;

/**
 * Writes the rows that are not imported, in the separator and encoding of their file, with the reason behind them. The values stay as they
 * came, because this is the user's own file to be mended and imported again; a list exported from the portal is another matter.
 */
public final class RejectedRows implements ImportPass.RejectionSink, AutoCloseable {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CsvWriter csv;
    private final int columns;
    private final Function<Rejection, String> describe;
    private final boolean blanks;

    /**
     * @param file to be written, compressed by gzip
     * @param header names to begin with, the reason's column included; empty when the file has none
     * @param columns the file's number of columns: shorter rows are filled up so that the reason has its own column
     * @param describe the reason in the user's language
     */
    public RejectedRows(
            Path file, FileFormat format, List<String> header, int columns, Function<Rejection, String> describe) {
        this.columns = columns;
        this.describe = describe;
        this.blanks = format.separator() == Separator.BLANKS;
        this.csv = CsvWriter.builder()
                .fieldSeparator(format.separator().character())
                .lineDelimiter(LineDelimiter.CRLF)
                .build(writer(file, format.encoding()));
        if (!header.isEmpty()) {
            csv.writeRecord(header);
        }
    }

    @Override
    public void reject(RawRow row, Rejection rejection) {
        List<String> values = new ArrayList<>(row.values());
        while (values.size() < columns) {
            values.add("");
        }
        String reason = describe.apply(rejection);
        values.add(blanks ? reason.replace(' ', '\u00A0') : reason);
        csv.writeRecord(values);
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The rejected rows could not be written; is there room on the disk?", failure);
        }
    }

    private static Writer writer(Path file, TextEncoding encoding) {
        Charset charset = encoding.charset();
        try {
            Writer writer = new BufferedWriter(new OutputStreamWriter(
                    new GZIPOutputStream(Files.newOutputStream(file), 1 << 16),
                    charset.newEncoder()
                            .onUnmappableCharacter(CodingErrorAction.REPLACE)
                            .onMalformedInput(CodingErrorAction.REPLACE)));
            if (encoding == TextEncoding.UTF_16LE
                    || encoding == TextEncoding.UTF_16BE
                    || encoding == TextEncoding.UTF_8) {
                writer.write(BYTE_ORDER_MARK);
            }
            return writer;
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "No file for the rejected rows can be made; is there room on the disk?", failure);
        }
    }
}
