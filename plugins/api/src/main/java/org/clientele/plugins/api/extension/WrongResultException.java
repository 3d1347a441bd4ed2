package org.clientele.plugins.api.extension;

/** An extension answered what makes no sense, such as a segment that the model does not have. */
public final class WrongResultException extends IllegalArgumentException {
    /** @param message what was found, what was expected, and where */
    public WrongResultException(String message) {
        super(message);
    }
}
