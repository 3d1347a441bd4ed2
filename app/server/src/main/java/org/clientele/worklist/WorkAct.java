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

    /** What is to be kept with it; may be empty. */
    String note();

    /** The user takes what nobody has. */
    record Claim() implements WorkAct {
        @Override
        public Kind kind() {
            return Kind.CLAIM;
        }

        @Override
        public String note() {
            return "";
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

    /**
     * It will not be done.
     *
     * @param note why
     */
    record Skip(String note) implements WorkAct {
        @Override
        public Kind kind() {
            return Kind.SKIP;
        }
    }
}
