package org.clientele.engine.condition;

/** Truth values as bytes, so that loops over rows allocate nothing. */
final class Kleene {
    static final byte TRUE = 1;
    static final byte FALSE = 0;
    static final byte UNKNOWN = -1;

    private Kleene() {}

    static byte of(boolean value) {
        return value ? TRUE : FALSE;
    }

    static byte not(byte value) {
        return value == UNKNOWN ? UNKNOWN : (byte) (1 - value);
    }

    static Truth truth(byte value) {
        return switch (value) {
            case TRUE -> Truth.HOLDS;
            case FALSE -> Truth.FAILS;
            default -> Truth.UNKNOWN;
        };
    }
}
