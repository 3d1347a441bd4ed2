package org.clientele.strategy;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.clientele.common.Problem;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.PlayDefinition;
import org.clientele.plugins.api.PlayDefinition.From;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.ConditionLanguage;
import org.clientele.plugins.definition.ExpressionResult;
import org.clientele.plugins.definition.Scope;
import org.clientele.plugins.definition.ValueKind;
import org.jspecify.annotations.Nullable;

/** Whether what a consultant writes of a strategy goes with the vertical; fails with a problem that names what to mend. */
final class StrategyChecks {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_PLAYS = 30;
    private static final int MOST_DAYS = 3_650;
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private final VerticalDefinition definition;

    private StrategyChecks(VerticalDefinition definition) {
        this.definition = definition;
    }

    static void require(VerticalDefinition definition, StrategyChange change) {
        StrategyChecks checks = new StrategyChecks(definition);
        checks.whom(change);
        checks.text("goal", change.goal(), LONGEST_TEXT, true);
        checks.text("actions", change.actions(), LONGEST_TEXT, false);
        checks.measure(change.measure());
        checks.condition(change.stopWhen());
        if (change.plays().size() > MOST_PLAYS) {
            throw new Problem("strategy.problem.many-plays", change.plays().size(), MOST_PLAYS);
        }
        Set<String> ids = new HashSet<>();
        change.plays().forEach(play -> checks.play(play, ids));
    }

    private void whom(StrategyChange change) {
        if (change.segment().model().equals(StrategyChange.CONDITION)) {
            text("name", change.name(), LONGEST_NAME, true);
            if (Objects.requireNonNullElse(change.condition(), "").isBlank()) {
                throw new Problem("strategy.problem.no-condition");
            }
            condition(change.condition());
            return;
        }
        ModelDefinition model = definition.model(change.segment().model());
        if (model == null
                || model.segments().stream()
                        .noneMatch(each -> each.id().equals(change.segment().segment()))) {
            throw new Problem("strategy.problem.no-segment", change.segment().segment());
        }
    }

    private void condition(@Nullable String condition) {
        if (condition == null || condition.isBlank()) {
            return;
        }
        if (!(ConditionLanguage.check(condition, Scope.member(definition)) instanceof ExpressionResult.Checked)) {
            throw new Problem("strategy.problem.condition", condition);
        }
    }

    private void measure(@Nullable String measure) {
        if (measure != null && metric(measure) == null && definition.activity(measure) == null) {
            throw new Problem("strategy.problem.measure", measure);
        }
    }

    private @Nullable MetricDefinition metric(String id) {
        return definition.metrics().stream()
                .filter(metric -> metric.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private void text(String what, LocalText text, int longest, boolean required) {
        if (required && text.isEmpty()) {
            throw new Problem("strategy.problem.empty." + what);
        }
        for (Map.Entry<String, String> each : text.byLanguage().entrySet()) {
            if (each.getValue().length() > longest) {
                throw new Problem("strategy.problem.text-long", each.getValue().length(), longest, each.getValue());
            }
        }
    }

    private void play(StrategyChange.Play play, Set<String> ids) {
        PlayDefinition step = play.step();
        text("play", play.name(), LONGEST_NAME, true);
        text("play-text", play.text(), LONGEST_TEXT, true);
        text("offer", play.offer(), LONGEST_TEXT, false);
        play.text().byLanguage().values().forEach(text -> TextTemplate.require(definition, text));
        play.offer().byLanguage().values().forEach(text -> TextTemplate.require(definition, text));
        if (!ID.matcher(step.id()).matches() || !ids.add(step.id())) {
            throw new Problem("strategy.problem.play-id", step.id());
        }
        counted(step);
        int first = step.from() == From.DATE ? -MOST_DAYS : 0;
        range(step.afterDays(), first, MOST_DAYS);
        Integer every = step.everyDays();
        if (every != null) {
            range(every, 1, MOST_DAYS);
        }
        Integer times = play.times();
        if (times != null) {
            if (every == null || step.from() == From.DATE) {
                throw new Problem("strategy.problem.times");
            }
            range(times, 1, MOST_DAYS);
        }
    }

    private static void range(int value, int least, int most) {
        if (value < least || value > most) {
            throw new Problem("strategy.problem.days", value, least, most);
        }
    }

    private void counted(PlayDefinition step) {
        String field = step.field();
        boolean fits =
                switch (step.from()) {
                    case ENTRY -> field == null;
                    case ACTIVITY -> field != null && definition.activity(field) != null;
                    case DATE -> field != null && isDate(definition, field);
                };
        if (!fits) {
            throw new Problem("strategy.problem.counted", Objects.requireNonNullElse(field, ""));
        }
    }

    /** Whether an attribute or a metric is a date. */
    static boolean isDate(VerticalDefinition definition, String field) {
        Scope.Variable variable = Scope.member(definition).variables().get(field);
        return variable != null && variable.kind() == ValueKind.DATE;
    }
}
