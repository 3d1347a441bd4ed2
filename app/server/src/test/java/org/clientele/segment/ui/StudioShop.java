package org.clientele.segment.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.TestUi;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;

/** A shop with twenty customers, of whom the first bought once, the second twice and so on, to be looked at in the studio. */
final class StudioShop {
    private static final int CUSTOMERS = 20;

    private StudioShop() {}

    /** The purchase of a customer, counted from 1, that is the nth of theirs, counted from 0. */
    @FunctionalInterface
    interface Bought {
        Purchase by(int customer, int nth);
    }

    /** Whoever opens it closes the portal and stops {@link TestUi}. */
    static ShopPortal open(VerticalDefinition shop, Map<String, String> english, Bought bought) {
        ShopPortal portal = ShopPortal.of(
                TestDatabase.Kind.HSQLDB, shop, new Texts.Bundles(Map.of("en", english, "zh-CN", Map.of())));
        List<Purchase> purchases = new ArrayList<>();
        for (int customer = 1; customer <= CUSTOMERS; customer++) {
            for (int nth = 0; nth < customer; nth++) {
                purchases.add(bought.by(customer, nth));
            }
        }
        portal.purchases(purchases);
        TestUi.start(Locale.ENGLISH);
        return portal;
    }
}
