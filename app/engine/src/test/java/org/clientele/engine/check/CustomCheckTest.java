package org.clientele.engine.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.clientele.engine.Fixtures;
import org.clientele.engine.Snapshot;
import org.clientele.engine.Snapshots;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.Field;
import org.clientele.engine.column.Value;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.engine.condition.Check;
import org.clientele.engine.condition.Operator;
import org.clientele.engine.condition.Truth;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.CheckDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.api.extension.CheckInput;
import org.clientele.plugins.api.extension.CheckOutput;
import org.clientele.plugins.api.extension.CustomerTable;
import org.clientele.plugins.api.extension.WrongResultException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CustomCheckTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final List<AttributeDefinition> ATTRIBUTES =
            List.of(Fixtures.attribute("rooms", FieldType.INTEGER), Fixtures.attribute("exits", FieldType.INTEGER));
    private static final CheckDefinition CHECK = new CheckDefinition(
            "escape", "safety", "rooms > 10", null, CheckDefinition.Severity.REQUIRED, "com.example.Escape", "code");

    @Test
    void shouldTakeTheAnswersOfTheCode() {
        CheckResult result = answer(CustomCheckTest::oneExitForTenRooms);

        assertThat(result.state(0)).isEqualTo(CheckState.MET);
        assertThat(result.state(1)).isEqualTo(CheckState.NOT_MET);
        assertThat(result.state(2)).isEqualTo(CheckState.NOT_RECORDED);
        assertThat(result.state(3)).isEqualTo(CheckState.NOT_CONCERNED);
        assertThat(result.found(1))
                .containsExactly(
                        new Check("rooms", new Value.Whole(30), Operator.PRESENT, List.of(), null, Truth.FAILS, 0),
                        new Check("exits", new Value.Whole(2), Operator.PRESENT, List.of(), null, Truth.FAILS, 0));
        assertThat(result.found(0)).allMatch(Check::holds);
        assertThat(result.found(3)).isEmpty();
    }

    @Test
    void shouldRefuseWhatMakesNoSense() {
        assertWrong(input -> null);
        assertWrong(input -> {
            CheckOutput output = CheckOutput.of(input);
            output.gap(3);
            return output;
        });
        assertWrong(input -> {
            CheckOutput output = CheckOutput.of(input);
            output.unknown(4);
            return output;
        });
        assertWrong(input -> CheckOutput.of(input, "beds"));
    }

    @Test
    void shouldLetTheOthersBeWhenTheCodeGivesNoAnswer() {
        CheckResults results = new CheckResults(snapshot(), new SnapshotConditions(snapshot()), call -> {
            throw new UnansweredException(call.check(), "TIMED_OUT");
        });

        assertThat(results.find("escape")).isEmpty();
        assertThat(results.failure("escape"))
                .get()
                .isInstanceOfSatisfying(UnansweredException.class, unanswered -> assertThat(unanswered.why())
                        .isEqualTo("TIMED_OUT"));
    }

    private static CheckOutput oneExitForTenRooms(CheckInput input) {
        CheckOutput output = CheckOutput.of(input, "rooms", "exits");
        CustomerTable.Wholes rooms = input.wholes("rooms");
        CustomerTable.Wholes exits = input.wholes("exits");
        for (int row = 0; row < input.size(); row++) {
            if (!input.concerns(row)) {
                continue;
            }
            if (exits.isMissing(row)) {
                output.unknown(row);
            } else if (exits.get(row) * 10 < rooms.get(row)) {
                output.gap(row);
            }
        }
        return output;
    }

    private static void assertWrong(Function<CheckInput, @Nullable CheckOutput> code) {
        assertThatExceptionOfType(WrongResultException.class).isThrownBy(() -> answer(code));
    }

    private static CheckResult answer(Function<CheckInput, @Nullable CheckOutput> code) {
        Snapshot snapshot = snapshot();
        return new CheckResults(snapshot, new SnapshotConditions(snapshot), call -> call.run(code, () -> false))
                .result("escape");
    }

    private static Snapshot snapshot() {
        CustomerColumns.Builder builder =
                CustomerColumns.builder(ATTRIBUTES.stream().map(Field::of).toList(), 2);
        long[][] wanted = {{30, 3}, {30, 2}, {30, -1}, {10, 0}};
        for (int row = 0; row < wanted.length; row++) {
            builder.customer(row + 1L);
            builder.whole(0, wanted[row][0]);
            if (wanted[row][1] >= 0) {
                builder.whole(1, wanted[row][1]);
            }
        }
        VerticalDefinition definition = definition();
        return Snapshots.of(definition).compute(new VerticalColumns(definition, 2, builder.build(), Map.of()), TODAY);
    }

    private static VerticalDefinition definition() {
        return new VerticalDefinition(
                "hotel",
                "building-2",
                "CNY",
                "purchase",
                "monetary",
                ATTRIBUTES,
                List.of(Fixtures.PURCHASE),
                Fixtures.METRICS,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(CHECK),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of());
    }
}
