package org.clientele.cases;

/**
 * Cases that were solved in a time and had the same cause.
 *
 * @param cases how many
 * @param complaints how many of them were complaints
 * @param cost what they cost together, in minor units, as far as it is known
 */
public record CauseCount(CaseReason reason, long cases, long complaints, long cost) {
    /** Both together, under the cause of this one. */
    public CauseCount plus(CauseCount other) {
        return new CauseCount(
                reason, cases + other.cases, complaints + other.complaints, Math.addExact(cost, other.cost));
    }
}
