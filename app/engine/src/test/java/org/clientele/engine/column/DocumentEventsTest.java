package org.clientele.engine.column;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.clientele.engine.Fixtures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentEventsTest {
    private static final int CUSTOMERS = 300;

    /** @param days how many days rows lie on; one document is on one day, or on any */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 40})
    void shouldCountDocumentsOfSomeDaysOrSayThatTheyHaveToBeLookedAt(int days) {
        Random random = new Random(days);
        CustomerColumns.Builder customers = CustomerColumns.builder(List.of(), 2);
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            customers.customer(customer);
        }
        ActivityColumns.Builder builder = ActivityColumns.builder(
                customers.build(), requireNonNull(Fixtures.retail().activity("purchase")), Set.of(), 2);
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            for (int row = random.nextInt(customer % 9 == 0 ? 200 : 12); row > 0; row--) {
                int day = random.nextInt(days);
                builder.row(customer, day);
                boolean astray = customer % 7 == 0;
                builder.document(random.nextInt(5) == 0 ? null : (astray ? "" : day + " ") + "n" + random.nextInt(4));
            }
        }
        ActivityColumns rows = builder.build();
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            int first = random.nextInt(days);
            int from = rows.startFrom(customer, first);
            int to = rows.startFrom(customer, first + 1 + random.nextInt(days));
            int found = rows.events(customer, from, to);
            assertThat(found == -1 || found == events(rows, from, to)).isTrue();
            assertThat(found == -1 && !isMixed(rows, customer)).isFalse();
        }
    }

    private static int events(ActivityColumns rows, int from, int to) {
        Set<Long> documents = new HashSet<>();
        int single = 0;
        for (int row = from; row < to; row++) {
            if (rows.document(row) == ActivityColumns.NO_DOCUMENT) {
                single++;
            } else {
                documents.add(rows.document(row));
            }
        }
        return single + documents.size();
    }

    private static boolean isMixed(ActivityColumns rows, int customer) {
        Set<Long> documents = new HashSet<>();
        Set<String> days = new HashSet<>();
        for (int row = rows.start(customer); row < rows.end(customer); row++) {
            if (rows.document(row) != ActivityColumns.NO_DOCUMENT) {
                documents.add(rows.document(row));
                days.add(rows.document(row) + " " + rows.day(row));
            }
        }
        return days.size() > documents.size();
    }
}
