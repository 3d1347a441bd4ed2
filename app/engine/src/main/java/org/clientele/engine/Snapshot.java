package org.clientele.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.HistoryColumns;
import org.clientele.engine.column.Value;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.engine.condition.Remembered;
import org.clientele.engine.condition.Variables;
import org.clientele.engine.metric.MetricColumns;
import org.clientele.engine.metric.MetricEngine;
import org.clientele.engine.model.Evaluations;
import org.clientele.engine.model.Experience;
import org.clientele.engine.model.ModelContext;
import org.clientele.engine.model.ModelResult;
import org.clientele.engine.model.PreparedModel;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.definition.ModelFigure;
import org.clientele.plugins.definition.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Everything computed for a vertical as of one date: metrics and the segments of every model. Immutable and safe to share between
 * threads. As {@link Variables} it knows attributes and metrics by id, and segments as texts named {@code segment_} + model id.
 */
public final class Snapshot implements Variables {
    /** The prefix of the variable that holds a customer's segment by a model. */
    public static final String SEGMENT_PREFIX = Scope.SEGMENT_PREFIX;

    private final VerticalColumns data;
    private final ModelContext start;
    private final List<PreparedModel> models;
    private final Set<String> ids;
    private final Map<String, ModelResult> results = new LinkedHashMap<>();
    private final Evaluator evaluator;
    /** By model; the same for a part of the customers. */
    private final Map<String, Reads> reads;

    private Experience experience;
    private ModelContext context;
    private final Remembered remembered = new Remembered();
    /** Found once for every past, which goes when there is a newer one. */
    private final Map<HistoryColumns, int[]> places = new WeakHashMap<>();

    /** A model is evaluated when somebody asks for it, after those that it reads. */
    Snapshot(VerticalColumns data, ModelContext start, List<PreparedModel> models, Experience experience) {
        this(data, start, models, experience, PreparedModel::evaluate, new ConcurrentHashMap<>());
    }

    private Snapshot(
            VerticalColumns data,
            ModelContext start,
            List<PreparedModel> models,
            Experience experience,
            Evaluator evaluator,
            Map<String, Reads> reads) {
        this.evaluator = evaluator;
        this.reads = reads;
        this.data = data;
        this.start = start;
        this.models = models;
        this.ids =
                models.stream().map(model -> model.model().id()).collect(Collectors.toCollection(LinkedHashSet::new));
        this.experience = experience;
        this.context = start;
    }

    /** What a model is computed from: all names, and which models are among them. */
    private record Reads(Set<String> names, Set<String> models) {}

    /** Evaluates a model. */
    @FunctionalInterface
    private interface Evaluator {
        ModelResult evaluate(PreparedModel model, ModelContext context, Experience experience, Evaluations shared);
    }

    /**
     * Some of its customers, as if there were no others, but in the segments that they are in among all. Their metrics are computed by
     * the given engine from the part.
     *
     * @param part the data of these customers
     * @param chosen their indexes here, ascending; -1 for one who is not here
     * @param day as of which the part is looked at
     */
    Snapshot only(VerticalColumns part, int[] chosen, MetricEngine metrics, LocalDate day) {
        MetricColumns columns = metrics.whenAsked(part, day);
        BitSet present = part.present(Math.toIntExact(day.toEpochDay()));
        return new Snapshot(
                part,
                new ModelContext(part, columns, present),
                models,
                Experience.NONE,
                (model, some, none, shared) -> model.part(result(model.model().id()), some, chosen),
                reads);
    }

    /** The snapshot with every model evaluated. */
    Snapshot complete() {
        evaluate(ids);
        return this;
    }

    /** Evaluates models and computes metrics together that will be asked for, which is cheaper than one after the other. */
    public void prepare(Collection<String> wantedModels, Collection<String> wantedMetrics) {
        Set<String> names = new LinkedHashSet<>(wantedMetrics);
        due(wantedModels).forEach(model -> names.addAll(reads(model).names()));
        metrics().compute(names);
        evaluate(wantedModels);
    }

    /** Evaluates models and those that they read. */
    private synchronized ModelContext evaluate(Collection<String> wanted) {
        List<PreparedModel> due = due(wanted);
        Set<String> names = new LinkedHashSet<>();
        due.forEach(model -> names.addAll(reads(model).names()));
        metrics().compute(names);
        Evaluations shared = Evaluations.ofSeveralModels();
        for (PreparedModel model : due) {
            ModelResult result = evaluator.evaluate(model, context, experience, shared);
            results.put(model.model().id(), result);
            context = context.with(result);
        }
        if (results.size() == models.size()) {
            experience = Experience.NONE;
        }
        return context;
    }

