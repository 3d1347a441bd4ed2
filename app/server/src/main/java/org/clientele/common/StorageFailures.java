package org.clientele.common;

import java.util.Optional;

/** Recognises failures of the storage that somebody can remedy, and says how. */
@FunctionalInterface
public interface StorageFailures {
    /** What to tell the person, or nothing when the failure is of another kind. */
    Optional<Problem> problem(Throwable failure);
}
