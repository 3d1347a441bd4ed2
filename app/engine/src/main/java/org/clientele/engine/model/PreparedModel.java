package org.clientele.engine.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.engine.condition.Conditions;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.CheckedExpression;
import org.clientele.plugins.definition.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A model whose conditions are checked, to be evaluated as of many dates. Immutable and safe to share between threads.
 *
 * @param model the model
 * @param conditions the conditions of its rules or stages, in their order; of a churn model the outcome's and, where there is one, the
 *     population's; of a matrix the population's, where there is one; of clusters the frozen rules' or, where there is one, the population's; of a lifetime value which rows are purchases; empty for models without
 * @param code who calls the code of a custom model
 */
public record PreparedModel(ModelDefinition model, List<CheckedExpression> conditions, CustomModels code) {
    public PreparedModel {
        conditions = List.copyOf(conditions);
    }

    private PreparedModel(ModelDefinition model, List<CheckedExpression> conditions) {
        this(model, conditions, CustomModels.NONE);
    }

    /** The same, with code for custom models. */
    public PreparedModel with(CustomModels calls) {
        return new PreparedModel(model, conditions, calls);
    }

    /**
     * Checks a model's conditions against a vertical, which takes some milliseconds. The model need not be one of the vertical's.
     *
     * @throws IllegalArgumentException when a condition does not pass the check that reading a definition makes
     */
    public static PreparedModel of(ModelDefinition model, VerticalDefinition vertical) {
        return switch (model) {
            case ModelDefinition.Rfm rfm -> new PreparedModel(rfm, List.of());
            case ModelDefinition.Tiers tiers -> new PreparedModel(tiers, List.of());
            case ModelDefinition.Rules rules ->
                checked(rules, rules.rules(), Scope.model(vertical, rules.id(), Map.of()));
            case ModelDefinition.Matrix matrix ->
                new PreparedModel(matrix, population(matrix, matrix.population(), vertical));
            case ModelDefinition.Clusters clusters -> checked(clusters, vertical);
            case ModelDefinition.Churn churn -> checked(churn, vertical);
            case ModelDefinition.Clv clv -> checked(clv, vertical);
            case ModelDefinition.Custom custom -> new PreparedModel(custom, List.of());
            case ModelDefinition.LifeCycle cycle ->
                checked(cycle, cycle.stages(), Scope.model(vertical, cycle.id(), cycle.parameters()));
        };
    }

    private static PreparedModel checked(ModelDefinition model, List<ModelDefinition.Rule> rules, Scope scope) {
        List<CheckedExpression> conditions = new ArrayList<>();
        for (ModelDefinition.Rule rule : rules) {
            String place = "Model %s, %s".formatted(model.id(), rule.segment());
            conditions.add(Conditions.checked(rule.when(), scope, place));
        }
        return new PreparedModel(model, conditions);
    }

    private static PreparedModel checked(ModelDefinition.Churn model, VerticalDefinition vertical) {
        Scope scope = Scope.model(vertical, model.id(), Map.of());
        List<CheckedExpression> conditions = new ArrayList<>();
        conditions.add(Conditions.checked(model.outcome(), scope, "Model %s, outcome".formatted(model.id())));
        conditions.addAll(population(model, model.population(), vertical));
        return new PreparedModel(model, conditions);
    }

    /** What it is computed from: attributes, metrics and, as {@link Scope#SEGMENT_PREFIX} and an id, models before it. */
    public Set<String> reads() {
        Set<String> names = new LinkedHashSet<>();
        conditions.forEach(condition -> names.addAll(condition.variables()));
        switch (model) {
            case ModelDefinition.Rfm rfm -> names.addAll(List.of(rfm.recency(), rfm.frequency(), rfm.monetary()));
            case ModelDefinition.Tiers tiers -> names.add(tiers.metric());
            case ModelDefinition.Matrix matrix ->
                names.addAll(List.of(matrix.rows().metric(), matrix.columns().metric()));
            case ModelDefinition.Clusters clusters ->
                names.addAll(clusters.frozen().isEmpty() ? clusters.fields() : List.of());
            case ModelDefinition.Churn churn -> names.addAll(churn.features());
            case ModelDefinition.Clv _ -> names.clear();
            case ModelDefinition.Custom custom ->
                custom.inputs().forEach(input -> names.addAll(List.of(input, Scope.SEGMENT_PREFIX + input)));
            case ModelDefinition.Rules rules -> {}
            case ModelDefinition.LifeCycle cycle -> {}
        }
        return names;
    }

