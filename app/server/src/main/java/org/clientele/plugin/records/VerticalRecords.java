package org.clientele.plugin.records;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Records of a feature as rows of text: an export writes them, an import brings them back. The feature that keeps them says so by a bean. */
public interface VerticalRecords {
    RecordKind kind();

    /** Names of the columns, {@link RecordKind#firstColumn} first. */
    List<String> columns();

    /** Those of the columns that older files lack; they are read as empty then. */
    default Set<String> laterColumns() {
        return Set.of();
    }

    /** Reads every row; the rows of a record come together, the one that can be stored alone first. */
    void read(int verticalId, Consumer<List<String>> rows);

    /** Begins to bring rows back. */
    Restoring restoring(int verticalId, KnownNames known);

    /**
     * Deletes the next piece of what an import brought back and nobody changed since, in the caller's transaction.
     *
     * @return how many rows it held; 0 when there is nothing left
     */
    int takeBack(long importId);

    /** What is told when an import brought records or they were taken back; nothing: that customers changed. */
    default List<Object> news(String verticalKey) {
        return List.of();
    }

    /** The rows of one file, in their order. What is here already stays as it is. */
    interface Restoring {
        /** Whether the row is new here. */
        boolean take(RecordRow row) throws UnfitRowException;

        /**
         * Stores what was new since the last call, in the caller's transaction.
         *
         * @param importId kept with it; null forgets it instead: a check
         */
        void flush(@Nullable Long importId);
    }
}
