package org.clientele.plugins.definition;

import dev.cel.compiler.CelCompiler;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.api.VerticalDefinition;

/**
 * The variables an expression may use and what it has to answer. Immutable and safe to share between threads; making one costs
 * some milliseconds, so keep it while checking many expressions.
 */
public final class Scope {
    /** The variable of an activity's conditions that counts the days from the row to the as-of date; never negative. */
    public static final String DAYS_AGO = "days_ago";

    /** The prefix of the variable that holds the segment a customer is in by a model: {@code segment_pyramid == "gold"}. */
    public static final String SEGMENT_PREFIX = "segment_";

    /** The variable of a sample recipe's conditions that says whether the customer is an organisation. */
    public static final String ORGANISATION = "organisation";

    /** The variable of a sample recipe's conditions that says whether the customer's name is a foreign one. */
    public static final String FOREIGN = "foreign";

    /** What an expression has to answer. */
    public enum Answer {
        /** True, false or unknown. */
        CONDITION,
        /** A number or missing. */
        NUMBER
    }

    /**
     * A variable.
     *
     * @param kind what it holds
     * @param values the values of a choice; empty: any
     */
    public record Variable(ValueKind kind, List<String> values) {
        public Variable {
            values = List.copyOf(values);
        }

        static Variable of(ValueKind kind) {
            return new Variable(kind, List.of());
        }
    }

    private final Map<String, Variable> variables;
    private final Set<String> activities;
    private final Set<String> histories;
    private final Answer answer;
    private final CelCompiler compiler;

    private Scope(Map<String, Variable> variables, Answer answer) {
        this(variables, Set.of(), Set.of(), answer);
    }

    private Scope(Map<String, Variable> variables, Set<String> activities, Set<String> histories, Answer answer) {
        this.variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        this.activities = Collections.unmodifiableSet(new LinkedHashSet<>(activities));
        this.histories = Collections.unmodifiableSet(new LinkedHashSet<>(histories));
        this.answer = answer;
        this.compiler = Dialect.compiler(this.variables, this.activities, this.histories);
    }

    /** Conditions on a customer: every attribute and metric of the vertical, and its activities to be counted and summed. */
    public static Scope customer(VerticalDefinition vertical) {
        return customer(vertical, Map.of());
    }

    /** Conditions on a customer with named thresholds, as a life-cycle model has them; thresholds are numbers. */
    public static Scope customer(VerticalDefinition vertical, Map<String, Double> parameters) {
        return member(vertical, List.of(), parameters);
    }

    /**
     * Conditions on a customer who is in segments: all that {@link #customer} has, and for every model {@link #SEGMENT_PREFIX} + its
     * id, a text that is missing where the customer is in no segment, and what it foretells ({@link ModelFigure}).
     */
    public static Scope member(VerticalDefinition vertical) {
        return member(vertical, vertical.models(), Map.of());
    }

    /**
     * Conditions of a model: all that {@link #customer} has, the segments by the models declared before it, and its named thresholds.
     * For a model that the vertical does not declare: the segments by all models.
     */
    public static Scope model(VerticalDefinition vertical, String model, Map<String, Double> parameters) {
        List<ModelDefinition> earlier = vertical.models().stream()
                .takeWhile(other -> !other.id().equals(model))
                .toList();
        return member(vertical, earlier, parameters);
    }

    private static Scope member(
            VerticalDefinition vertical, List<ModelDefinition> models, Map<String, Double> parameters) {
        Map<String, Variable> variables = variables(vertical.attributes(), vertical.metrics(), parameters);
        Set<String> histories = new LinkedHashSet<>();
        vertical.attributes().stream()
                .filter(attribute -> hasHistory(attribute.type()))
                .forEach(attribute -> histories.add(attribute.id()));
        for (ModelDefinition model : models) {
            if (isExclusive(model)) {
                histories.add(SEGMENT_PREFIX + model.id());
            }
            List<String> segments =
                    model.segments().stream().map(SegmentDefinition::id).toList();
            variables.put(SEGMENT_PREFIX + model.id(), new Variable(ValueKind.TEXT, segments));
            ModelFigure.of(model)
                    .forEach(figure -> variables.putIfAbsent(figure.variable(), Variable.of(ValueKind.NUMBER)));
        }
        return new Scope(variables, activities(vertical.activities(), variables), histories, Answer.CONDITION);
    }

    /** Whether it is written down what an attribute of the type was before it changed: one of few values. */
    public static boolean hasHistory(FieldType type) {
        return type == FieldType.CHOICE || type == FieldType.BOOLEAN;
    }

    /** Whether a customer is in one of the model's segments at most, so that changes lead from one to another. */
    private static boolean isExclusive(ModelDefinition model) {
        return !(model instanceof ModelDefinition.Rules rules) || rules.match() == ModelDefinition.Rules.Match.FIRST;
    }

