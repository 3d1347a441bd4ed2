package org.clientele.market;

/** What the portal cannot know. */
public enum Input {
    /** How many customers the market has, ours and others'. */
    MARKET_SIZE(Unit.COUNT, true),
    /** Areas where we want to sell. */
    TARGET_AREAS(Unit.COUNT, true),
    /** Areas of these where we sell. */
    COVERED_AREAS(Unit.COUNT, true),
    /** Spent in the quarter to win customers. */
    MARKETING_COST(Unit.MONEY, false);

    private final Unit unit;
    private final boolean lasting;

    Input(Unit unit, boolean lasting) {
        this.unit = unit;
        this.lasting = lasting;
    }

    public Unit unit() {
        return unit;
    }

    /** Whether it holds until another is entered; otherwise it is of one quarter alone. */
    public boolean isLasting() {
        return lasting;
    }
}
