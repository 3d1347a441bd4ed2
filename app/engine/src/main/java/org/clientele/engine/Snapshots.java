package org.clientele.engine;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.clientele.engine.column.ColumnsPatch;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.engine.metric.MetricColumns;
import org.clientele.engine.metric.MetricEngine;
import org.clientele.engine.model.CustomModels;
import org.clientele.engine.model.Experience;
import org.clientele.engine.model.ModelContext;
import org.clientele.engine.model.ModelResult;
import org.clientele.engine.model.PreparedModel;
import org.clientele.engine.model.UnavailableResult;
import org.clientele.engine.report.ReportEngine;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.Scope;

/**
 * Computes snapshots of one vertical. Making one checks the vertical's expressions; keep it while the definition is the same.
 * Immutable and safe to share between threads.
 */
public final class Snapshots {
    private final MetricEngine metrics;
    private final List<PreparedModel> models;
    private final ReportEngine reports;

    private Snapshots(MetricEngine metrics, List<PreparedModel> models, ReportEngine reports) {
        this.metrics = metrics;
        this.models = models;
        this.reports = reports;
    }

    /** For the metrics and models of a definition that was read without findings. */
    public static Snapshots of(VerticalDefinition definition) {
        return of(definition, CustomModels.NONE);
    }

    /** The same for a vertical with custom models, whose code the given one calls. */
    public static Snapshots of(VerticalDefinition definition, CustomModels code) {
        List<PreparedModel> models = definition.models().stream()
                .map(model -> PreparedModel.of(model, definition).with(code))
                .toList();
        return new Snapshots(MetricEngine.of(definition), models, ReportEngine.of(definition));
    }

    /** The fields of an activity that must be loaded as columns: what metrics, figures, reports and models read. */
    public Set<String> fieldsRead(String activity) {
        Set<String> fields = new LinkedHashSet<>(metrics.fieldsRead(activity));
        fields.addAll(reports.fieldsRead(activity));
        models.stream()
                .flatMap(model -> model.conditions().stream())
                .flatMap(condition -> condition.variables().stream())
                .filter(name -> name.startsWith(activity + ".") && !name.endsWith("." + Scope.DAYS_AGO))
                .map(name -> name.substring(activity.length() + 1))
                .forEach(fields::add);
        models.forEach(model -> fields.addAll(model.fieldsRead(activity)));
        return fields;
    }

    /** Computes the reports and measures of the definition over its snapshots. */
    public ReportEngine reports() {
        return reports;
    }

    /** Metrics and segments by the models of the definition this was made for, of all customers as of a date; rows after it do not count. */
    public Snapshot compute(VerticalColumns data, LocalDate asOf) {
        return compute(data, asOf, models, Experience.NONE);
    }

    /**
     * As {@link #compute(VerticalColumns, LocalDate)}; models that learn take over what they learnt for an earlier snapshot where the
     * customers they learn from are the same.
     */
    public Snapshot compute(VerticalColumns data, LocalDate asOf, Snapshot earlier) {
        return compute(data, asOf, models, earlier.experience(Experience.When.SAME_ROWS));
    }

    /**
     * The data of a snapshot as of another day, with what its models learnt as of its own. A model that is unavailable there is so again:
     * code that failed is not called in vain day by day.
     */
    public Snapshot onDay(Snapshot snapshot, LocalDate day) {
        List<PreparedModel> tried = models.stream()
                .map(model -> snapshot.result(model.model().id()) instanceof UnavailableResult unavailable
                        ? model.with(call -> call.unavailable(unavailable.why()))
                        : model)
                .toList();
        return snapshot(
                snapshot.data(),
                metrics.onDay(snapshot.metrics(), snapshot.data(), day),
                tried,
                snapshot.experience(Experience.When.ALWAYS));
    }

    /**
     * The snapshot after a change of a few customers, as computing all anew gives, but that models go on by what they learnt before, if anything: they
     * learn again when all is computed, or when the day changes. Where the day stays the same only the metrics of the changed are
     * computed; borders, which compare customers, are always found among all.
     *
     * @param earlier the snapshot before the change
     */
    public Snapshot patched(Snapshot earlier, ColumnsPatch patch, LocalDate asOf) {
        boolean sameDay = asOf.equals(earlier.asOf());
        MetricColumns columns =
                sameDay ? metrics.patched(earlier.metrics(), patch) : metrics.compute(patch.after(), asOf);
        Experience.When when = sameDay ? Experience.When.FEW_CHANGED : Experience.When.SAME_ROWS;
        return snapshot(patch.after(), columns, models, earlier.experience(when))
                .complete();
    }

    /**
     * The same customers, metrics and day by the models of the definition this was made for. Models that learn take over what they learnt
     * where the customers they learn from are the same.
     *
     * @param earlier of a definition with the same fields and metrics
     * @param data the earlier one's, of this definition
     */
    public Snapshot remodelled(Snapshot earlier, VerticalColumns data) {
        return snapshot(data, earlier.metrics(), models, earlier.experience(Experience.When.SAME_ROWS))
                .complete();
    }

    /**
     * A snapshot of some customers alone, each in the segments that the customer is in among all.
     *
     * @param whole the snapshot of all
     * @param part {@link VerticalColumns#only} of its data
     * @param chosen the customers' indexes in the whole, ascending
     */
    public Snapshot part(Snapshot whole, VerticalColumns part, int[] chosen) {
        return whole.only(part, chosen, metrics, whole.asOf());
    }

    /**
     * Customers as they have become since a snapshot, alone: their metrics are those that computing all anew gives; their segments go by the
     * borders, the learning and the plugins' answers that hold in the snapshot, since models that compare customers are not asked again.
     *
     * @param whole the snapshot before the change
     * @param few the changed customers with all their activities, read with the same fields
     * @param asOf the day as of which they are looked at
     */
    public Snapshot since(Snapshot whole, VerticalColumns few, LocalDate asOf) {
        int[] chosen = IntStream.range(0, few.customers().size())
                .map(row -> whole.customers().indexOf(few.customers().id(row)))
                .toArray();
        return whole.only(few.with(whole.data().histories()), chosen, metrics, asOf);
    }

    /**
     * What a model says of some customers alone, see {@link #part(Snapshot, VerticalColumns, int[])}.
     *
     * @param whole what it says of all
     * @param some the snapshot of the part as of the same day
     */
    public ModelResult part(ModelResult whole, Snapshot some, int[] chosen) {
        return PreparedModel.of(whole.model(), some.data().definition()).part(whole, some.context(), chosen);
    }

    private Snapshot compute(VerticalColumns data, LocalDate asOf, List<PreparedModel> wanted, Experience experience) {
        return snapshot(data, metrics.compute(data, asOf), wanted, experience).complete();
    }

    private static Snapshot snapshot(
            VerticalColumns data, MetricColumns columns, List<PreparedModel> wanted, Experience experience) {
        int day = Math.toIntExact(columns.asOf().toEpochDay());
        return new Snapshot(data, new ModelContext(data, columns, data.present(day)), wanted, experience);
    }
}
