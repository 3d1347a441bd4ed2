package org.clientele.plugin.records;

import org.clientele.plugin.records.UnfitRowException.Cause;
import org.clientele.plugin.records.VerticalRecords.Restoring;

/** Records of several rows: the first row decides for those that follow. */
public abstract class RowsOfRecords implements Restoring {
    private final String column;
    private String record = "";
    private boolean isNew;

    /** @param column holds what tells the records apart */
    protected RowsOfRecords(String column) {
        this.column = column;
    }

    @Override
    public final boolean take(RecordRow row) throws UnfitRowException {
        String id = row.text(column);
        if (isFirst(row)) {
            record = "";
            isNew = first(id, row);
            record = id;
        } else if (id.isEmpty() || !id.equals(record)) {
            throw row.unfit(column, Cause.WITHOUT_RECORD);
        } else if (isNew) {
            next(row);
        }
        return isNew;
    }

    /** Whether a record begins with the row. */
    protected abstract boolean isFirst(RecordRow row) throws UnfitRowException;

    /** Takes the first row of a record; false when it is here already. */
    protected abstract boolean first(String id, RecordRow row) throws UnfitRowException;

    /** Takes another row of the new record begun last. */
    protected abstract void next(RecordRow row) throws UnfitRowException;
}
