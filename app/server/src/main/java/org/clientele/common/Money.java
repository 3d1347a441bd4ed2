package org.clientele.common;

import java.util.Currency;

/** An exact amount: minor units (cents, fen) of a currency given by its ISO 4217 code. */
public record Money(long minor, String currency) {
    /** Digits of the currency after the decimal point: 2 for CNY, 0 for JPY. */
    public static int fractionDigits(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }
}
