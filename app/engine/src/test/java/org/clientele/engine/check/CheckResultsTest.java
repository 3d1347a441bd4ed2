package org.clientele.engine.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.clientele.plugins.api.CheckDefinition.Severity;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.Layer;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.Rule;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckResultsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private static final List<AttributeDefinition> ATTRIBUTES = List.of(
            new AttributeDefinition(
                    "grade", FieldType.CHOICE, Layer.BASIC, false, List.of("first", "second"), null, null),
            Fixtures.attribute("sources", FieldType.INTEGER),
            Fixtures.attribute("own_kw", FieldType.DECIMAL),
            Fixtures.attribute("load_kw", FieldType.DECIMAL),
            Fixtures.attribute("interlock", FieldType.BOOLEAN),
            Fixtures.attribute("drill", FieldType.DATE));

    private static final ModelDefinition IMPORTANCE = new ModelDefinition.Rules(
            "importance",
            Fixtures.segments("first", "second"),
            null,
            ModelDefinition.Rules.Match.FIRST,
            List.of(new Rule("first", "grade == \"first\"", null), new Rule("second", "grade == \"second\"", null)),
            null);

    /** Every gap by a value, every gap by a missing value, and one customer who meets all. */
    private final Snapshot snapshot = snapshot(
            customer("first", 2L, 120.0, 100.0, true, "2025-03-01"),
            customer("first", 1L, 119.9, 100.0, false, "2025-02-28"),
            customer("first", null, null, 100.0, null, null),
            customer("second", 1L, null, null, null, null),
            customer(null, 1L, 0.0, 1.0, false, "2000-01-01"));

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            sources >= 2                                  ; MET NOT_MET NOT_RECORDED NOT_CONCERNED NOT_CONCERNED
            own_kw >= load_kw * 1.2                       ; MET NOT_MET NOT_RECORDED NOT_CONCERNED NOT_CONCERNED
            interlock                                     ; MET NOT_MET NOT_RECORDED NOT_CONCERNED NOT_CONCERNED
            drill >= in_months(-12)                       ; MET NOT_MET NOT_RECORDED NOT_CONCERNED NOT_CONCERNED
            !missing(drill)                               ; MET MET NOT_RECORDED NOT_CONCERNED NOT_CONCERNED
            !missing(drill) && load_kw >= 200.0           ; NOT_MET NOT_MET NOT_MET NOT_CONCERNED NOT_CONCERNED
            !missing(drill) && sources >= 2               ; MET NOT_MET NOT_RECORDED NOT_CONCERNED NOT_CONCERNED
            !missing(drill) || sources >= 2               ; MET MET NOT_RECORDED NOT_CONCERNED NOT_CONCERNED
            missing(own_kw)                               ; NOT_MET NOT_MET MET NOT_CONCERNED NOT_CONCERNED
            interlock ? !missing(drill) : sources >= 2    ; MET NOT_MET NOT_RECORDED NOT_CONCERNED NOT_CONCERNED
            """)
    void shouldTellAGapFromSomethingNotRecorded(String require, String states) {
        CheckResult result =
                results(check("segment_importance == \"first\"", require)).result("supply");

        assertThat(IntStream.range(0, 5)
                        .mapToObj(customer -> result.state(customer).name())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(states);
    }

    @Test
    void shouldConcernEverybodyWithoutACondition() {
        CheckResult result = results(check(null, "sources >= 2")).result("supply");

        assertThat(result.concerned()).isEqualTo(5);
        assertThat(Arrays.stream(CheckState.values()).map(result::count)).containsExactly(0, 1, 3, 1);
    }

    @Test
    void shouldCountEveryCustomerInExactlyOneState() {
        CheckResult result =
                results(check("grade == \"first\"", "sources >= 2")).result("supply");

        for (CheckState state : CheckState.values()) {
            assertThat(result.customers(state).cardinality()).as("%s", state).isEqualTo(result.count(state));
            result.customers(state).stream()
                    .forEach(customer -> assertThat(result.state(customer)).isEqualTo(state));
        }
        assertThat(Arrays.stream(CheckState.values()).mapToInt(result::count).sum())
                .isEqualTo(5);
        assertThat(result.customersConcerned().cardinality()).isEqualTo(3);
    }

    @Test
    void shouldShowWhatWasFoundAndWhatWasAskedFor() {
        CheckResult result = results(check("grade == \"first\"", "own_kw >= load_kw * 1.2 && sources >= 2"))
                .result("supply");

        assertThat(result.found(1))
                .containsExactly(
                        new Check(
                                "own_kw",
                                new Value.Decimal(119.9),
                                Operator.AT_LEAST,
                                List.of(new Value.Whole(120)),
                                null,
                                Truth.FAILS,
                                0),
                        new Check(
                                "sources",
                                new Value.Whole(1),
                                Operator.AT_LEAST,
                                List.of(new Value.Whole(2)),
                                null,
                                Truth.FAILS,
                                0));
        assertThat(result.found(2)).allMatch(found -> found.actual().isMissing());
        assertThat(result.found(4)).isEmpty();
    }

    @Test
    void shouldLeaveOutWhoIsNoCustomerYet() {
        CustomerColumns.Builder builder =
                CustomerColumns.builder(ATTRIBUTES.stream().map(Field::of).toList(), 2);
        builder.customer(1, Math.toIntExact(TODAY.toEpochDay()));
        builder.customer(2, Math.toIntExact(TODAY.plusDays(1).toEpochDay()));
        VerticalDefinition definition = definition(check(null, "true"));
        VerticalColumns data = new VerticalColumns(definition, 2, builder.build(), Map.of());

        CheckResult result =
                results(Snapshots.of(definition).compute(data, TODAY)).result("supply");

        assertThat(result.state(0)).isEqualTo(CheckState.MET);
        assertThat(result.state(1)).isEqualTo(CheckState.NOT_CONCERNED);
    }

    @Test
    void shouldComputeOnceAndKeepTheResult() {
        CheckResults results = results(check(null, "sources >= 2"));

        assertThat(results.result("supply")).isSameAs(results.result("supply"));
    }

    @Test
    void shouldNameWhatItCannotCompute() {
        CheckDefinition byCode = new CheckDefinition("supply", "supply", null, null, Severity.REQUIRED, "board", "own");

        assertThatThrownBy(() -> results(byCode).result("supply")).hasMessageContaining("board");
        assertThatThrownBy(() -> results(byCode).result("other")).hasMessageContaining("other", "supply");
        assertThatThrownBy(() -> results(check(null, "nowhere > 2")).result("supply"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void shouldLetOneCheckFailWithoutTheOthers() {
        CheckResults results = results(check(null, "nowhere > 2"));

        assertThat(results.find("supply")).isEmpty();
        assertThat(results.failure("supply")).get().asString().contains("nowhere");
        assertThat(results(check(null, "sources >= 2")).find("supply")).isPresent();
        assertThat(results(check(null, "sources >= 2")).failure("supply")).isEmpty();
    }

    private CheckResults results(CheckDefinition check) {
        VerticalDefinition definition = definition(check);
        VerticalColumns data = new VerticalColumns(definition, 2, snapshot.customers(), Map.of());
        return results(Snapshots.of(definition).compute(data, TODAY));
    }

    private static CheckResults results(Snapshot of) {
        return new CheckResults(of, new SnapshotConditions(of));
    }

    private static CheckDefinition check(@Nullable String when, String require) {
        return new CheckDefinition("supply", "supply", when, require, Severity.REQUIRED, null, "own");
    }

    private static VerticalDefinition definition(CheckDefinition... checks) {
        return new VerticalDefinition(
                "grid",
                "zap",
                "CNY",
                "purchase",
                "monetary",
                ATTRIBUTES,
                List.of(Fixtures.PURCHASE),
                Fixtures.METRICS,
                List.of(IMPORTANCE),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(checks),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of());
    }

    private record Customer(
            @Nullable String grade,
            @Nullable Long sources,
            @Nullable Double own,
            @Nullable Double load,
            @Nullable Boolean interlock,
            @Nullable String drill) {}

    private static Customer customer(
            @Nullable String grade,
            @Nullable Long sources,
            @Nullable Double own,
            @Nullable Double load,
            @Nullable Boolean interlock,
            @Nullable String drill) {
        return new Customer(grade, sources, own, load, interlock, drill);
    }

    private static Snapshot snapshot(Customer... customers) {
        CustomerColumns.Builder builder =
                CustomerColumns.builder(ATTRIBUTES.stream().map(Field::of).toList(), 2);
        for (int i = 0; i < customers.length; i++) {
            Customer customer = customers[i];
            builder.customer(i + 1L);
            builder.text(0, customer.grade());
            if (customer.sources() != null) {
                builder.whole(1, customer.sources());
            }
            if (customer.own() != null) {
                builder.number(2, customer.own());
            }
            if (customer.load() != null) {
                builder.number(3, customer.load());
            }
            if (customer.interlock() != null) {
                builder.flag(4, customer.interlock());
            }
            if (customer.drill() != null) {
                builder.day(5, Math.toIntExact(LocalDate.parse(customer.drill()).toEpochDay()));
            }
        }
        VerticalDefinition definition = definition();
        VerticalColumns data = new VerticalColumns(definition, 2, builder.build(), Map.of());
        return Snapshots.of(definition).compute(data, TODAY);
    }
}
