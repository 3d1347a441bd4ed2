package org.clientele.dataimport.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.clientele.common.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a file row by row, never holding more than one; rows without any text are passed over but counted. */
public final class RowReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RowReader.class);
    private static final int LONGEST_VALUE = 1_000_000;
    private static final int MOST_COLUMNS = 2_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Source source;
    private long number;

    private RowReader(Source source) {
        this.source = source;
    }

    /** Where the values of the next row come from. */
    private interface Source extends AutoCloseable {
        @Nullable
        List<String> next() throws IOException;

        @Override
        void close() throws IOException;
    }

    public static RowReader open(StoredFile file, TextEncoding encoding, Separator separator) {
        try {
            return new RowReader(open(file.open(), encoding, separator));
        } catch (IOException failure) {
            throw problem(failure, 1);
        }
    }

    /** Reads text that is already in memory. */
    static RowReader of(Reader text, Separator separator) {
        return new RowReader(source(text, separator));
    }

    /** The next row that holds any text, or null at the end. */
    public @Nullable RawRow next() {
        try {
            while (true) {
                List<String> values = source.next();
                if (values == null) {
                    return null;
                }
                number++;
                RawRow row = new RawRow(number, values);
                if (!row.isBlank()) {
                    return row;
                }
            }
        } catch (CsvParseException malformed) {
            LOG.info("Row {} of an import file cannot be parsed: {}", number + 1, malformed.getClass());
            throw new Problem("dataimport.problem.malformed", number + 1);
        } catch (UncheckedIOException failure) {
            throw problem(failure, number + 1);
        } catch (IOException failure) {
            throw problem(failure, number + 1);
        }
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("An import file could not be closed", failure);
        }
    }

    private static Problem problem(Exception failure, long row) {
        if (failure instanceof TooLargeException || failure.getCause() instanceof TooLargeException) {
            return new Problem("dataimport.problem.too-large", StoredFile.LARGEST / (1024 * 1024));
        }
        LOG.warn("An import file cannot be read at row {}", row, failure);
        return new Problem("dataimport.problem.unreadable", row);
    }

    private static Source open(java.io.InputStream in, TextEncoding encoding, Separator separator) throws IOException {
        try {
            return source(withoutMark(new InputStreamReader(in, encoding.charset())), separator);
        } catch (IOException failure) {
            in.close();
            throw failure;
        }
    }

    private static Reader withoutMark(Reader reader) throws IOException {
        PushbackReader text = new PushbackReader(reader, 1);
        int first = text.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            text.unread(first);
        }
        return text;
    }

    private static Source source(Reader text, Separator separator) {
        return separator == Separator.BLANKS
                ? new BlankSource(new BufferedReader(text))
                : new CsvSource(text, separator);
    }

    private static final class CsvSource implements Source {
        private final CloseableIterator<CsvRecord> records;

        CsvSource(Reader text, Separator separator) {
            CsvRecordHandler handler = CsvRecordHandler.builder()
                    .maxFields(MOST_COLUMNS)
                    .maxFieldSize(LONGEST_VALUE)
                    .maxRecordSize(2 * LONGEST_VALUE)
                    .build();
            records = CsvReader.builder()
                    .fieldSeparator(separator.character())
                    .skipEmptyLines(false)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .allowExtraCharsAfterClosingQuote(true)
                    .maxBufferSize(2 * LONGEST_VALUE)
                    .build(handler, text)
                    .iterator();
        }

        @Override
        public @Nullable List<String> next() {
            return records.hasNext() ? records.next().getFields() : null;
        }

        @Override
        public void close() throws IOException {
            records.close();
        }
    }

    private record BlankSource(BufferedReader text) implements Source {
        @Override
        public @Nullable List<String> next() throws IOException {
            String line = line();
            if (line == null) {
                return null;
            }
            String stripped = line.strip();
            return stripped.isEmpty() ? List.of() : Arrays.asList(stripped.split("[ \t\u3000]+"));
        }

        private @Nullable String line() throws IOException {
            int next = text.read();
            if (next < 0) {
                return null;
            }
            StringBuilder line = new StringBuilder();
            while (next >= 0 && next != '\n') {
                line.append((char) next);
                if (line.length() > LONGEST_VALUE) {
                    throw new CsvParseException("A line holds more than %d characters".formatted(LONGEST_VALUE));
                }
                next = text.read();
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }
}
