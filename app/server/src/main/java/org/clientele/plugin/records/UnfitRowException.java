package org.clientele.plugin.records;

/** A row that cannot be brought back; without stack trace, because a file may hold many. */
public final class UnfitRowException extends Exception {
    private final String column;
    private final Cause reason;

    UnfitRowException(String column, Cause reason) {
        super(reason.name() + " in " + column, null, false, false);
        this.column = column;
        this.reason = reason;
    }

    /** Why. */
    public enum Cause {
        UNKNOWN_CUSTOMER,
        UNKNOWN_PERSON,
        /** What the row belongs to is in another file, and not here. */
        UNKNOWN_RECORD,
        /** The portal would not have written that value. */
        NOT_AS_WRITTEN,
        /** The row adds to a record whose first row does not stand before it. */
        WITHOUT_RECORD,
        /** Something else stands where it would go. */
        TAKEN
    }

    /** Where the value stands. */
    public String column() {
        return column;
    }

    public Cause reason() {
        return reason;
    }
}
