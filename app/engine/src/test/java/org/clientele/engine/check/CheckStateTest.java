package org.clientele.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.clientele.engine.Fixtures;
import org.clientele.engine.Snapshot;
import org.clientele.engine.Snapshots;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.Field;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.plugins.api.CheckDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckStateTest {
    @ParameterizedTest
    @CsvSource({"NOT_CONCERNED, false", "MET, false", "NOT_MET, true", "NOT_RECORDED, true"})
    void shouldCallAGapWhatIsNotMetOrNotRecorded(CheckState state, boolean gap) {
        assertThat(state.isGap()).isEqualTo(gap);
    }

    @Test
    void shouldBindAConditionOnceAndWhatWasTypedEachTime() {
        CustomerColumns.Builder customers = CustomerColumns.builder(
                Fixtures.ATTRIBUTES.stream().map(Field::of).toList(), 2);
        customers.customer(1).whole(customers.ordinal("age"), 40);
        Snapshot snapshot = Snapshots.of(Fixtures.retail())
                .compute(
                        new VerticalColumns(Fixtures.retail(), 2, customers.build(), Map.of()),
                        LocalDate.of(2026, 6, 30));
        SnapshotConditions conditions = new SnapshotConditions(snapshot);

        assertThat(conditions.once("age > 30")).isNotSameAs(conditions.once("age > 30"));
        assertThat(conditions.once("age > 30").holds(0)).isTrue();
        assertThat(conditions.get("age > 30")).isSameAs(conditions.get("age > 30"));
        assertThat(conditions.once("age > 30")).isSameAs(conditions.get("age > 30"));
        assertThat(conditions.get("age > 40").holds(0)).isFalse();
    }

    @Test
    void shouldSayWhoGaveNoAnswerAndWhy() {
        CheckDefinition check = new CheckDefinition(
                "escape", "safety", null, null, CheckDefinition.Severity.REQUIRED, "com.example.Escape", "code");
        UnansweredException unanswered = new UnansweredException(check, "TIMED_OUT");

        assertThat(unanswered)
                .hasMessage("Check escape is answered by its plugin's code (com.example.Escape),"
                        + " which gave no answer: TIMED_OUT");
        assertThat(unanswered.why()).isEqualTo("TIMED_OUT");
        assertThat(List.of(CheckState.values())).hasSize(4);
    }
}
