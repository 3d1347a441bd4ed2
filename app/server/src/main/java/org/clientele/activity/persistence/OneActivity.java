package org.clientele.activity.persistence;

import java.util.function.Supplier;
import org.clientele.activity.NewActivity;
import org.clientele.engine.column.ActivityColumns;

/** The activities of a kind of one customer, once the round trip is made. */
public final class OneActivity {
    private final long customer;
    private final ActivityRows rows;
    private final Supplier<ActivityColumns.Builder> builder;

    OneActivity(long customer, ActivityRows rows, Supplier<ActivityColumns.Builder> builder) {
        this.customer = customer;
        this.rows = rows;
        this.builder = builder;
    }

    /** Adds one that is stored after all that were read. */
    public void add(NewActivity next) {
        rows.add(builder.get(), customer, next);
    }

    public ActivityColumns columns() {
        return builder.get().build();
    }
}
