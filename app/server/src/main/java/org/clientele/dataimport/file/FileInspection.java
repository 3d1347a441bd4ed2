package org.clientele.dataimport.file;

import java.util.List;

/**
 * What a file looks like.
 *
 * @param format how it is read
 * @param columns the columns' names, each only once; made up ("column 3" as {@code #3}) where the file has none
 * @param rows the first rows after the header, for a preview and for recognising the file
 * @param lines number of lines, header included: an estimate of the rows, because a quoted value may hold line ends
 * @param dated whether the first rows hold dates, from which their format is known
 * @param dayFirstUnsure whether the dates of the first rows would also fit with day and month the other way round
 */
public record FileInspection(
        StoredFile file,
        FileFormat format,
        List<String> columns,
        List<RawRow> rows,
        long lines,
        boolean dated,
        boolean dayFirstUnsure) {
    public FileInspection {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
