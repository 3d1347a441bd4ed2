package org.clientele.engine.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.engine.Fixtures;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.engine.metric.MetricEngine;

/** Customers with a wanted recency, frequency and monetary value, made of purchases. */
final class ModelFixture {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    private record Wanted(long recency, long frequency, long monetary, boolean present) {}

    private final List<Wanted> wanted = new ArrayList<>();

    /** A customer with that many purchases on one day, the amount on the first of them. */
    ModelFixture customer(long recency, long frequency, long monetary) {
        wanted.add(new Wanted(recency, frequency, monetary, true));
        return this;
    }

    /** A customer without purchase. */
    ModelFixture without(long recency) {
        wanted.add(new Wanted(recency, 0, 0, true));
        return this;
    }

    /** Somebody who is not yet a customer. */
    ModelFixture absent(long recency, long frequency, long monetary) {
        wanted.add(new Wanted(recency, frequency, monetary, false));
        return this;
    }

    ModelContext context() {
        CustomerColumns.Builder builder = CustomerColumns.builder(List.of(), 2);
        for (int customer = 0; customer < wanted.size(); customer++) {
            builder.customer(customer);
        }
        CustomerColumns customers = builder.build();
        VerticalColumns data =
                new VerticalColumns(Fixtures.retail(), 2, customers, Map.of("purchase", purchases(customers)));
        BitSet present = new BitSet();
        for (int customer = 0; customer < wanted.size(); customer++) {
            present.set(customer, wanted.get(customer).present());
        }
        return new ModelContext(data, MetricEngine.of(data.definition()).compute(data, AS_OF), present);
    }

    private ActivityColumns purchases(CustomerColumns customers) {
        ActivityColumns.Builder rows = ActivityColumns.builder(customers, Fixtures.PURCHASE, Set.of("amount"), 2);
        for (int customer = 0; customer < wanted.size(); customer++) {
            Wanted values = wanted.get(customer);
            for (int i = 0; i < values.frequency(); i++) {
                rows.row(customer, (int) (AS_OF.toEpochDay() - values.recency()));
                rows.money(0, i == 0 ? values.monetary() : 0);
            }
        }
        return rows.build();
    }
}
