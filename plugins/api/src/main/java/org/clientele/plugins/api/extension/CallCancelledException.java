package org.clientele.plugins.api.extension;

/** Ends a call whose result is no longer wanted; let it pass. */
public final class CallCancelledException extends RuntimeException {
    public CallCancelledException() {
        super("The portal no longer wants the result of this call");
    }
}
