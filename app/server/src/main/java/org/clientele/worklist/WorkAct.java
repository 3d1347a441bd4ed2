package org.clientele.worklist;

import java.time.LocalDate;

/** What is done with a piece of work. */
public sealed interface WorkAct {
    /** The acts by name. */
    enum Kind {
        CLAIM,
        DONE,
        POSTPONE,
        HAND_OVER,
        SKIP
    }

    Kind kind();

    /** The user takes what nobody has. */
    record Claim() implements WorkAct {
        @Override
        public Kind kind() {
            return Kind.CLAIM;
        }
    }

    /** It was done. */
    record Done(WorkOutcome outcome, String note) implements WorkAct {
        @Override
        public Kind kind() {
            return Kind.DONE;
        }
    }

    /** It is for another day. */
    record Postpone(LocalDate day, String note) implements WorkAct {
        @Override
        public Kind kind() {
            return Kind.POSTPONE;
        }
    }

    /**
     * Somebody else does it.
     *
     * @param person a user who works in the vertical
     * @param note what that person should know
     */
    record HandOver(long person, String note) implements WorkAct {
        @Override
        public Kind kind() {
            return Kind.HAND_OVER;
        }
    }

    /** It will not be done. */
    record Skip(String reason) implements WorkAct {
        @Override
        public Kind kind() {
            return Kind.SKIP;
        }
    }
}
