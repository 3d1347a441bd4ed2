package org.clientele.engine.figure;

import java.util.Arrays;
import org.clientele.engine.column.ActivityColumns;

/** Counts the events among the rows of one customer: each document once, each row without document once. Not thread-safe. */
public final class Documents {
    private long[] documents = new long[64];
    private int size;
    private int single;

    /** Forgets everything counted. */
    public void clear() {
        size = 0;
        single = 0;
    }

    /** Counts a row by its document. */
    public void add(long document) {
        if (document == ActivityColumns.NO_DOCUMENT) {
            single++;
            return;
        }
        if (size == documents.length) {
            documents = Arrays.copyOf(documents, size * 2);
        }
        documents[size++] = document;
    }

    /** Number of events. */
    public int count() {
        Arrays.sort(documents, 0, size);
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || documents[i] != documents[i - 1]) {
                distinct++;
            }
        }
        return single + distinct;
    }
}
