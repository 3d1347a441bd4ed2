package org.clientele.dataimport.file;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.common.Problem;

/** Finds what separates a file's columns: the character that gives nearly every row the same number of columns, two at least. */
final class SeparatorDetector {
    private static final int ROWS = 200;
    private static final double CONSISTENT = 0.9;

    /** Rarer in running text first, so that {@code 1,5;2,5} is two numbers and not three columns. */
    private static final List<Separator> ORDER =
            List.of(Separator.TAB, Separator.SEMICOLON, Separator.PIPE, Separator.COMMA, Separator.BLANKS);

    private SeparatorDetector() {}

    /** @param sample the beginning of the file; its last line may be cut off */
    static Separator detect(String sample) {
        String whole = wholeLines(sample);
        for (Separator separator : ORDER) {
            if (isConsistent(columnCounts(whole, separator))) {
                return separator;
            }
        }
        return Separator.COMMA;
    }

    private static boolean isConsistent(List<Integer> counts) {
        Map<Integer, Integer> frequency = new HashMap<>();
        counts.forEach(count -> frequency.merge(count, 1, Integer::sum));
        Map.Entry<Integer, Integer> usual =
                frequency.entrySet().stream().max(Map.Entry.comparingByValue()).orElse(Map.entry(0, 0));
        return usual.getKey() >= 2 && usual.getValue() >= CONSISTENT * counts.size();
    }

    private static List<Integer> columnCounts(String text, Separator separator) {
        List<Integer> counts = new ArrayList<>();
        try (RowReader rows = RowReader.of(new StringReader(text), separator)) {
            for (RawRow row = rows.next(); row != null && counts.size() < ROWS; row = rows.next()) {
                counts.add(row.values().size());
            }
        } catch (Problem notInThisFormat) {
            return List.of();
        }
        return counts;
    }

    private static String wholeLines(String sample) {
        int end = sample.lastIndexOf('\n');
        return end > 0 ? sample.substring(0, end + 1) : sample;
    }
}
