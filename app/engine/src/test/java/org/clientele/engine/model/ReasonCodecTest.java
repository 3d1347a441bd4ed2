package org.clientele.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.clientele.engine.Fixtures;
import org.clientele.engine.column.Value;
import org.clientele.engine.condition.Check;
import org.clientele.engine.condition.Gap;
import org.clientele.engine.condition.Operator;
import org.clientele.engine.condition.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonCodecTest {
    @Test
    void shouldWriteAStableShortText() {
        Reason reason = new Reason(
                "pyramid",
                "gold",
                List.of(new Check(
                        "monetary",
                        new Value.Money(1_240_000, 2),
                        Operator.AT_LEAST,
                        List.of(new Value.Money(1_000_000, 2)),
                        null,
                        Truth.HOLDS,
                        0)),
                false,
                new Reason.Better(
                        "platinum",
                        List.of(new Gap(
                                "monetary",
                                Operator.AT_LEAST,
                                new Value.Money(1_500_000, 2),
                                new Value.Money(260_000, 2)))));

        String text = ReasonCodec.encode(reason);

        assertThat(text)
                .isEqualTo("[1,\"pyramid\",\"gold\",0,[[\"monetary\",\"m1240000.2\",\">=\",[\"m1000000.2\"],0,0,null]],"
                        + "[\"platinum\",[[\"monetary\",\">=\",\"m1500000.2\",\"m260000.2\"]]]]");
        assertThat(ReasonCodec.decode(text)).isEqualTo(reason);
    }

    @Test
    void shouldBringBackEveryKindOfValue() {
        List<Value> values = List.of(
                Value.MISSING,
                new Value.Whole(-3),
                new Value.Decimal(0.1 + 0.2),
                new Value.Money(Long.MIN_VALUE + 1, 0),
                new Value.Date(LocalDate.of(2024, 2, 29)),
                new Value.Flag(false),
                new Value.Text("上海 \"A\\B\"\n😀"));
        List<Check> checks = values.stream()
                .map(value -> new Check("x", value, Operator.IN, List.of(value, value), "p", Truth.UNKNOWN, 5))
                .toList();
        Reason reason = new Reason("m", null, checks, true, null);

        assertThat(ReasonCodec.decode(ReasonCodec.encode(reason))).isEqualTo(reason);
    }

    @ParameterizedTest
    @EnumSource
    void shouldBringBackEveryOperator(Operator operator) {
        assertThat(Operator.ofSymbol(operator.symbol())).isEqualTo(operator);
        assertThat(operator.negated().negated()).isEqualTo(operator);
    }

    @Test
    void shouldCutWhatIsTooLong() {
        List<Check> checks = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Value text = new Value.Text("😀".repeat(300));
            checks.add(new Check("subject_" + i, text, Operator.EQUAL, List.of(text), null, Truth.HOLDS, 0));
        }
        Reason reason = new Reason("m", "s", checks, false, new Reason.Better("t", List.of()));

        String text = ReasonCodec.encode(reason);

        assertThat(text.length()).isLessThanOrEqualTo(ReasonCodec.MAX_LENGTH);
        Reason back = ReasonCodec.decode(text);
        assertThat(back.segment()).isEqualTo("s");
        assertThat(back.checks())
                .isNotEmpty()
                .first()
                .extracting(Check::subject)
                .isEqualTo("subject_0");
    }

    @Test
    void shouldBringBackTheReasonsOfModels() {
        ModelFixture fixture = new ModelFixture();
        for (int i = 0; i < 30; i++) {
            fixture.customer(i * 17, 1 + i % 7, i * 1234);
        }
        fixture.without(0);
        for (var model : Fixtures.retail().models()) {
            ModelResult result = ModelEngine.evaluate(model, fixture.context());
            for (int customer = 0; customer < result.size(); customer++) {
                Reason reason = result.reason(customer);
                assertThat(ReasonCodec.decode(ReasonCodec.encode(reason))).isEqualTo(reason);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[", "[2,\"m\",null,0,[],null]", "[1,\"m\",null,0,[]]", "{}", "[1,\"m\",null,0,[],null]x"})
    void shouldRefuseWhatItDidNotWrite(String text) {
        assertThatThrownBy(() -> ReasonCodec.decode(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Not a stored reason");
    }
}
