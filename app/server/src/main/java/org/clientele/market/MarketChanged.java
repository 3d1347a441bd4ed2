package org.clientele.market;

/** An input or a target of the market development board was entered. */
public record MarketChanged(String verticalKey) {}
