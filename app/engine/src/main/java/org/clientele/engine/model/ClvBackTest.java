package org.clientele.engine.model;

import java.time.LocalDate;
import org.clientele.engine.lifetime.BackTest;
import org.clientele.engine.lifetime.BackTester;
import org.clientele.engine.lifetime.Fitting;
import org.clientele.engine.lifetime.PurchaseHistories;
import org.clientele.engine.lifetime.PurchaseModel;
import org.clientele.plugins.api.ModelDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A lifetime value fitted to the first half of the time that is known, and what came in the second.
 *
 * @param fittedUntil the last day of the fit
 * @param fit what was fitted, or why nothing was
 * @param test the comparison; null when nothing was fitted
 */
public record ClvBackTest(
        LocalDate fittedUntil,
        Fitting<PurchaseModel> fit,
        @Nullable BackTest test) {
    static ClvBackTest of(ModelDefinition.Clv.Purchases kind, ClvPurchases purchases, LocalDate asOf) {
        int last = Math.toIntExact(asOf.toEpochDay());
        int first = first(purchases, last);
        int half = first + (last + 1 - first) / 2 - 1;
        PurchaseHistories histories = purchases.until(half);
        Fitting<PurchaseModel> fit = ClvTraining.fit(kind, histories);
        BackTest test = fit instanceof Fitting.Fitted<PurchaseModel> fitted
                ? BackTester.test(purchases.rows(), purchases.counts(), fitted.model(), half, last)
                : null;
        return new ClvBackTest(LocalDate.ofEpochDay(half), fit, test);
    }

    /** The day of the first purchase, the last day without one. */
    private static int first(ClvPurchases purchases, int last) {
        int first = last;
        for (int row = 0; row < purchases.rows().size(); row++) {
            if (purchases.rows().day(row) < first && purchases.counts().test(row)) {
                first = purchases.rows().day(row);
            }
        }
        return first;
    }
}
