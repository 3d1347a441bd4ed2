package org.clientele.segment;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.clientele.common.Problem;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.ConditionLanguage;
import org.clientele.plugins.definition.ExpressionResult;
import org.clientele.plugins.definition.Scope;

/** What models made in the portal must hold. Stateless. */
final class NewModelCheck {
    private NewModelCheck() {}

    static void require(NewModel wanted) {
        requireNames(wanted.name(), wanted.purpose());
        if (!(wanted.start() instanceof NewModel.Start.CopyOf)) {
            requireCount(wanted);
            requireSegments(wanted.segments());
        }
        requireStart(wanted.start());
    }

    static void requireNames(LocalName name, LocalName purpose) {
        if (name.isEmpty() || name.isLongerThan(OwnModels.LONGEST_NAME)) {
            throw new Problem("segment.problem.own-name", OwnModels.LONGEST_NAME);
        }
        if (purpose.isLongerThan(OwnModels.LONGEST_PURPOSE)) {
            throw new Problem("segment.problem.own-purpose", OwnModels.LONGEST_PURPOSE);
        }
    }

    private static void requireCount(NewModel wanted) {
        int count = wanted.segments().size();
        int fewest =
                switch (wanted.start()) {
                    case NewModel.Start.Conditions _ -> 1;
                    case NewModel.Start.Rfm _ -> NewModel.Start.Rfm.LABELS;
                    case NewModel.Start.LifeCycle _ -> NewModel.Start.LifeCycle.STAGES;
                    default -> 2;
                };
        boolean named =
                wanted.start() instanceof NewModel.Start.Rfm || wanted.start() instanceof NewModel.Start.LifeCycle;
        int most = named ? fewest : OwnModels.MOST_SEGMENTS;
        if (count < fewest || count > most) {
            throw new Problem("segment.problem.own-segments", fewest, most, count);
        }
        if (wanted.start() instanceof NewModel.Start.Matrix matrix) {
            boolean levels = isLevels(matrix.rowLevels()) && isLevels(matrix.columnLevels());
            if (!levels || matrix.rowLevels() * matrix.columnLevels() != count) {
                throw new Problem("segment.problem.own-levels", NewModel.Start.Matrix.MOST_LEVELS);
            }
        }
    }

    private static boolean isLevels(int levels) {
        return levels >= 2 && levels <= NewModel.Start.Matrix.MOST_LEVELS;
    }

    static void requireSegments(Collection<LocalName> names) {
        Set<String> english = new HashSet<>();
        Set<String> chinese = new HashSet<>();
        for (LocalName name : names) {
            if (name.isEmpty() || name.isLongerThan(OwnModels.LONGEST_NAME)) {
                throw new Problem("segment.problem.own-segment-name", OwnModels.LONGEST_NAME);
            }
            requireNew(english, name.inEnglish());
            requireNew(chinese, name.inChinese());
        }
    }

    private static void requireNew(Set<String> known, String name) {
        if (!known.add(plain(name))) {
            throw new Problem("segment.problem.own-segment-twice", name);
        }
    }

    private static void requireStart(NewModel.Start start) {
        switch (start) {
            case NewModel.Start.Clusters(List<String> fields) -> requireFields(fields);
            case NewModel.Start.Lifetime lifetime ->
                ModelChanges.requireForetelling(lifetime.weeks(), lifetime.yearlyDiscount());
            case NewModel.Start.Conditions _,
                    NewModel.Start.Tiers _,
                    NewModel.Start.Rfm _,
                    NewModel.Start.LifeCycle _,
                    NewModel.Start.Matrix _,
                    NewModel.Start.Churn _,
                    NewModel.Start.CopyOf _ -> {}
        }
    }

    private static void requireFields(List<String> fields) {
        if (fields.size() < Measures.FEWEST || fields.size() > Measures.MOST) {
            throw new Problem("segment.problem.own-fields", Measures.FEWEST, Measures.MOST, fields.size());
        }
    }

    /** What it is made of must be there, and be computable. */
    static void require(VerticalDefinition vertical, ModelDefinition model) {
        List<String> missing = ModelReferences.missing(vertical, model);
        if (!missing.isEmpty()) {
            throw new Problem("segment.problem.own-missing", String.join(", ", missing));
        }
        if (model instanceof ModelDefinition.Churn churn) {
            Scope scope = Scope.model(vertical, churn.id(), Map.of());
            requireCondition(churn.outcome(), scope, 0);
        }
    }

    private static void requireCondition(String condition, Scope scope, int place) {
        if (ConditionLanguage.check(condition, scope) instanceof ExpressionResult.Rejected rejected) {
            throw new ConditionProblem(place, rejected.problems().getFirst());
        }
    }

    /** What a new model is made of must be right in itself, too; a copy is taken as it is. */
    static void requireStart(VerticalDefinition vertical, ModelDefinition model) {
        switch (model) {
            case ModelDefinition.Churn churn -> ChurnChanges.require(vertical, churn);
            case ModelDefinition.LifeCycle cycle -> {
                Scope scope = Scope.model(vertical, cycle.id(), cycle.parameters());
                for (int place = 0; place < cycle.stages().size(); place++) {
                    requireCondition(cycle.stages().get(place).when(), scope, place);
                }
            }
            default -> {}
        }
    }

    /** Nothing else of the vertical is called so. @param model the id of the model that is called so, or will be */
    static void requireFree(Vertical vertical, String model, LocalName name) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            String wanted = name.in(language);
            boolean taken = vertical.definition().models().stream()
                    .map(ModelDefinition::id)
                    .anyMatch(id -> !id.equals(model) && isCalled(vertical, language, id, wanted));
            if (taken) {
                throw new Problem("segment.problem.own-taken", wanted);
            }
        }
    }

    private static boolean isCalled(Vertical vertical, Locale language, String model, String name) {
        return plain(Objects.requireNonNullElse(vertical.texts().find(language, Texts.model(model)), ""))
                .equals(plain(name));
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
