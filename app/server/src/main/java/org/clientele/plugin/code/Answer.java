package org.clientele.plugin.code;

/** What came of a call to a plugin's code. */
public sealed interface Answer<T> {
    /** It worked. */
    record Done<T>(T value) implements Answer<T> {}

    /**
     * It did not; the plugin's failure is recorded already.
     *
     * @param detail what exactly, for whoever makes the plugin; may be empty; plain text, from the plugin
     */
    record Failed<T>(FailureCause cause, String detail) implements Answer<T> {}
}
