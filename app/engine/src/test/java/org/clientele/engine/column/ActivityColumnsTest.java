package org.clientele.engine.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.clientele.engine.Fixtures;
import org.clientele.plugins.api.ActivityDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityColumnsTest {
    private static final CustomerColumns CUSTOMERS = CustomerColumns.builder(List.of(), 2)
            .customer(1)
            .customer(2)
            .customer(3)
            .build();

    private static ActivityColumns.Builder builder(String... fields) {
        return ActivityColumns.builder(CUSTOMERS, Fixtures.PURCHASE, Set.of(fields), 2);
    }

    /** The second customer has rows on even days, two a day; the others one row each. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 15, 16, 17, 18, 40, 41})
    void shouldFindTheFirstRowOnOrAfterADay(int size) {
        ActivityColumns.Builder builder = builder();
        builder.row(1, 3);
        IntStream.range(0, size).forEach(i -> builder.row(2, i / 2 * 2));
        builder.row(3, 3);
        ActivityColumns rows = builder.build();

        for (int day = -1; day <= size + 1; day++) {
            int wanted = day;
            long before =
                    IntStream.range(0, size).filter(i -> i / 2 * 2 < wanted).count();
            assertThat(rows.startFrom(1, day)).as("day %d", day).isEqualTo(1 + (int) before);
        }
        assertThat(rows.startFrom(1, Integer.MIN_VALUE)).isEqualTo(rows.start(1));
        assertThat(rows.startFrom(1, Integer.MAX_VALUE)).isEqualTo(rows.end(1));
    }

    @Test
    void shouldKnowItsFirstAndLastDay() {
        ActivityColumns.Builder builder = builder();
        builder.row(1, 30);
        builder.row(2, 10);
        builder.row(2, 50);
        builder.row(3, 20);
        ActivityColumns rows = builder.build();

        assertThat(rows.firstDay()).isEqualTo(LocalDate.ofEpochDay(10));
        assertThat(rows.lastDay()).isEqualTo(LocalDate.ofEpochDay(50)).isEqualTo(rows.lastDay());
        assertThat(builder().build().firstDay()).isNull();
        assertThat(builder().build().lastDay()).isNull();
    }

    @Test
    void shouldHaveEveryFieldWithoutRows() {
        ActivityColumns none = ActivityColumns.none(CUSTOMERS, Fixtures.PURCHASE, 2);

        assertThat(none.size()).isZero();
        assertThat(none.customers()).isEqualTo(3);
        assertThat(none.hasDocuments()).isFalse();
        assertThat(Fixtures.PURCHASE.fields())
                .allSatisfy(field -> assertThat(none.column(field.id())).isNotNull());
    }

    @Test
    void shouldRefuseAFieldThatIsNotDeclared() {
        assertThatThrownBy(() -> builder("amount", "size"))
                .hasMessage("Activity purchase has no field size: declare it in the vertical");
    }

    @Test
    void shouldKeepTheTextOfDocumentsWhereItIsRead() {
        ActivityColumns.Builder builder = builder("invoice", "category");
        int invoice = builder.ordinal("invoice");
        builder.row(1, 1);
        builder.document("A");
        builder.row(1, 2);
        builder.text(invoice, "B");
        builder.row(1, 3);
        builder.text(invoice, "");
        builder.row(1, 4);
        builder.text(invoice, null);
        builder.document("");
        builder.row(1, 5);
        builder.text(builder.ordinal("category"), "A");
        builder.row(1, 6);
        builder.document("A");
        ActivityColumns rows = builder.build();

        Column texts = Objects.requireNonNull(rows.column("invoice"));
        assertThat(texts.value(0)).isEqualTo(new Value.Text("A"));
        assertThat(texts.value(1)).isEqualTo(new Value.Text("B"));
        assertThat(texts.isMissing(3)).isTrue();
        assertThat(rows.document(0)).isEqualTo(rows.document(5)).isNotEqualTo(rows.document(1));
        assertThat(IntStream.of(1).mapToLong(rows::document)).doesNotContain(ActivityColumns.NO_DOCUMENT);
        assertThat(IntStream.range(2, 5).mapToLong(rows::document)).containsOnly(ActivityColumns.NO_DOCUMENT);
        assertThat(rows.hasDocuments()).isTrue();
    }

    @Test
    void shouldNumberNoDocumentsWhereTheActivityHasNone() {
        ActivityDefinition visit =
                new ActivityDefinition("visit", "door", Fixtures.PURCHASE.fields(), null, null, null);
        ActivityColumns.Builder builder = ActivityColumns.builder(CUSTOMERS, visit, Set.of("invoice"), 2);
        builder.row(1, 1);
        builder.document("A");
        builder.text(0, "B");
        ActivityColumns rows = builder.build();

        assertThat(rows.hasDocuments()).isFalse();
        assertThat(rows.document(0)).isEqualTo(ActivityColumns.NO_DOCUMENT);
        assertThat(Objects.requireNonNull(rows.column("invoice")).value(0)).isEqualTo(new Value.Text("B"));
    }

    @Test
    void shouldCountEventsOfNoRowsAndOfRowsWithoutDocuments() {
        ActivityColumns.Builder builder = builder();
        IntStream.range(0, 5).forEach(day -> builder.row(2, day));
        ActivityColumns rows = builder.build();

        assertThat(rows.events(1, 0, 5)).isEqualTo(5);
        assertThat(rows.events(1, 2, 2)).isZero();
        assertThat(rows.events(1, 4, 2)).isZero();
    }

    /** Rows of one document stand on one day, many documents a customer, over several words of bits. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 24, 25, 63, 64, 65, 130, 400})
    void shouldCountDocumentsOfAnyStretchOfDays(int days) {
        ActivityColumns.Builder builder = builder();
        for (int day = 0; day < days; day++) {
            builder.row(2, day);
            builder.document("d" + day);
            builder.row(2, day);
            builder.document("d" + day);
            builder.row(2, day);
        }
        ActivityColumns rows = builder.build();

        for (int from = 0; from <= days; from += Math.max(1, days / 9)) {
            for (int to = from; to <= days; to += Math.max(1, days / 7)) {
                assertThat(rows.events(1, rows.startFrom(1, from), rows.startFrom(1, to)))
                        .isEqualTo(2 * (to - from));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 25, 200})
    void shouldSayWhereADocumentStandsOnSeveralDays(int size) {
        ActivityColumns.Builder builder = builder();
        IntStream.range(0, size).forEach(day -> {
            builder.row(2, day);
            builder.document(day == size - 1 ? "d0" : "d" + day);
            builder.row(3, 0);
            builder.document("d0");
        });
        ActivityColumns rows = builder.build();

        assertThat(rows.events(1, 0, size)).isEqualTo(-1);
        assertThat(rows.events(2, size, 2 * size)).isEqualTo(1);
    }
}