    /** The models wanted and those that they read, as far as there is no result yet, in their order. */
    private synchronized List<PreparedModel> due(Collection<String> wanted) {
        Set<String> names = new HashSet<>(wanted);
        List<PreparedModel> due = new ArrayList<>();
        for (PreparedModel model : models.reversed()) {
            String id = model.model().id();
            if (names.contains(id) && !results.containsKey(id)) {
                due.add(model);
                names.addAll(reads(model).models());
            }
        }
        return due.reversed();
    }

    private Reads reads(PreparedModel model) {
        return reads.computeIfAbsent(model.model().id(), id -> {
            Set<String> names = model.reads();
            return new Reads(
                    names,
                    names.stream()
                            .flatMap(name -> ModelFigure.modelOf(data.definition(), name).stream())
                            .collect(Collectors.toSet()));
        });
    }

    /** The customers as of the day. Not to be changed. */
    public BitSet present() {
        return start.present();
    }

    /** The day as of which everything was computed. */
    @Override
    public LocalDate asOf() {
        return metrics().asOf();
    }

    /** What it was computed from. */
    public VerticalColumns data() {
        return data;
    }

    /** The customers; their indexes are the rows of everything here. */
    public CustomerColumns customers() {
        return data.customers();
    }

    /** The metrics. */
    public MetricColumns metrics() {
        return start.metrics();
    }

    /** What models are evaluated from; for previews of a model that is being edited. */
    public ModelContext context() {
        return evaluate(ids);
    }

    /** The result of a model. Fails when the vertical has none of that id. */
    public ModelResult result(String model) {
        if (!ids.contains(model)) {
            throw new IllegalArgumentException("No model %s; there are %s".formatted(model, models()));
        }
        synchronized (this) {
            if (!results.containsKey(model)) {
                evaluate(Set.of(model));
            }
            return Objects.requireNonNull(results.get(model));
        }
    }

    /** The ids of the models, in the order of the vertical. */
    public Set<String> models() {
        return Collections.unmodifiableSet(ids);
    }

    /**
     * What another form of a model would give for the same customers and day, a change of borders for one. A model that learns goes by
     * what it learnt here where it would learn the same.
     *
     * @throws IllegalArgumentException as {@link PreparedModel#of} and {@link PreparedModel#evaluate} do
     */
    public ModelResult preview(ModelDefinition model) {
        return preview(model, new Evaluations());
    }

    /** The same, for many forms of a model one after the other. @param shared of previews of this snapshot alone */
    public ModelResult preview(ModelDefinition model, Evaluations shared) {
        return preview(model, shared, null);
    }

    /** The same; what an earlier preview of this snapshot learnt is not learnt again. @param earlier its result, or null */
    public ModelResult preview(ModelDefinition model, Evaluations shared, @Nullable ModelResult earlier) {
        Experience known = experience(Experience.When.ALWAYS);
        return PreparedModel.of(model, data.definition())
                .evaluate(context(), earlier == null ? known : known.with(earlier), shared);
    }

    /**
     * Where a model would put a customer with other values, all else, also what other models say and what was computed from the values, being as it is.
     *
     * @param values by attribute or metric
     * @throws IllegalArgumentException when there is no such model, attribute or metric, a value is not of its kind, or the model is a plugin's code
     */
    public ModelResult whatIf(String model, int customer, Map<String, Value> values) {
        ModelDefinition definition = result(model).model();
        if (definition instanceof ModelDefinition.Custom) {
            throw new IllegalArgumentException(
                    "Model %s is a plugin's code: it is not called for a supposition".formatted(model));
        }
        ModelContext supposed = context();
        for (Map.Entry<String, Value> value : values.entrySet()) {
            supposed = supposed.with(value.getKey(), customer, value.getValue());
        }
        return PreparedModel.of(definition, data.definition()).evaluate(supposed, experience(Experience.When.ALWAYS));
    }

    synchronized Experience experience(Experience.When when) {
        evaluate(ids);
        return new Experience(results, when);
    }

    @Override
    public @Nullable Column column(String name) {
        Column known = start.column(name);
        return known != null
                ? known
                : ModelFigure.modelOf(data.definition(), name)
                        .map(model -> evaluate(Set.of(model)).column(name))
                        .orElse(null);
    }

    @Override
    public @Nullable ActivityColumns activity(String id) {
        return start.activity(id);
    }

    @Override
    public HistoryColumns history(String name) {
        return data.histories().of(name);
    }

    @Override
    public Remembered remembered() {
        return remembered;
    }

    @Override
    public int[] places(HistoryColumns history) {
        synchronized (places) {
            return places.computeIfAbsent(history, past -> past.places(customers()));
        }
    }
}
