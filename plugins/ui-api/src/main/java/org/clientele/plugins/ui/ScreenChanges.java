package org.clientele.plugins.ui;

/** Changes that a person makes through a screen. The portal checks their rights, the rules and the audit, as for its own pages. */
public interface ScreenChanges {
    /**
     * Sets an attribute of a customer. Metrics and segments follow within seconds ({@link ScreenContext#onDataChange}).
     *
     * <p>What the portal refuses is shown to the person when the listener lets the exception pass: no right, a value that is none of the
     * choice's, somebody else's change at the same time.
     *
     * @param attribute id of an attribute of the vertical
     * @param value of the attribute's type; {@link FieldValue#MISSING} to clear it
     * @throws IllegalArgumentException when there is no such attribute or the value is of another type
     */
    void setAttribute(long customerId, String attribute, FieldValue value);
}
