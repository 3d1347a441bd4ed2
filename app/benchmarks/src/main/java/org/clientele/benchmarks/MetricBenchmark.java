package org.clientele.benchmarks;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.engine.metric.MetricColumns;
import org.clientele.engine.metric.MetricEngine;
import org.clientele.plugins.api.Layer;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.MetricDefinition.Aggregate;
import org.clientele.plugins.api.MetricDefinition.ValueType;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One metric of each kind alone, over 1,000,000 generated customers with 10,000,000 purchases, warm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx3g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class MetricBenchmark {
    private static final LocalDate AS_OF = LocalDate.of(1998, 6, 30);

    @Param({"COUNT", "SUM", "LAST", "CHANGE", "TREND", "POINTS"})
    Aggregate aggregate = Aggregate.SUM;

    @Param("1000000")
    int customers = 1_000_000;

    private MetricEngine engine = MetricEngine.of(RetailData.definition());
    private VerticalColumns columns = RetailData.generated(RetailData.definition(), 0, AS_OF);

    @Setup
    public void load() {
        VerticalColumns retail = RetailData.generated(RetailData.definition(), customers, AS_OF);
        VerticalDefinition definition = with(retail.definition(), metric());
        engine = MetricEngine.of(definition);
        columns = new VerticalColumns(definition, retail.fractionDigits(), retail.customers(), retail.activities());
    }

    @Benchmark
    public MetricColumns compute() {
        return engine.compute(columns, AS_OF);
    }

    private MetricDefinition metric() {
        return switch (aggregate) {
            case POINTS -> points();
            case COUNT -> metric(ValueType.COUNT, null, null);
            case CHANGE, TREND -> metric(ValueType.SHARE, "amount", 365);
            default -> metric(ValueType.MONEY, "amount", null);
        };
    }

    private MetricDefinition metric(ValueType type, @Nullable String field, @Nullable Integer window) {
        return new MetricDefinition(
                "x", type, Layer.VALUE, aggregate, "purchase", field, null, null, window, null, false, null);
    }

    private static MetricDefinition points() {
        List<MetricDefinition.Points> points = List.of(
                new MetricDefinition.Points("age >= 30", 10, null),
                new MetricDefinition.Points("age >= 45 && age < 60", 5, null),
                new MetricDefinition.Points("city == \"City 7\"", 2.5, null));
        return new MetricDefinition(
                "x",
                ValueType.DECIMAL,
                Layer.VALUE,
                Aggregate.POINTS,
                null,
                null,
                null,
                null,
                null,
                null,
                points,
                false,
                null);
    }

    private static VerticalDefinition with(VerticalDefinition retail, MetricDefinition metric) {
        return new VerticalDefinition(
                retail.id(),
                retail.icon(),
                retail.currency(),
                retail.primaryActivity(),
                metric.id(),
                retail.attributes(),
                retail.activities(),
                List.of(metric),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}
