package org.clientele.customer;

import java.util.regex.Pattern;

/**
 * Makes texts safe to be opened in a spreadsheet, which would run a cell that begins like a formula, and reads them back. Safe texts read back are
 * the texts they were made of.
 */
public final class CsvCells {
    private static final String STARTERS = "=+-@\t\r\n＝＋－＠";
    private static final char APOSTROPHE = '\'';
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)*(%|[eE][+-]?\\d+)?");

    private CsvCells() {}

    /** A cell as a spreadsheet reads it: without the apostrophe that keeps it from being a formula. */
    public static String read(String cell) {
        return cell.length() > 1 && cell.charAt(0) == APOSTROPHE && isRisky(cell) ? cell.substring(1) : cell;
    }

    /** The text, with an apostrophe before it when a spreadsheet might take it for a formula; plain numbers stay as they are. */
    public static String safe(String text) {
        return isRisky(text) ? APOSTROPHE + text : text;
    }

    /** Apostrophes that stand before are looked through, so that each one added can be taken away again. */
    private static boolean isRisky(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) == APOSTROPHE) {
            start++;
        }
        return start < text.length()
                && STARTERS.indexOf(text.charAt(start)) >= 0
                && !NUMBER.matcher(text).matches();
    }
}
