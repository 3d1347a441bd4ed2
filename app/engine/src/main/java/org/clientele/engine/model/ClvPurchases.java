package org.clientele.engine.model;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.condition.Conditions;
import org.clientele.engine.condition.RowVariables;
import org.clientele.engine.lifetime.PurchaseHistories;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.definition.CheckedExpression;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a lifetime value takes for purchases.
 *
 * @param rows all rows of the activity
 * @param amounts what each came to; null where that was not loaded
 * @param counts whether a row is a purchase
 */
record ClvPurchases(ActivityColumns rows, @Nullable MeasureColumn amounts, IntPredicate counts) {
    /** @param conditions which rows are purchases, where not all are */
    static ClvPurchases of(ModelDefinition.Clv model, List<CheckedExpression> conditions, ModelContext context) {
        ActivityColumns rows = context.data().activity(model.activity());
        ActivityDefinition activity = context.definition().activity(model.activity());
        String field = activity == null ? null : activity.amount();
        MeasureColumn amounts = field != null && rows.column(field) instanceof MeasureColumn found ? found : null;
        if (conditions.isEmpty()) {
            return new ClvPurchases(rows, amounts, row -> true);
        }
        BitSet holding = Conditions.bind(conditions.getFirst(), new RowVariables(rows, "", context.asOf()))
                .holding(rows.size());
        return new ClvPurchases(rows, amounts, holding::get);
    }

    PurchaseHistories until(int day) {
        return PurchaseHistories.of(rows, amounts, day, counts);
    }
}
