package org.clientele.dataimport.file;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.clientele.common.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out how an uploaded file is to be read; whatever somebody decided is taken as given. */
public final class FileInspector {
    private static final Logger LOG = LoggerFactory.getLogger(FileInspector.class);
    private static final int SAMPLE_CHARACTERS = 64 * 1024;
    private static final int SAMPLE_ROWS = 2_000;
    private static final String ISO_DATE = "yyyy-M-d";

    private FileInspector() {}

    /**
     * @param choices what is not to be detected
     * @throws Problem when the file is empty, too large, no text, or damaged
     */
    public static FileInspection inspect(StoredFile file, FormatChoices choices) {
        try {
            TextEncoding encoding = choices.encoding() == null ? EncodingDetector.detect(file) : choices.encoding();
            Separator separator = choices.separator() == null
                    ? SeparatorDetector.detect(beginning(file, encoding))
                    : choices.separator();
            List<RawRow> rows = firstRows(file, encoding, separator);
            if (rows.isEmpty()) {
                throw new Problem("dataimport.problem.empty");
            }
            long lines = EncodingDetector.countLines(file, encoding).orElse(0);
            return inspect(file, choices, encoding, separator, rows, lines);
        } catch (TooLargeException tooLarge) {
            throw new Problem("dataimport.problem.too-large", StoredFile.LARGEST / (1024 * 1024));
        } catch (IOException failure) {
            LOG.info("An import file cannot be read: {}", failure.getClass());
            throw new Problem("dataimport.problem.damaged");
        }
    }

    /** Looks at a file again in another format; the number of lines stays as it was found. */
    public static FileInspection again(FileInspection known, FileFormat format) {
        FormatChoices choices = new FormatChoices(
                format.encoding(), format.separator(), format.header(), format.dates(), format.decimals());
        List<RawRow> rows = firstRows(known.file(), format.encoding(), format.separator());
        if (rows.isEmpty()) {
            throw new Problem("dataimport.problem.empty");
        }
        return inspect(known.file(), choices, format.encoding(), format.separator(), rows, known.lines());
    }

    private static FileInspection inspect(
            StoredFile file,
            FormatChoices choices,
            TextEncoding encoding,
            Separator separator,
            List<RawRow> rows,
            long lines) {
        boolean header = choices.header() == null ? ValueDetector.isHeader(rows) : choices.header();
        List<RawRow> values = header ? rows.subList(1, rows.size()) : rows;
        List<String> found = ValueDetector.datePatterns(values);
        List<String> patterns = choices.dates() == null ? found : List.of(choices.dates());
        DecimalMark decimals = choices.decimals() == null ? ValueDetector.decimalMark(values) : choices.decimals();
        String dates = patterns.isEmpty() ? ISO_DATE : patterns.getFirst();
        return new FileInspection(
                file,
                new FileFormat(encoding, separator, header, dates, decimals),
                names(header ? rows.getFirst() : null, rows),
                values,
                Math.max(lines, rows.size()),
                !found.isEmpty(),
                patterns.size() > 1);
    }

    private static String beginning(StoredFile file, TextEncoding encoding) throws IOException {
        try (Reader reader = new InputStreamReader(file.open(), encoding.charset())) {
            char[] buffer = new char[SAMPLE_CHARACTERS];
            int length = 0;
            for (int read = reader.read(buffer); read > 0; read = reader.read(buffer, length, buffer.length - length)) {
                length += read;
            }
            return new String(buffer, 0, length).replace("\uFEFF", "");
        }
    }

    private static List<RawRow> firstRows(StoredFile file, TextEncoding encoding, Separator separator) {
        List<RawRow> rows = new ArrayList<>();
        try (RowReader reader = RowReader.open(file, encoding, separator)) {
            for (RawRow row = reader.next(); row != null && rows.size() < SAMPLE_ROWS; row = reader.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** The header's names, made unique, and numbers for columns without one. */
    private static List<String> names(@Nullable RawRow header, List<RawRow> rows) {
        int count = rows.stream().mapToInt(row -> row.values().size()).max().orElse(0);
        Set<String> taken = new HashSet<>();
        return IntStream.range(0, count)
                .mapToObj(i -> unique(header == null ? "" : header.value(i).strip(), i, taken))
                .toList();
    }

    private static String unique(String name, int index, Set<String> taken) {
        String wanted = name.isEmpty() ? "#" + (index + 1) : name;
        String free = taken.contains(wanted) ? wanted + " #" + (index + 1) : wanted;
        taken.add(free);
        return free;
    }
}
