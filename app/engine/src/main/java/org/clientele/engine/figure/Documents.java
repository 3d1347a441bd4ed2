package org.clientele.engine.figure;

import java.util.Arrays;
import org.clientele.engine.column.ActivityColumns;

/** Counts the events among the rows of one customer: each document once, each row without document once. */
final class Documents {
    private long[] documents = new long[64];
    private int size;
    private int single;

    void clear() {
        size = 0;
        single = 0;
    }

    void add(long document) {
        if (document == ActivityColumns.NO_DOCUMENT) {
            single++;
            return;
        }
        if (size == documents.length) {
            documents = Arrays.copyOf(documents, size * 2);
        }
        documents[size++] = document;
    }

    int count() {
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
