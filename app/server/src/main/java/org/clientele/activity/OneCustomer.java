package org.clientele.activity;

import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.clientele.activity.persistence.OneActivity;
import org.clientele.engine.column.VerticalColumns;

/** A customer read alone, once the round trip is made; and as it will be, with activities that are not stored yet. */
public final class OneCustomer {
    private final Map<String, OneActivity> recorded;
    private final Supplier<VerticalColumns> columns;

    OneCustomer(Map<String, OneActivity> recorded, Supplier<VerticalColumns> columns) {
        this.recorded = recorded;
        this.columns = columns;
    }

    /** Adds what is stored next, after all that was read. */
    public void add(NewActivity next) {
        Objects.requireNonNull(recorded.get(next.activity()), next::activity).add(next);
    }

    /** The customer and its activities; empty when it is gone. Ask once. */
    public VerticalColumns columns() {
        return columns.get();
    }
}
