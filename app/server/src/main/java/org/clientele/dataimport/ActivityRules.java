package org.clientele.dataimport;

import java.time.LocalDateTime;
import java.util.Map;
import org.clientele.common.Problem;
import org.clientele.customer.CustomerRules;
import org.clientele.engine.column.Value;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.FieldType;
import org.jspecify.annotations.Nullable;

/** What an activity recorded by hand must keep to. */
final class ActivityRules {
    private static final int FIRST_YEAR = 1900;

    private ActivityRules() {}

    /**
     * Fails with a problem that names the first rule that is broken.
     *
     * @param latest the last moment that can have been, in whatever zone the business is
     */
    static void check(ActivityDefinition activity, ActivityData data, LocalDateTime latest) {
        if (data.time().isAfter(latest)) {
            throw new Problem("dataimport.record.problem.future", data.time().toLocalDate());
        }
        if (data.time().getYear() < FIRST_YEAR) {
            throw new Problem("dataimport.record.problem.early", data.time().toLocalDate());
        }
        String amount = activity.amount();
        if (amount != null && data.field(amount).isMissing()) {
            throw new Problem("dataimport.record.problem.amount");
        }
        for (Map.Entry<String, Value> entry : data.fields().entrySet()) {
            ActivityField field = activity.field(entry.getKey());
            if (field == null || !isOf(field.type(), entry.getValue())) {
                throw new IllegalArgumentException(
                        "Activity %s has no field %s of that type".formatted(activity.id(), entry.getKey()));
            }
            CustomerRules.check(field.type(), field.values(), entry.getValue());
        }
    }

    private static boolean isOf(FieldType type, Value value) {
        return switch (value) {
            case Value.Missing _ -> true;
            case Value.Text _ -> type == FieldType.TEXT || type == FieldType.CHOICE;
            case Value.Whole _ -> type == FieldType.INTEGER;
            case Value.Money _ -> type == FieldType.MONEY;
            case Value.Decimal _ -> type == FieldType.DECIMAL;
            case Value.Flag _ -> type == FieldType.BOOLEAN;
            case Value.Date _ -> type == FieldType.DATE;
        };
    }

    /** The value as rows of files have it. */
    static @Nullable Object plain(Value value) {
        return switch (value) {
            case Value.Missing _ -> null;
            case Value.Text(String text) -> text;
            case Value.Whole(long number) -> number;
            case Value.Money(long minor, int _) -> minor;
            case Value.Decimal(double number) -> number;
            case Value.Flag(boolean yes) -> yes;
            case Value.Date(var date) -> date;
        };
    }
}
