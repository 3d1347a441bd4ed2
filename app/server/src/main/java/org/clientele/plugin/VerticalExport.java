package org.clientele.plugin;

import java.io.OutputStream;
import java.util.function.LongConsumer;

/** Writes the customers, activities, references and records of a vertical so that they can be imported again. A feature that can says so by a bean. */
public interface VerticalExport {
    /**
     * Writes a zip of CSV files.
     *
     * @param layout where the data lies, with what no definition declares any more
     * @param note text for people, written beside the files
     * @param zip not closed
     * @param written told the number of rows so far, now and then
     */
    void write(VerticalSettings settings, VerticalLayout layout, String note, OutputStream zip, LongConsumer written);
}
