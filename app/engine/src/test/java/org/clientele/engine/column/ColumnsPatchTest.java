package org.clientele.engine.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.clientele.engine.Fixtures;
import org.clientele.plugins.api.FieldType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ColumnsPatchTest {
    /** Customers by id with the amounts of their purchases, the first on day 100, the next on day 101, … */
    private static VerticalColumns data(boolean documents, long[]... customers) {
        CustomerColumns.Builder builder =
                CustomerColumns.builder(List.of(Field.of(Fixtures.attribute("age", FieldType.INTEGER))), 2);
        for (long[] customer : customers) {
            builder.customer(customer[0]);
            builder.whole(0, customer[0] + 20);
        }
        CustomerColumns built = builder.build();
        ActivityColumns.Builder rows = ActivityColumns.builder(built, Fixtures.PURCHASE, Set.of("amount"), 2);
        for (long[] customer : customers) {
            for (int i = 1; i < customer.length; i++) {
                rows.row(customer[0], 99 + i);
                rows.money(0, customer[i]);
                rows.document(documents ? "d" + customer[0] : null);
            }
        }
        return new VerticalColumns(Fixtures.retail(), 2, built, Map.of("purchase", rows.build()));
    }

    @Test
    void shouldStandAsIfAllHadBeenReadAgain() {
        VerticalColumns before = data(false, new long[] {1, 10, 11}, new long[] {3, 30}, new long[] {5, 50, 51, 52});
        VerticalColumns part = data(false, new long[] {2, 20}, new long[] {3, 31, 32});

        ColumnsPatch patch = ColumnsPatch.of(before, List.of(2L, 3L, 5L), part);

        VerticalColumns after = patch.after();
        assertThat(patch.part()).isSameAs(part);
        assertThat(IntStream.range(0, after.customers().size())
                        .map(i -> (int) after.customers().id(i)))
                .containsExactly(1, 2, 3);
        assertThat(wholes(after.customers().column("age"))).containsExactly(21, 22, 23);
        ActivityColumns rows = after.activity("purchase");
        assertThat(rows.customers()).isEqualTo(3);
        assertThat(rows.activity()).isEqualTo("purchase");
        assertThat(IntStream.range(0, 3).map(rows::start)).containsExactly(0, 2, 3);
        assertThat(IntStream.range(0, 3).map(rows::end)).containsExactly(2, 3, 5);
        assertThat(wholes(rows.column("amount"))).containsExactly(10, 11, 20, 31, 32);
        assertThat(IntStream.range(0, 5).map(rows::day)).containsExactly(100, 101, 100, 100, 101);
        assertThat(rows.hasDocuments()).isFalse();
        assertThat(before.activity("purchase").size()).as("left as it was").isEqualTo(6);
    }

    @Test
    void shouldKeepDocumentsOfEitherSide() {
        VerticalColumns with = data(true, new long[] {1, 10});
        VerticalColumns without = data(false, new long[] {2, 20});

        ActivityColumns one =
                ColumnsPatch.of(with, List.of(2L), without).after().activity("purchase");
        ActivityColumns other =
                ColumnsPatch.of(without, List.of(1L), with).after().activity("purchase");

        assertThat(one.document(0))
                .isEqualTo(with.activity("purchase").document(0))
                .isNotZero();
        assertThat(one.document(1)).isEqualTo(ActivityColumns.NO_DOCUMENT);
        assertThat(other.document(0)).isEqualTo(one.document(0));
        assertThat(other.document(1)).isEqualTo(ActivityColumns.NO_DOCUMENT);
    }

    @Test
    void shouldPatchColumnsOverTheSameCustomers() {
        VerticalColumns before = data(false, new long[] {1}, new long[] {3});
        ColumnsPatch patch = ColumnsPatch.of(before, List.of(2L), data(false, new long[] {2}));

        assertThat(wholes(patch.column(WholeColumn.of(100, 300), WholeColumn.of(200))))
                .containsExactly(100, 200, 300);
    }

    @Test
    void shouldRefuseACustomerWhoDidNotChange() {
        VerticalColumns before = data(false, new long[] {1});
        VerticalColumns part = data(false, new long[] {1});

        assertThatThrownBy(() -> ColumnsPatch.of(before, List.of(4L), part))
                .hasMessage("Customer 1 was read, but is not among those that changed: [4]");
    }

    @Test
    void shouldCopySomeOfTheCustomers() {
        VerticalColumns some = data(true, new long[] {1, 10, 11}, new long[] {3, 30}, new long[] {5, 50, 51})
                .only(new int[] {0, 2});

        assertThat(IntStream.range(0, 2).map(i -> (int) some.customers().id(i))).containsExactly(1, 5);
        assertThat(wholes(some.activity("purchase").column("amount"))).containsExactly(10, 11, 50, 51);
        assertThat(some.activity("purchase").start(1)).isEqualTo(2);
        assertThat(some.activity("purchase").hasDocuments()).isTrue();
    }

    private static List<Integer> wholes(@Nullable Column column) {
        Column found = Objects.requireNonNull(column);
        return IntStream.range(0, found.size())
                .mapToObj(row -> (int) found.order(row))
                .toList();
    }
}
