package org.clientele.customer;

import java.util.regex.Pattern;

/** Makes texts safe to be opened in a spreadsheet, which would run a cell that begins like a formula. */
public final class CsvCells {
    private static final String STARTERS = "=+-@\t\r\n＝＋－＠";
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)*(%|[eE][+-]?\\d+)?");

    private CsvCells() {}

    /** The text, with an apostrophe before it when a spreadsheet might take it for a formula; plain numbers stay as they are. */
    public static String safe(String text) {
        boolean risky = !text.isEmpty()
                && STARTERS.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
        return risky ? "'" + text : text;
    }
}
