package org.clientele.engine.lifetime;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.clientele.engine.TestData;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.MeasureColumn;

/** The purchases that the papers were written on. */
final class CdnowSample {
    /** The last day that models are fitted to. */
    static final int CALIBRATED = (int) LocalDate.of(1997, 9, 30).toEpochDay();

    private CdnowSample() {}

    static ActivityColumns purchases(List<TestData.Purchase> purchases) {
        return TestData.columns(purchases).activity("purchase");
    }

    static MeasureColumn amounts(ActivityColumns purchases) {
        return (MeasureColumn) Objects.requireNonNull(purchases.column("amount"));
    }

    static PurchaseHistories histories(List<TestData.Purchase> rows) {
        ActivityColumns purchases = purchases(rows);
        return PurchaseHistories.of(purchases, amounts(purchases), CALIBRATED);
    }

    static PurchaseHistories histories() {
        return histories(TestData.cdnowSample());
    }
}
