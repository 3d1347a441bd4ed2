package org.clientele.loyalty;

/** An account of the ledger: the customer's own, or one of the programme's. */
public enum PointsAccount {
    CUSTOMER,
    /** Where points come from that an activity earns. */
    ISSUED,
    REDEEMED,
    EXPIRED,
    ADJUSTED,
    /** What could not be taken back any more because it was spent: the programme bears it. */
    WRITTEN_OFF
}
