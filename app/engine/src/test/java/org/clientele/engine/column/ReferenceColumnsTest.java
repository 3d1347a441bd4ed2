package org.clientele.engine.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.ReferenceDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReferenceColumnsTest {
    private static final ReferenceDefinition UNIT = new ReferenceDefinition(
            "unit",
            "house",
            List.of(
                    new ActivityField("place", FieldType.TEXT, List.of()),
                    new ActivityField("price", FieldType.MONEY, List.of()),
                    new ActivityField("rooms", FieldType.INTEGER, List.of()),
                    new ActivityField("area", FieldType.DECIMAL, List.of()),
                    new ActivityField("built", FieldType.DATE, List.of()),
                    new ActivityField("sold", FieldType.BOOLEAN, List.of())),
            "place",
            null);
    private static final Set<String> ALL = Set.of("place", "price", "rooms", "area", "built", "sold");

    @Test
    void shouldShowEveryTypeThroughTheColumnThatPoints() {
        ReferenceColumns units = units();
        CodeColumn pointing = CodeColumn.of(Dictionary.of(List.of("U2", "gone", "U1")), 2, 0, 1, CodeColumn.MISSING);

        assertThat(values(units.through(pointing, "place")))
                .containsExactly(new Value.Text("Marina"), new Value.Text("Hills"), Value.MISSING, Value.MISSING);
        assertThat(values(units.through(pointing, "price")))
                .containsExactly(new Value.Money(10_00, 2), Value.MISSING, Value.MISSING, Value.MISSING);
        assertThat(values(units.through(pointing, "rooms")))
                .containsExactly(new Value.Whole(3), new Value.Whole(5), Value.MISSING, Value.MISSING);
        assertThat(values(units.through(pointing, "area")))
                .containsExactly(new Value.Decimal(70.5), Value.MISSING, Value.MISSING, Value.MISSING);
        assertThat(values(units.through(pointing, "built")).getFirst().asDouble())
                .isEqualTo(20_000);
        assertThat(values(units.through(pointing, "sold")))
                .containsExactly(Value.MISSING, new Value.Flag(true), Value.MISSING, Value.MISSING);
    }

    @Test
    void shouldTranslateKeysIntoRows() {
        assertThat(units().rowsOf(Dictionary.of(List.of("U2", "gone", "U1"))))
                .containsExactly(1, ReferenceColumns.UNKNOWN, 0);
        assertThat(units().rowsOf(Dictionary.of(List.of()))).isEmpty();
    }

    @Test
    void shouldLeaveOutFieldsThatNobodyReads() {
        ReferenceColumns units =
                ReferenceColumns.builder(UNIT, Set.of("rooms"), 2).row("U1").build();

        assertThat(units.column("rooms")).isNotNull();
        assertThat(units.column("place")).isNull();
        assertThat(units.through(CodeColumn.of(Dictionary.of(List.of("U1")), 0), "place"))
                .isNull();
    }

    @Test
    void shouldRefuseAKeyThatCameBefore() {
        ReferenceColumns.Builder builder =
                ReferenceColumns.builder(UNIT, ALL, 2).row("U1").row("U2");

        assertThatThrownBy(() -> builder.row("U1")).hasMessageContaining("U1").hasMessageContaining("unit");
    }

    @Test
    void shouldHaveNoRowsWhereNoneWereLoaded() {
        ReferenceColumns none = ReferenceColumns.none(UNIT, 2);

        assertThat(none.size()).isZero();
        assertThat(values(none.through(CodeColumn.of(Dictionary.of(List.of("U1")), 0), "rooms")))
                .containsExactly(Value.MISSING);
    }

    private static ReferenceColumns units() {
        ReferenceColumns.Builder builder = ReferenceColumns.builder(UNIT, ALL, 2);
        builder.row("U1");
        builder.text(builder.ordinal("place"), "Marina");
        builder.money(builder.ordinal("price"), 10_00);
        builder.whole(builder.ordinal("rooms"), 3);
        builder.number(builder.ordinal("area"), 70.5);
        builder.day(builder.ordinal("built"), 20_000);
        builder.row("U2");
        builder.text(builder.ordinal("place"), "Hills");
        builder.whole(builder.ordinal("rooms"), 5);
        builder.flag(builder.ordinal("sold"), true);
        return builder.build();
    }

    private static List<Value> values(@Nullable Column column) {
        Column loaded = Objects.requireNonNull(column);
        return IntStream.range(0, loaded.size()).mapToObj(loaded::value).toList();
    }
}
