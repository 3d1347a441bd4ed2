package org.clientele.market.ui;

/** The address of the market development board. */
public final class MarketNavigation {
    private MarketNavigation() {}

    public static String to(String verticalKey) {
        return "v/" + verticalKey + "/market";
    }
}
