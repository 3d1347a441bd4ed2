package org.clientele.engine.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryColumnsTest {
    @Test
    void shouldKeepThePeriodsOfEveryCustomer() {
        HistoryColumns.Builder builder = HistoryColumns.builder(List.of("gold", "lead"));
        builder.add(1, 10, 19, "lead");
        builder.add(1, 20, HistoryColumns.OPEN, "gold");
        builder.add(3, 5, 9, "unheard of");
        builder.add(4, 5, 9, "gold");
        HistoryColumns history = builder.build();

        assertThat(history.places(customers(1, 2, 3, 4))).containsExactly(0, -1, -1, 1);
        assertThat(history.start(0)).isZero();
        assertThat(history.end(0)).isEqualTo(2);
        assertThat(history.start(1)).isEqualTo(2);
        assertThat(history.end(1)).isEqualTo(3);
        assertThat(IntStream.range(0, 3).map(history::from)).containsExactly(10, 20, 5);
        assertThat(IntStream.range(0, 3).map(history::to)).containsExactly(19, HistoryColumns.OPEN, 9);
        assertThat(IntStream.range(0, 3).mapToObj(p -> history.dictionary().text(history.code(p))))
                .containsExactly("lead", "gold", "gold");
    }

    @Test
    void shouldKnowNothingWithoutPeriods() {
        HistoryColumns none = Histories.NONE.of("segment_rfm");

        assertThat(none.places(customers(1, 2))).containsExactly(-1, -1);
        assertThat(none.dictionary().size()).isZero();
    }

    /** Many histories, asked for all customers or for a few of them. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 50, 199, 200, 201, 4_000})
    void shouldFindTheHistoriesOfManyAndOfFew(int step) {
        HistoryColumns.Builder builder = HistoryColumns.builder(List.of("gold"));
        for (int id = 1; id < 8_000; id += 2) {
            builder.add(id, id, id + 1, "gold");
        }
        HistoryColumns history = builder.build();
        int[] ids = IntStream.iterate(0, id -> id < 9_000, id -> id + step).toArray();

        int[] places = history.places(customers(ids));

        for (int customer = 0; customer < ids.length; customer++) {
            boolean known = ids[customer] % 2 == 1 && ids[customer] < 8_000;
            assertThat(places[customer]).as("customer %d", ids[customer]).isEqualTo(known ? ids[customer] / 2 : -1);
        }
        assertThat(history.from(3_999)).isEqualTo(7_999);
        assertThat(history.end(3_999)).isEqualTo(4_000);
    }

    private static CustomerColumns customers(int... ids) {
        CustomerColumns.Builder builder = CustomerColumns.builder(List.of(), 2);
        for (int id : ids) {
            builder.customer(id);
        }
        return builder.build();
    }
}
