package org.clientele.dataimport.file;

import java.io.IOException;

/** A file holds more than the portal reads. */
public class TooLargeException extends IOException {
    public TooLargeException(long limit) {
        super("The file holds more than %d bytes".formatted(limit));
    }
}
