package org.clientele.loyalty.ui;

/** Addresses of the programme and of customers' statements. */
public final class LoyaltyNavigation {
    private LoyaltyNavigation() {}

    /** The programme. */
    public static String to(String verticalKey) {
        return "v/" + verticalKey + "/loyalty";
    }

    /** Points of many customers at once. */
    static String adjustments(String verticalKey) {
        return to(verticalKey) + "/adjustments";
    }

    /** All that moved a customer's points. */
    public static String to(String verticalKey, long customerId) {
        return to(verticalKey) + "/" + customerId;
    }
}
