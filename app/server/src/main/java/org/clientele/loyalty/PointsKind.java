package org.clientele.loyalty;

/** Why points move; a reversal has the kind of what it reverses. */
public enum PointsKind {
    /** For an activity, by the programme's rule. */
    EARN(PointsAccount.ISSUED, PointsAccount.CUSTOMER),
    /** For an activity with a negative amount. */
    RETURN(PointsAccount.CUSTOMER, PointsAccount.ISSUED),
    REDEEM(PointsAccount.CUSTOMER, PointsAccount.REDEEMED),
    EXPIRE(PointsAccount.CUSTOMER, PointsAccount.EXPIRED),
    /** Given by somebody, with a reason. */
    BONUS(PointsAccount.ADJUSTED, PointsAccount.CUSTOMER),
    /** Taken by somebody, with a reason. */
    DEDUCT(PointsAccount.CUSTOMER, PointsAccount.ADJUSTED);

    private final PointsAccount from;
    private final PointsAccount to;

    PointsKind(PointsAccount from, PointsAccount to) {
        this.from = from;
        this.to = to;
    }

    public PointsAccount from() {
        return from;
    }

    public PointsAccount to() {
        return to;
    }

    /** Whether somebody did it, who can therefore take it back. */
    public boolean isByHand() {
        return this == REDEEM || this == BONUS || this == DEDUCT;
    }
}
