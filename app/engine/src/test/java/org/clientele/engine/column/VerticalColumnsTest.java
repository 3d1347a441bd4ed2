package org.clientele.engine.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.clientele.engine.Fixtures;
import org.clientele.plugins.api.FieldType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerticalColumnsTest {
    private static CustomerColumns customers(int... registered) {
        CustomerColumns.Builder builder = CustomerColumns.builder(List.of(), 2);
        IntStream.range(0, registered.length).forEach(i -> builder.customer(i + 1, registered[i]));
        return builder.build();
    }

    private static VerticalColumns data(CustomerColumns customers, ActivityColumns rows) {
        return new VerticalColumns(Fixtures.retail(), 2, customers, Map.of("purchase", rows));
    }

    private static ActivityColumns.Builder purchases(CustomerColumns customers) {
        return ActivityColumns.builder(customers, Fixtures.PURCHASE, Set.of("amount"), 2);
    }

    @Test
    void shouldTakeTheEarlierOfRegistrationAndFirstActivity() {
        CustomerColumns customers = customers(50, 50, CustomerColumns.NO_DAY, CustomerColumns.NO_DAY);
        ActivityColumns.Builder rows = purchases(customers);
        rows.row(1, 40);
        rows.row(2, 60);
        rows.row(3, 45);
        rows.row(3, 99);
        VerticalColumns data = data(customers, rows.build());

        assertThat(data.present(39).stream()).containsExactly(3);
        assertThat(data.present(40).stream()).containsExactly(0, 3);
        assertThat(data.present(45).stream()).containsExactly(0, 2, 3);
        assertThat(data.present(49).stream()).containsExactly(0, 2, 3);
        assertThat(data.present(50).stream()).containsExactly(0, 1, 2, 3);
    }

    /** So many that several words of bits, and several blocks, are filled. */
    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, 65, 129, 40_000})
    void shouldKnowWhoIsPresentAmongMany(int size) {
        CustomerColumns customers =
                customers(IntStream.range(0, size).map(i -> i % 7).toArray());
        VerticalColumns data = data(customers, purchases(customers).build());
        BitSet expected = new BitSet();
        IntStream.range(0, size).filter(i -> i % 7 <= 3).forEach(expected::set);

        assertThat(data.present(3)).isEqualTo(expected);
        assertThat(data.present(-1).isEmpty()).isTrue();
        assertThat(data.present(6).cardinality()).isEqualTo(size);
    }

    @Test
    void shouldCountAbsentKindsAsEmptyAndRefuseUndeclaredOnes() {
        CustomerColumns customers = customers(1, 2);
        VerticalColumns data = new VerticalColumns(Fixtures.retail(), 2, customers, Map.of());

        assertThat(data.activity("purchase").size()).isZero();
        assertThat(data.activity("purchase").customers()).isEqualTo(2);
        assertThat(data.activity("purchase").column("amount")).isInstanceOf(MoneyColumn.class);
        assertThatThrownBy(() -> data.activity("visit"))
                .hasMessage("Vertical shop has no activity visit; it has [purchase]");
        assertThatThrownBy(() -> data.reference("unit")).hasMessage("Vertical shop has no reference unit; it has []");
    }

    @Test
    void shouldRefuseActivitiesOfOtherCustomers() {
        CustomerColumns three = customers(1, 2, 3);
        ActivityColumns rows = purchases(customers(1, 2)).build();

        assertThatThrownBy(() -> data(three, rows))
                .hasMessage("Activities purchase were built for 2 customers, but there are 3:"
                        + " build both from the same customers");
    }

    @Test
    void shouldStayTheSameBesideThePastAndTheDefinition() {
        CustomerColumns customers = customers(1, 2);
        VerticalColumns data = data(customers, purchases(customers).build());
        Histories past = variable -> HistoryColumns.builder(List.of(variable)).build();

        assertThat(data.histories()).isSameAs(Histories.NONE);
        assertThat(data.with(past).histories()).isSameAs(past);
        assertThat(data.with(past).activities()).isEqualTo(data.activities());
        assertThat(data.under(Fixtures.vertical(List.of(), List.of()))
                        .definition()
                        .metrics())
                .isEmpty();
        assertThat(data.under(Fixtures.retail()).customers()).isSameAs(customers);
    }

    @Test
    void shouldDrawLotsByTheNumberOrElseByTheId() {
        CustomerColumns.Builder builder =
                CustomerColumns.builder(List.of(new Field(CustomerColumns.NUMBER, FieldType.TEXT)), 2);
        builder.customer(10).text(0, "K-1");
        builder.customer(11).text(0, "K-2");
        builder.customer(12);
        builder.customer(20).text(0, "12");
        CustomerColumns customers = builder.build();

        assertThat(customers.fields()).containsExactly(CustomerColumns.NUMBER);
        assertThat(IntStream.range(0, 3).mapToObj(customers::lot)).doesNotHaveDuplicates();
        assertThat(customers.lot(2)).as("its id is the other's number").isEqualTo(customers.lot(3));
        assertThat(customers(1, 2).lot(0)).isEqualTo(TextHash.of("1"));
    }

    /** Draws of control groups are remembered by these numbers: they must never change. */
    @Test
    void shouldHashTextsAsItAlwaysDid() {
        assertThat(TextHash.of("")).isEqualTo(HASH_OF_NOTHING);
        assertThat(TextHash.of("K-1")).isEqualTo(HASH_OF_K1);
        assertThat(IntStream.range(0, 20_000).mapToObj(i -> TextHash.of("n" + i)))
                .doesNotHaveDuplicates()
                .doesNotContain(0L);
    }

    private static final long HASH_OF_NOTHING = -1166397803181037274L;
    private static final long HASH_OF_K1 = -4489605328051916635L;

    @Test
    void shouldFindCustomersById() {
        CustomerColumns customers = CustomerColumns.builder(List.of(), 2)
                .customer(30)
                .customer(10)
                .customer(20, 5)
                .build();

        assertThat(IntStream.of(5, 10, 15, 20, 30, 35).map(customers::indexOf)).containsExactly(-1, 0, -1, 1, 2, -1);
        assertThat(customers.registered(1)).isEqualTo(5);
    }
}
