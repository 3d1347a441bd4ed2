package org.clientele.common;

/** An exact amount: minor units (cents, fen) of a currency given by its ISO 4217 code. */
public record Money(long minor, String currency) {}
