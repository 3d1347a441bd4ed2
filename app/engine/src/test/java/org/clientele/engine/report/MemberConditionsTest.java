package org.clientele.engine.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.clientele.engine.Snapshot;
import org.clientele.plugins.api.ReportDefinition;
import org.clientele.plugins.api.ReportDefinition.Periods.Period;
import org.junit.jupiter.api.Test;

class MemberConditionsTest {
    private static final Snapshot SNAPSHOT = new ReportShop()
            .customer(Map.of("age", 20))
            .customer(Map.of("age", 40))
            .customer(Map.of())
            .snapshot();
    private static final MemberConditions CONDITIONS = MemberConditions.of(ReportShop.definition());

    @Test
    void shouldSelectEverybodyWithoutACondition() {
        assertThat(CONDITIONS.select(null, SNAPSHOT).stream()).containsExactly(0, 1, 2);
        assertThat(CONDITIONS.select("age > 30", SNAPSHOT).stream()).containsExactly(1);
    }

    @Test
    void shouldGiveSetsOfTheCallersOwn() {
        BitSet all = CONDITIONS.select(null, SNAPSHOT);
        all.clear();

        assertThat(CONDITIONS.select(null, SNAPSHOT).cardinality()).isEqualTo(3);
    }

    @Test
    void shouldBindWhatWasTypedAsWhatIsKept() {
        String typed = "age > 10";
        assertThat(CONDITIONS.bindOnce(typed, SNAPSHOT).holds(0)).isTrue();
        assertThat(CONDITIONS.bind(typed, SNAPSHOT).holds(2)).isFalse();
        assertThat(CONDITIONS.bindOnce(typed, SNAPSHOT).holds(1)).isTrue();
    }

    @Test
    void shouldRefuseWhatDoesNotPassTheCheck() {
        assertThatThrownBy(() -> CONDITIONS.bind("size > 1", SNAPSHOT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A condition on customers")
                .hasMessageContaining("size");
    }

    @Test
    void shouldRefuseAReportOfAnUnknownActivityOrCondition() {
        ReportDefinition unknown =
                new ReportDefinition.Periods("p", null, List.of(), null, "call", "gift", Period.YEAR, null);
        ReportEngine engine = ReportEngine.of(ReportShop.definition(unknown));

        assertThat(engine.fieldsRead("call")).isEmpty();
        assertThat(engine.conditions()).isNotNull();
        assertThatThrownBy(() -> engine.compute(unknown, SNAPSHOT)).hasMessage("Vertical shop has no activity call");
        ReportDefinition wrong =
                new ReportDefinition.Periods("p", null, List.of(), null, "purchase", "size", Period.YEAR, null);
        assertThatThrownBy(() -> ReportEngine.of(ReportShop.definition(wrong)))
                .hasMessageContaining("Report p")
                .hasMessageContaining("size");
    }
}
