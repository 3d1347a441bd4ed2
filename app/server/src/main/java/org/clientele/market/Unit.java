package org.clientele.market;

/** What a measure counts; amounts are stored as whole numbers of a small part of it. */
public enum Unit {
    /** From 0 to 1; stored in hundredths of a per cent. */
    SHARE(10_000),
    /** Stored in hundredths. */
    POINTS(100),
    /** Minor units, as they are stored. */
    MONEY(1),
    /** Stored in minutes. */
    HOURS(60),
    /** Stored as it is. */
    COUNT(1);

    private final int parts;

    Unit(int parts) {
        this.parts = parts;
    }

    /** As it is stored. */
    long stored(double value) {
        return Math.round(value * parts);
    }

    /** What a stored number says. */
    public double value(long stored) {
        return (double) stored / parts;
    }
}
