package org.clientele.plugin.code;

/** A plugin's code returned more than anybody can use. */
public final class ResultTooLargeException extends RuntimeException {
    /** @param message how large it is, and how large it may be */
    public ResultTooLargeException(String message) {
        super(message);
    }
}
