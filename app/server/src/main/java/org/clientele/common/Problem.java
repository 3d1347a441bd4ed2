package org.clientele.common;

import java.util.List;

/**
 * Something a user can understand and mend. Carries the key of a translated message and its arguments; the exception's own text is
 * for developers and logs and holds no personal data.
 */
public class Problem extends RuntimeException {
    private final String key;
    private final transient List<Object> arguments;

    public Problem(String key, Object... arguments) {
        super(key + " " + List.of(arguments));
        this.key = key;
        this.arguments = List.of(arguments);
    }

    /** Key of the translated message. */
    public String key() {
        return key;
    }

    /** Arguments of the message, in order. */
    public Object[] arguments() {
        return arguments.toArray();
    }
}
