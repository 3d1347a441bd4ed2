package org.clientele.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.clientele.engine.Fixtures;
import org.clientele.engine.column.ChangedColumns;
import org.clientele.engine.column.CodeColumn;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.DateColumn;
import org.clientele.engine.column.Dictionary;
import org.clientele.engine.column.FlagColumn;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.engine.column.NumberColumn;
import org.clientele.engine.column.Value;
import org.clientele.engine.column.WholeColumn;
import org.junit.jupiter.api.Test;

class SuppositionTest {
    private static final ModelFixture CUSTOMERS =
            new ModelFixture().customer(400, 1, 1).customer(20, 9, 900).customer(60, 3, 50);

    @Test
    void shouldPutACustomerElsewhereWithAnotherValueAndLeaveTheOthers() {
        ModelContext context = CUSTOMERS.context();
        ModelResult before = ModelEngine.evaluate(Fixtures.LIFE_CYCLE, context);
        ModelResult after = ModelEngine.evaluate(Fixtures.LIFE_CYCLE, context.with("recency", 1, new Value.Whole(500)));

        assertThat(after.reason(1).segment()).isEqualTo(before.reason(0).segment());
        assertThat(after.segment(0)).isEqualTo(before.segment(0));
        assertThat(after.segment(2)).isEqualTo(before.segment(2));
        assertThat(ModelEngine.evaluate(Fixtures.LIFE_CYCLE, context).segment(1))
                .isEqualTo(before.segment(1));
    }

    @Test
    void shouldSayOfEveryRuleHowItCameOutAndWhichOneDecided() {
        RulesResult result = (RulesResult) ModelEngine.evaluate(Fixtures.LIFE_CYCLE, CUSTOMERS.context());
        for (int customer = 0; customer < result.size(); customer++) {
            List<RuleOutcome> outcomes = result.outcomes(customer);
            String decided = outcomes.stream()
                    .filter(RuleOutcome::decides)
                    .map(RuleOutcome::segment)
                    .findFirst()
                    .orElseThrow();

            assertThat(decided).isEqualTo(result.reason(customer).segment());
            assertThat(outcomes.stream().filter(RuleOutcome::decides)).hasSize(1);
            assertThat(outcomes.stream()
                            .filter(RuleOutcome::holds)
                            .findFirst()
                            .orElseThrow()
                            .segment())
                    .isEqualTo(decided);
        }
    }

    @Test
    void shouldHaveNoRulesForSomebodyWhoIsNoCustomerYet() {
        ModelFixture fixture = new ModelFixture().absent(10, 1, 1);
        RulesResult result = (RulesResult) ModelEngine.evaluate(Fixtures.LIFE_CYCLE, fixture.context());
        assertThat(result.outcomes(0)).isEmpty();
    }

    @Test
    void shouldRefuseWhatThereIsNot() {
        ModelContext context = CUSTOMERS.context();
        assertThatThrownBy(() -> context.with("nonsense", 0, new Value.Whole(1)))
                .hasMessageContaining("is called nonsense");
        assertThatThrownBy(() -> context.with("recency", 0, new Value.Text("soon")))
                .hasMessageContaining("cannot stand in");
    }

    @Test
    void shouldChangeOneRowOfEveryKindOfColumn() {
        changes(MoneyColumn.of(2, 1, 2), new Value.Money(9, 2));
        changes(WholeColumn.of(1, 2), new Value.Whole(9));
        changes(NumberColumn.of(1, 2), new Value.Decimal(9.5));
        changes(DateColumn.of(1, 2), new Value.Date(LocalDate.of(2026, 1, 1)));
        changes(FlagColumn.of((byte) 0, (byte) 0), new Value.Flag(true));
        changes(CodeColumn.of(Dictionary.of(List.of("a")), 0, 0), new Value.Text("b"));
        assertThatThrownBy(() -> ChangedColumns.with(MoneyColumn.of(2, 1), 0, new Value.Money(1, 0)))
                .hasMessageContaining("cannot stand in");
    }

    private static void changes(Column column, Value value) {
        Value kept = column.value(0);
        Value before = column.value(1);
        assertThat(ChangedColumns.with(column, 1, value).value(1)).isEqualTo(value);
        assertThat(ChangedColumns.with(column, 1, value).value(0)).isEqualTo(kept);
        assertThat(ChangedColumns.with(column, 1, Value.MISSING).isMissing(1)).isTrue();
        assertThat(column.value(1)).isEqualTo(before);
    }
}
