package org.clientele.benchmarks;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.clientele.engine.Snapshot;
import org.clientele.engine.Snapshots;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.engine.condition.Conditions;
import org.clientele.engine.figure.ActivityFigures;
import org.clientele.engine.figure.KeyFigures;
import org.clientele.engine.figure.MonthRevenue;
import org.clientele.engine.figure.Movement;
import org.clientele.engine.figure.Period;
import org.clientele.engine.metric.MetricColumns;
import org.clientele.engine.metric.MetricEngine;
import org.clientele.engine.model.ModelEngine;
import org.clientele.engine.model.ModelResult;
import org.clientele.engine.model.ReasonCodec;
import org.clientele.engine.query.CustomerPage;
import org.clientele.engine.query.CustomerQuery;
import org.clientele.engine.query.SortBy;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.CheckedExpression;
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

/**
 * The retail vertical's metrics, models, figures and lists, warm, from columns in memory: on the real purchases of CDNOW and on
 * generated customers with ten purchases each.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx3g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EngineBenchmark {
    private static final String FILTER = "monetary >= 500 && recency_days < 365 && !missing(average_basket)";

    /** Whose purchases: {@code cdnow}, or a number of generated customers. */
    @Param({"cdnow", "100000", "1000000"})
    String data = "cdnow";

    private LocalDate asOf = LocalDate.of(1998, 6, 30);
    private VerticalDefinition definition = RetailData.definition();
    private Snapshots snapshots = Snapshots.of(definition);
    private MetricEngine metrics = MetricEngine.of(definition);
    private VerticalColumns columns = RetailData.generated(definition, 0, asOf);
    private Snapshot now = snapshots.compute(columns, asOf);
    private Snapshot before = now;
    private ModelResult rfm = now.result("rfm");
    private CheckedExpression filter =
            Conditions.checked(FILTER, org.clientele.plugins.definition.Scope.customer(definition), "benchmark");

    @Setup
    public void load() {
        columns = data.equals("cdnow")
                ? RetailData.cdnow(definition)
                : RetailData.generated(definition, Integer.parseInt(data), asOf);
        now = snapshots.compute(columns, asOf);
        before = snapshots.compute(columns, asOf.minusDays(90));
        rfm = now.result("rfm");
    }

    /** Metrics and every model: RFM, pyramid, life cycle, 80/20, ABC, age groups, pay bands. */
    @Benchmark
    public Snapshot metricsAndModels() {
        return snapshots.compute(columns, asOf);
    }

    @Benchmark
    public MetricColumns metrics() {
        return metrics.compute(columns, asOf);
    }

    @Benchmark
    public ModelResult rfm() {
        return ModelEngine.evaluate(model("rfm"), now.context());
    }

    @Benchmark
    public ModelResult pyramid() {
        return ModelEngine.evaluate(model("pyramid"), now.context());
    }

    @Benchmark
    public ModelResult lifeCycle() {
        return ModelEngine.evaluate(model("life_cycle"), now.context());
    }

    /** The reason of every customer for the RFM segment, as it is stored. */
    @Benchmark
    public long reasons() {
        long length = 0;
        for (int customer = 0; customer < rfm.size(); customer++) {
            length += ReasonCodec.encode(rfm.reason(customer)).length();
        }
        return length;
    }

    /** The first 50 of all customers by value. */
    @Benchmark
    public CustomerPage firstPage() {
        return CustomerQuery.all(now).page(SortBy.descending("monetary"), 0, 50);
    }

    /** A filter with three conditions, and a page from the middle of what it leaves. */
    @Benchmark
    public CustomerPage filteredPage() {
        CustomerQuery found = CustomerQuery.all(now).where(filter);
        return found.page(SortBy.ascending("recency_days"), found.total() / 2, 50);
    }

    @Benchmark
    public KeyFigures keyFigures() {
        return figures().keyFigures(new Period(asOf.minusDays(89), asOf));
    }

    @Benchmark
    public List<MonthRevenue> revenueByMonth() {
        return figures().revenueByMonth(new Period(asOf.minusYears(1).plusDays(1), asOf));
    }

    @Benchmark
    public Movement movement() {
        return Movement.between(before.result("rfm"), rfm, now.metrics().column("monetary"));
    }

    private ActivityFigures figures() {
        return ActivityFigures.of(columns, "purchase");
    }

    private ModelDefinition model(String id) {
        return now.result(id).model();
    }
}