    /** Adds the fields of activities as {@code purchase.channel}; an activity with the id of a variable cannot be named. */
    private static Set<String> activities(List<ActivityDefinition> activities, Map<String, Variable> variables) {
        Set<String> ids = new LinkedHashSet<>();
        for (ActivityDefinition activity : activities) {
            if (!variables.containsKey(activity.id())) {
                ids.add(activity.id());
                rows(activity).forEach((field, variable) -> variables.put(activity.id() + "." + field, variable));
                Optional.ofNullable(activity.document())
                        .ifPresent(field -> variables.remove(activity.id() + "." + field));
            }
        }
        return ids;
    }

    static Scope customer(
            List<AttributeDefinition> attributes, List<MetricDefinition> metrics, Map<String, Double> parameters) {
        return new Scope(variables(attributes, metrics, parameters), Answer.CONDITION);
    }

    private static Map<String, Variable> variables(
            List<AttributeDefinition> attributes, List<MetricDefinition> metrics, Map<String, Double> parameters) {
        Map<String, Variable> variables = new LinkedHashMap<>();
        attributes.forEach(a -> variables.put(a.id(), new Variable(ValueKind.of(a.type()), a.values())));
        metrics.forEach(m -> variables.put(m.id(), Variable.of(ValueKind.of(m.type()))));
        parameters.keySet().forEach(name -> variables.put(name, Variable.of(ValueKind.NUMBER)));
        return variables;
    }

    /** Conditions on one row of an activity ({@code where}, {@code share}): its fields and {@link #DAYS_AGO}. */
    public static Scope activity(ActivityDefinition activity) {
        return new Scope(rows(activity), Answer.CONDITION);
    }

    private static Map<String, Variable> rows(ActivityDefinition activity) {
        Map<String, Variable> variables = new LinkedHashMap<>();
        activity.fields().forEach(f -> variables.put(f.id(), new Variable(ValueKind.of(f.type()), f.values())));
        variables.put(DAYS_AGO, Variable.of(ValueKind.WHOLE));
        return variables;
    }

    /** A metric's formula: every attribute, and the metrics declared before it. */
    public static Scope formula(VerticalDefinition vertical, List<MetricDefinition> earlier) {
        return new Scope(variables(vertical.attributes(), earlier, Map.of()), Answer.NUMBER);
    }

    /** A condition of a metric's points: every attribute, and the metrics declared before it. */
    public static Scope points(VerticalDefinition vertical, List<MetricDefinition> earlier) {
        return new Scope(variables(vertical.attributes(), earlier, Map.of()), Answer.CONDITION);
    }

    /**
     * Conditions of a sample recipe on a row that is being made: the customer's attributes, {@link #ORGANISATION} and
     * {@link #FOREIGN}, and the fields of the activity or reference, which go before attributes of the same name. Values not made yet are missing.
     *
     * @param attributes attributes of the customer the row belongs to; empty for references
     * @param fields fields of the activity or reference; empty for customers
     */
    public static Scope sample(List<AttributeDefinition> attributes, List<ActivityDefinition.ActivityField> fields) {
        Map<String, Variable> variables = new LinkedHashMap<>();
        variables.put(ORGANISATION, Variable.of(ValueKind.TRUTH));
        variables.put(FOREIGN, Variable.of(ValueKind.TRUTH));
        attributes.forEach(a -> variables.put(a.id(), new Variable(ValueKind.of(a.type()), a.values())));
        fields.forEach(f -> variables.put(f.id(), new Variable(ValueKind.of(f.type()), f.values())));
        return new Scope(variables, Answer.CONDITION);
    }

    /** The variables by name, in the order of their declaration. */
    public Map<String, Variable> variables() {
        return variables;
    }

    /**
     * The activities that can be counted and summed; their fields are among the variables as {@code purchase.channel}, all but the
     * document, and {@link #DAYS_AGO}.
     */
    public Set<String> activities() {
        return activities;
    }

    /** The variables of which it is known what they were: attributes of few values, segments by models that give a customer one at a time. */
    public Set<String> histories() {
        return histories;
    }

    /** Those of the {@link #histories} of which it is also known since when they are what they are: segments. */
    public Set<String> spells() {
        return histories.stream()
                .filter(name -> name.startsWith(SEGMENT_PREFIX))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The activity whose field a variable is; nothing for a variable of the customer. */
    public static Optional<String> activityOf(String variable) {
        int dot = variable.indexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(variable.substring(0, dot));
    }

    /** What an expression of this scope has to answer. */
    public Answer answer() {
        return answer;
    }

    CelCompiler compiler() {
        return compiler;
    }
}
