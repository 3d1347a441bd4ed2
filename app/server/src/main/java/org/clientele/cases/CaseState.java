package org.clientele.cases;

import java.util.EnumSet;
import java.util.Set;

/** How far a case is, and where it can go from there. */
public enum CaseState {
    /** Nobody works on it yet. */
    NEW,
    OPEN,
    WAITING_CUSTOMER,
    WAITING_THIRD,
    SOLVED,
    CLOSED,
    /** It was solved or closed, and came back. */
    REOPENED;

    /** Whether there is still something to do. */
    public boolean isOpen() {
        return this != SOLVED && this != CLOSED;
    }

    /** The states that a person may bring it to. */
    public Set<CaseState> next() {
        return switch (this) {
            case NEW, REOPENED -> EnumSet.of(OPEN, WAITING_CUSTOMER, WAITING_THIRD, SOLVED);
            case OPEN -> EnumSet.of(WAITING_CUSTOMER, WAITING_THIRD, SOLVED);
            case WAITING_CUSTOMER -> EnumSet.of(OPEN, WAITING_THIRD, SOLVED);
            case WAITING_THIRD -> EnumSet.of(OPEN, WAITING_CUSTOMER, SOLVED);
            case SOLVED -> EnumSet.of(CLOSED, REOPENED);
            case CLOSED -> EnumSet.of(REOPENED);
        };
    }
}
