package org.clientele.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.clientele.engine.Fixtures;
import org.clientele.engine.column.Value;
import org.clientele.engine.model.Reason.Note;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.extension.CallCancelledException;
import org.clientele.plugins.api.extension.Cells;
import org.clientele.plugins.api.extension.CustomerTable;
import org.clientele.plugins.api.extension.ModelInput;
import org.clientele.plugins.api.extension.ModelOutput;
import org.clientele.plugins.api.extension.WrongResultException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CustomModelTest {
    private static final ModelDefinition.Custom MODEL = new ModelDefinition.Custom(
            "habit",
            Fixtures.segments("regular", "occasional"),
            null,
            "com.example.Habit",
            List.of("frequency", "monetary", "recency", "pyramid"),
            List.of("often", "seldom"),
            true);

    private final ModelContext context = new ModelFixture()
            .customer(1, 12, 1_250)
            .customer(20, 2, 300)
            .without(5)
            .absent(3, 30, 9_900)
            .context();

    @Test
    void shouldPutCustomersWhereTheCodeSays() {
        ModelResult result = run(input -> {
            ModelOutput output = ModelOutput.of(input);
            CustomerTable.Wholes frequency = input.wholes("frequency");
            for (int row = 0; row < input.size(); row++) {
                if (frequency.get(row) > 0) {
                    output.put(row, frequency.get(row) >= 12 ? 0 : 1);
                }
            }
            return output;
        });

        assertThat(result.segment(0)).isZero();
        assertThat(result.segment(1)).isOne();
        assertThat(result.segment(2)).isEqualTo(ModelResult.NONE);
        assertThat(result.segment(3)).as("no customer yet").isEqualTo(ModelResult.NONE);
        assertThat(result.counts()).containsExactly(1, 1);
        assertThat(result.reason(0)).isEqualTo(new Reason("habit", "regular", List.of(), true, null));
        assertThat(result.reason(2).segment()).isNull();
    }

    @Test
    void shouldKeepTheReasonWithItsValues() {
        ModelResult result = run(input -> {
            ModelOutput output = ModelOutput.of(input);
            double[] shares = new double[input.size()];
            shares[1] = 0.25;
            int often = output.reason("often", Cells.field("monetary"), Cells.whole(12));
            int seldom = output.reason(
                    "seldom",
                    Cells.of(Cells.Kind.SHARE, shares),
                    Cells.same(Cells.Kind.DATE, LocalDate.of(2026, 3, 1).toEpochDay()),
                    Cells.same(Cells.Kind.MONEY, 12.5),
                    Cells.same(Cells.Kind.DAYS, Double.NaN));
            shares[1] = 0.75;
            output.put(0, 0, often);
            output.put(1, 1, seldom);
            return output;
        });

        assertThat(result.reason(0).note())
                .isEqualTo(new Note(
                        "often",
                        List.of(
                                new Note.Part("monetary", new Value.Money(1_250, 2)),
                                new Note.Part(Note.Part.PLAIN, new Value.Whole(12)))));
        Reason seldom = result.reason(1);
        assertThat(seldom.note())
                .isEqualTo(new Note(
                        "seldom",
                        List.of(
                                new Note.Part(Note.Part.SHARE, new Value.Decimal(0.25)),
                                new Note.Part(Note.Part.PLAIN, new Value.Date(LocalDate.of(2026, 3, 1))),
                                new Note.Part(Note.Part.MONEY, new Value.Decimal(12.5)),
                                new Note.Part(Note.Part.DAYS, Value.MISSING))));
        assertThat(ReasonCodec.decode(ReasonCodec.encode(seldom))).isEqualTo(seldom);
    }

    @Test
    void shouldGiveOnlyTheInputsWithTheirTypes() {
        run(input -> {
            assertThat(input.model()).isEqualTo("habit");
            assertThat(input.segments()).containsExactly("regular", "occasional");
            assertThat(input.columns()).containsExactly("frequency", "monetary", "recency", "pyramid");
            assertThat(input.asOf()).isEqualTo(LocalDate.of(2026, 6, 30));
            assertThat(input.present(3)).isFalse();
            assertThat(input.numbers("monetary").get(0)).isEqualTo(12.5);
            assertThat(input.wholes("monetary").get(0)).isEqualTo(1_250);
            assertThat(input.wholes("recency").isMissing(2)).isTrue();
            assertThat(input.texts("pyramid").get(0)).isEqualTo("platinum");
            assertThat(input.texts("pyramid").get(3)).isNull();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> input.numbers("age"))
                    .withMessageContaining("age")
                    .withMessageContaining("frequency");
            assertThatIllegalArgumentException().isThrownBy(() -> input.texts("monetary"));
            assertThatIllegalArgumentException().isThrownBy(() -> input.dates("recency"));
            return ModelOutput.of(input);
        });
    }

    @Test
    void shouldTellTheCodeWhenTheResultIsNotWanted() {
        assertThatExceptionOfType(CallCancelledException.class).isThrownBy(() -> new CustomCall(MODEL, context())
                .run(
                        input -> {
                            input.checkCancelled();
                            return ModelOutput.of(input);
                        },
                        () -> true));
    }

    @Test
    void shouldRefuseWhatMakesNoSense() {
        assertWrong("null", input -> null);
        assertWrong("segment 2", input -> {
            ModelOutput output = ModelOutput.of(input);
            output.put(0, 2);
            return output;
        });
        assertWrong("Row 4", input -> {
            ModelOutput output = ModelOutput.of(input);
            output.put(4, 0);
            return output;
        });
        assertWrong("why", input -> {
            ModelOutput output = ModelOutput.of(input);
            output.reason("why");
            return output;
        });
        assertWrong("3 values for 4 customers", input -> {
            ModelOutput output = ModelOutput.of(input);
            output.reason("often", Cells.of(Cells.Kind.NUMBER, 1, 2, 3));
            return output;
        });
        assertWrong("age", input -> {
            ModelOutput output = ModelOutput.of(input);
            output.reason("often", Cells.field("age"));
            return output;
        });
        assertWrong("1 customers; there are 4", input -> otherOutput());
    }

    private static ModelOutput otherOutput() {
        ModelOutput[] made = new ModelOutput[1];
        ModelContext one = new ModelFixture().customer(1, 1, 1).context();
        ModelDefinition.Custom model = new ModelDefinition.Custom(
                "other", Fixtures.segments("a"), null, "x", List.of("frequency"), List.of(), true);
        new CustomCall(model, one)
                .run(
                        input -> {
                            made[0] = ModelOutput.of(input);
                            return made[0];
                        },
                        () -> false);
        return made[0];
    }

    @Test
    void shouldSayNothingAboutAnybodyWhenUnavailable() {
        ModelResult result = PreparedModel.of(MODEL, Fixtures.retail()).evaluate(context());

        assertThat(result).isInstanceOfSatisfying(UnavailableResult.class, unavailable -> assertThat(unavailable.why())
                .isEqualTo("NO_CODE"));
        assertThat(result.counts()).containsExactly(0, 0);
        assertThat(result.reason(0).segment()).isNull();
    }

    @Test
    void shouldCallTheGivenCode() {
        ModelResult result = PreparedModel.of(MODEL, Fixtures.retail())
                .with(call -> call.unavailable("TIMED_OUT " + call.customers()))
                .evaluate(context());

        assertThat(((UnavailableResult) result).why()).isEqualTo("TIMED_OUT 4");
    }

    private void assertWrong(String message, Function<ModelInput, @Nullable ModelOutput> code) {
        assertThatExceptionOfType(WrongResultException.class)
                .isThrownBy(() -> run(code))
                .withMessageContaining(message);
    }

    private ModelResult run(Function<ModelInput, @Nullable ModelOutput> code) {
        return new CustomCall(MODEL, context()).run(code, () -> false);
    }

    private ModelContext context() {
        return context.with(ModelEngine.evaluate(Fixtures.PYRAMID, context));
    }
}
