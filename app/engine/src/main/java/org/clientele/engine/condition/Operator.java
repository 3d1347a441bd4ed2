package org.clientele.engine.condition;

/** How a check compares the actual value with the threshold. */
public enum Operator {
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">="),
    EQUAL("=="),
    NOT_EQUAL("!="),
    IN("in"),
    NOT_IN("!in"),
    STARTS_WITH("^"),
    NOT_STARTS_WITH("!^"),
    ENDS_WITH("$"),
    NOT_ENDS_WITH("!$"),
    CONTAINS("~"),
    NOT_CONTAINS("!~"),
    MISSING("?"),
    PRESENT("!?"),
    /** No comparison: the threshold is what the value adds to the log-odds of an outcome, compared with the average. */
    ADDS("+"),
    /** No comparison: the threshold is the mean of the group that the row was put into. */
    NEAR("=~");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    /** A short sign, stable, for storage. */
    public String symbol() {
        return symbol;
    }

    /** The operator of that {@link #symbol}. */
    public static Operator ofSymbol(String symbol) {
        for (Operator operator : values()) {
            if (operator.symbol.equals(symbol)) {
                return operator;
            }
        }
        throw new IllegalArgumentException("No operator is written " + symbol);
    }

    /** The operator that holds exactly when this one fails, missing values aside. */
    public Operator negated() {
        return switch (this) {
            case LESS -> AT_LEAST;
            case AT_MOST -> MORE;
            case MORE -> AT_MOST;
            case AT_LEAST -> LESS;
            case ADDS, NEAR -> this;
            default -> values()[ordinal() % 2 == 0 ? ordinal() + 1 : ordinal() - 1];
        };
    }

    /** The operator that says the same with the two sides exchanged; itself where the sides cannot be exchanged. */
    Operator mirrored() {
        return switch (this) {
            case LESS -> MORE;
            case AT_MOST -> AT_LEAST;
            case MORE -> LESS;
            case AT_LEAST -> AT_MOST;
            default -> this;
        };
    }
}
