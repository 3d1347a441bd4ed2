package org.clientele.engine.statistics;

/** What came of learning an outcome. */
public sealed interface Learning {
    /**
     * Something was learnt.
     *
     * @param fit learnt from all rows
     * @param judgement how well rows were told apart by what was learnt from the others
     */
    record Learnt(LogisticFit fit, Judgement judgement) implements Learning {}

    /**
     * The rows do not allow it.
     *
     * @param why the reason
     * @param found how many there are of what is lacking
     * @param needed how many there should be
     */
    record Refused(Refusal why, int found, int needed) implements Learning {}

    /** Why nothing is learnt. */
    enum Refusal {
        /** Fewer rows than {@value Classifier#FEWEST_ROWS} whose outcome is known. */
        TOO_FEW_ROWS,
        /** The outcome holds for all rows or for none; {@code found} says for how many it holds. */
        SAME_OUTCOME,
        /** The outcome holds, or fails, for fewer rows than {@value Classifier#FEWEST_OF_A_KIND}. */
        TOO_RARE,
        /** No feature differs from row to row. */
        SAME_FEATURES
    }
}
