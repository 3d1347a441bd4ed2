package org.clientele.worklist;

/** What a next action is about; those that weigh more come first, see {@link ActionRanking}. */
public enum NextActionKind {
    /** The customer waits for a matter to be solved. */
    CASE(50),
    /** Somebody promised to come back. */
    FOLLOW_UP(45),
    /** The customer may leave. */
    CHURN(40),
    /** A contract, or something else that is once, comes to its end. */
    CONTRACT(35),
    /** A play of a strategy that somebody is to do. */
    TASK(30),
    /** A day to be kept in mind, such as a birthday. */
    CARE(20),
    /** A play that is only advised: its strategy makes no tasks. */
    PLAY(10);

    private final int weight;

    NextActionKind(int weight) {
        this.weight = weight;
    }

    int weight() {
        return weight;
    }

    /** Whether it stands on no worklist; what staff answer is all that is known of it. */
    public boolean isAdvice() {
        return this == CHURN || this == PLAY;
    }

    /** Whether its day says how much it presses. */
    boolean isDated() {
        return this != CHURN;
    }
}
