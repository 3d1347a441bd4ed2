package org.clientele.plugin;

import java.util.List;
import java.util.Set;

/**
 * What a feature keeps of a vertical besides the typed tables, to be counted and deleted with it. Every feature that has tables with a vertical's
 * rows says so by a bean; {@code @Order} puts first what points to others.
 */
public interface VerticalContent {
    /** The tables it answers for. */
    Set<String> tables();

    /** What there is of it, as a person would count it. */
    List<ContentCount> count(int verticalId);

    /**
     * Deletes the next piece, in the caller's transaction; nobody adds to it meanwhile. Can be done again after a crash.
     *
     * @return how many rows it held; 0 when there is nothing left
     */
    int deletePiece(int verticalId);
}