    private static PreparedModel checked(ModelDefinition.Clusters model, VerticalDefinition vertical) {
        Scope scope = Scope.model(vertical, model.id(), Map.of());
        if (!model.frozen().isEmpty()) {
            return checked(model, model.frozen(), scope);
        }
        return new PreparedModel(model, population(model, model.population(), vertical));
    }

    /** The condition that says whom the model concerns; none when it is everybody. */
    private static List<CheckedExpression> population(
            ModelDefinition model, @Nullable String population, VerticalDefinition vertical) {
        Scope scope = Scope.model(vertical, model.id(), Map.of());
        return population == null
                ? List.of()
                : List.of(Conditions.checked(population, scope, "Model %s, population".formatted(model.id())));
    }

    private static PreparedModel checked(ModelDefinition.Clv model, VerticalDefinition vertical) {
        ActivityDefinition activity = vertical.activity(model.activity());
        if (activity == null || activity.amount() == null) {
            throw new IllegalArgumentException("Model %s needs an activity with an amount, found %s; there are %s"
                    .formatted(
                            model.id(),
                            model.activity(),
                            vertical.activities().stream()
                                    .filter(other -> other.amount() != null)
                                    .map(ActivityDefinition::id)
                                    .toList()));
        }
        String where = model.where();
        return new PreparedModel(
                model,
                where == null
                        ? List.of()
                        : List.of(Conditions.checked(
                                where, Scope.activity(activity), "Model %s, where".formatted(model.id()))));
    }

    /** The fields of an activity that the model reads of its rows. */
    public Set<String> fieldsRead(String activity) {
        Set<String> fields = new HashSet<>();
        if (model instanceof ModelDefinition.Clv clv && clv.activity().equals(activity)) {
            conditions.forEach(condition -> fields.addAll(condition.variables()));
            fields.remove(Scope.DAYS_AGO);
        }
        return fields;
    }

    /**
     * Where the model puts some of the customers among all: by the borders, the learning and the answers that hold for all.
     *
     * @param whole the result for all customers as of the same day
     * @param some what is known of some of them
     * @param chosen their indexes among all, ascending; -1 for one who is not among them
     */
    public ModelResult part(ModelResult whole, ModelContext some, int[] chosen) {
        return switch (whole) {
            case RfmResult rfm -> rfm.part(some);
            case TiersResult tiers -> tiers.part(some);
            case MatrixResult matrix -> matrix.part(some);
            case CustomResult custom -> custom.part(some, chosen);
            case UnavailableResult unavailable -> UnavailableResult.of(model, some, unavailable.why());
            case RulesResult rules -> evaluate(some);
            case ClvResult clv -> clv.part(some);
            case ChurnResult churn -> evaluate(some, new Experience(Map.of(model.id(), churn), Experience.When.ALWAYS));
            case ClusterResult clusters ->
                evaluate(some, new Experience(Map.of(model.id(), clusters), Experience.When.ALWAYS));
        };
    }

    /** As {@link #evaluate(ModelContext, Experience)}, learning everything anew. */
    public ModelResult evaluate(ModelContext context) {
        return evaluate(context, Experience.NONE);
    }

    /**
     * Puts every customer into the model's segments. Takes a second or less for a million customers; a model that learns takes some
     * seconds, unless it takes over what it learnt before; a plugin's code what it is given.
     *
     * @throws IllegalArgumentException when the model names a metric that there is not
     */
    public ModelResult evaluate(ModelContext context, Experience experience) {
        return evaluate(context, experience, new Evaluations());
    }

    /**
     * The same; what earlier evaluations over the very same context found out is not found out again.
     *
     * @param shared of evaluations over this context alone
     */
    public ModelResult evaluate(ModelContext context, Experience experience, Evaluations shared) {
        return switch (model) {
            case ModelDefinition.Rfm rfm -> RfmResult.of(rfm, context, shared);
            case ModelDefinition.Tiers tiers -> TiersResult.of(tiers, context, shared);
            case ModelDefinition.Rules rules -> RulesResult.of(rules, conditions, context, shared);
            case ModelDefinition.LifeCycle cycle -> RulesResult.of(cycle, conditions, context, shared);
            case ModelDefinition.Matrix matrix -> MatrixResult.of(matrix, conditions, context);
            case ModelDefinition.Clusters clusters
            when clusters.frozen().isEmpty() -> ClusterResult.of(clusters, conditions, context, experience);
            case ModelDefinition.Clusters frozen -> RulesResult.of(frozen.rules(), conditions, context, shared);
            case ModelDefinition.Churn churn -> ChurnResult.of(churn, conditions, context, experience);
            case ModelDefinition.Clv clv -> ClvResult.of(clv, conditions, context, experience, shared);
            case ModelDefinition.Custom custom -> code.compute(new CustomCall(custom, context));
        };
    }
}
