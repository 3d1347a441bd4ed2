package org.clientele.dataimport.file;

/**
 * How the bytes of a file become rows and values.
 *
 * @param header whether the first row holds the columns' names
 * @param dates a {@code java.time} pattern of the dates in the file; a time of day may follow each date
 */
public record FileFormat(
        TextEncoding encoding, Separator separator, boolean header, String dates, DecimalMark decimals) {}
