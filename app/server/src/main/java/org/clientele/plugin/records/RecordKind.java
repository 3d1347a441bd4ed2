package org.clientele.plugin.records;

import java.util.Arrays;
import java.util.Optional;

/** What people do in a vertical and want back with its data, in the order in which it is written and to be imported. */
public enum RecordKind {
    /** The log of contacts with what each said before it was edited. */
    INTERACTIONS("interactions"),
    /** Matters that run or ran through a workflow, with every step. */
    WORKFLOWS("workflows"),
    /** Lists of customers that people keep under a name. */
    VIEWS("views");

    private final String id;

    RecordKind(String id) {
        this.id = id;
    }

    /** The kind of the {@link org.clientele.plugin.ContentCount} that counts them; also the name of their file. */
    public String id() {
        return id;
    }

    public static Optional<RecordKind> find(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }

    /** The first column of their file, which tells the records apart and says what the file holds. */
    public String firstColumn() {
        return id + ":record";
    }
}
