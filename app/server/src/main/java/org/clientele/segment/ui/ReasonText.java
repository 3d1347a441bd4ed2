package org.clientele.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.common.ui.FigureTable;
import org.clientele.common.ui.Formats;
import org.clientele.common.ui.Translations;
import org.clientele.common.ui.VerticalFormats;
import org.clientele.engine.column.Value;
import org.clientele.engine.condition.Check;
import org.clientele.engine.condition.Gap;
import org.clientele.engine.condition.Operator;
import org.clientele.engine.condition.Truth;
import org.clientele.engine.model.Reason;
import org.clientele.engine.model.RuleOutcome;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.definition.ModelFigure;
import org.clientele.plugins.definition.Scope;

/**
 * Puts a reason into words: "Total spend $1,240; Gold starts at $310; $860 short of Platinum", and its checks into a table. Names,
 * units and money are written as the language does.
 */
public final class ReasonText {
    private static final Translations TEXTS = new Translations();
    private static final Pattern WORD = Pattern.compile("\\$?[a-z][a-z0-9_]*");

    private final Vertical vertical;
    private final VerticalFormats formats;
    private final Locale locale;

    /** For a vertical as its snapshot holds it. */
    public ReasonText(Vertical vertical, Locale locale) {
        this(vertical, locale, Set.of());
    }

    /**
     * For a vertical as its snapshot holds it.
     *
     * @param hidden attributes whose values the reader may not see
     */
    public ReasonText(Vertical vertical, Locale locale, Set<String> hidden) {
        this.vertical = vertical;
        this.locale = locale;
        this.formats = new VerticalFormats(vertical.definition(), vertical.texts(), vertical.currency(), locale)
                .hiding(hidden);
    }

    /** Only why a customer is there, in one sentence: without what would lead further. */
    String because(Reason reason) {
        return sentence(new Reason(reason.model(), reason.segment(), reason.checks(), false, null, reason.note()));
    }

    /** The reason in one sentence. */
    public String sentence(Reason reason) {
        Reason.Note note = reason.note();
        if (note != null) {
            String given = new NoteText(vertical, formats).clause(reason.model(), note);
            return capital(given) + text("segment.reason.stop");
        }
        if (reason.checks().isEmpty() && reason.better() == null) {
            return text(withoutChecks(reason));
        }
        ModelDefinition model = vertical.definition().model(reason.model());
        boolean tiers = model instanceof ModelDefinition.Tiers || model instanceof ModelDefinition.Clv;
        List<String> clauses = shown(reason)
                .map(check -> tiers ? tier(reason, check) : clause(reason.model(), check))
                .collect(Collectors.toList());
        Reason.Better better = reason.better();
        if (better != null) {
            clauses.add(tiers ? shortOf(reason.model(), better) : needed(reason.model(), better));
        } else if (reason.best() && !isRisk(reason)) {
            clauses.add(text("segment.reason.best"));
        }
        return capital(String.join(text("segment.reason.separator"), clauses)) + text("segment.reason.stop");
    }

    /** The reason as it can be read to the customer. */
    public String spoken(Reason reason) {
        return new SpokenReason(this, locale).of(reason);
    }

    /** Whether customers may be told of it: not of the segments they are in, what is expected of them or the points they are given. */
    boolean isTold(String subject) {
        return WORD.matcher(subject)
                .results()
                .map(MatchResult::group)
                .noneMatch(word -> word.startsWith(Scope.SEGMENT_PREFIX)
                        || LearnedSubject.key(word) != null
                        || ModelFigure.find(vertical.definition(), word).isPresent()
                        || isPoints(word));
    }

    private boolean isPoints(String subject) {
        MetricDefinition metric = vertical.definition().metric(subject);
        return metric != null && metric.aggregate() == MetricDefinition.Aggregate.POINTS;
    }

    /** Whether the segments are steps of what a customer brings, so that the best of them is an honour to be told. */
    boolean isLadder(Reason reason) {
        return switch (vertical.definition().model(reason.model())) {
            case ModelDefinition.Tiers _, ModelDefinition.Rfm _, ModelDefinition.Matrix _ -> true;
            case null, default -> false;
        };
    }

    /** Whether a plugin's code decides. */
    boolean isCode(Reason reason) {
        return vertical.definition().model(reason.model()) instanceof ModelDefinition.Custom;
    }

    /** "Days since the last purchase (12 days)", "Tenure (months: 28)"; only the name where the value is hidden. */
    String fact(Check check) {
        String name = name(check.subject());
        if (formats.hides(check.subject())) {
            return name;
        }
        String actual =
                check.actual().isMissing() ? text("segment.operator.missing") : value(check.subject(), check.actual());
        boolean bracketed = name.endsWith(")") || name.endsWith("）");
        return bracketed
                ? text("segment.spoken.fact.unit", name.substring(0, name.length() - 1), actual)
                : text("segment.spoken.fact", name, actual);
    }

    /** Whether the model guesses who leaves. */
    boolean isRisk(Reason reason) {
        return vertical.definition().model(reason.model()) instanceof ModelDefinition.Churn;
    }

    private String withoutChecks(Reason reason) {
        if (isCode(reason)) {
            return reason.segment() == null ? "segment.reason.code-none" : "segment.reason.code";
        }
        return reason.segment() == null ? "segment.reason.not-yet" : "segment.reason.no-condition";
    }

    /** What a hidden value adds to a risk would give the value away. */
    Stream<Check> shown(Reason reason) {
        return reason.checks().stream()
                .filter(check -> check.operator() != Operator.ADDS || !formats.hides(check.subject()));
    }

    private String name(String subject) {
        String learned = LearnedSubject.key(subject);
        return learned == null ? formats.name(subject) : text(learned);
    }

    private String value(String subject, Value value) {
        String learned = LearnedSubject.value(formats.formats(), subject, value);
        return learned == null ? formats.value(subject, value) : learned;
    }

    /** "Contract month-to-month +0.9": what a value adds to the log-odds of leaving. */
    private String contribution(Check check) {
        String actual =
                check.actual().isMissing() ? text("segment.operator.missing") : value(check.subject(), check.actual());
        return text("segment.risk.adds", name(check.subject()), actual, signed(check.threshold()));
    }

    private String signed(Value value) {
        return formats.formats().signed(value.asDouble());
    }

    /** Chinese has none; English sentences and lines start with one. */
    private String capital(String sentence) {
        return sentence.isEmpty() ? sentence : sentence.substring(0, 1).toUpperCase(locale) + sentence.substring(1);
    }

    /** "Total spend $1,240; Gold starts at $310". */
    private String tier(Reason reason, Check check) {
        String segment = reason.segment();
        boolean border = check.operator() == Operator.AT_LEAST || check.operator() == Operator.AT_MOST;
        if (segment == null || !border || !check.holds() || formats.hides(check.subject())) {
            return clause(reason.model(), check);
        }
        return text(
                "segment.reason.starts",
                name(check.subject()),
                value(check.subject(), check.actual()),
                formats.segment(reason.model(), segment),
                formats.value(check.subject(), check.threshold()));
    }

    /** "Days since the last purchase 12 days, at most 30 days", "Contract: month to month"; a score is added where there is one. */
    private String clause(String model, Check check) {
        if (check.operator() == Operator.ADDS) {
            return contribution(check);
        }
        String name = name(check.subject());
        if (formats.hides(check.subject())) {
            return text("segment.reason.hidden", name);
        }
        if (check.truth() == Truth.UNKNOWN || check.actual().isMissing()) {
            return text("segment.reason.unknown", name);
        }
        String actual = value(check.subject(), check.actual());
        if (LearnedSubject.isPart(check) && check.operator() != Operator.NEAR) {
            return text("segment.clv.part", name, actual);
        }
        if (check.score() > 0) {
            return scored(model, check, name, actual);
        }
        Operator operator = check.holds() ? check.operator() : check.operator().negated();
        if (operator == Operator.EQUAL && !isNumber(check.actual())) {
            return text("segment.reason.same", name, actual);
        }
        return text("segment.reason.is", name, actual, compared(check.subject(), operator, check.thresholds()));
    }

    private static boolean isNumber(Value value) {
        return switch (value) {
            case Value.Whole _, Value.Decimal _, Value.Money _ -> true;
            case Value.Text _, Value.Flag _, Value.Date _, Value.Missing _ -> false;
        };
    }

    /** "Purchases 3: score 4 of 5"; in a matrix "Purchases 3: level 2 of 3, at least 3". */
    private String scored(String model, Check check, String name, String actual) {
        String score = String.valueOf(check.score());
        int levels = levels(model, check.subject());
        if (levels == 0 && vertical.definition().model(model) instanceof ModelDefinition.Matrix) {
            return text(
                    "segment.reason.level.then",
                    name,
                    actual,
                    score,
                    compared(check.subject(), check.operator(), check.thresholds()));
        }
        return levels == 0
                ? text("segment.reason.score", name, actual, score)
                : text(
                        "segment.reason.level",
                        name,
                        actual,
                        score,
                        String.valueOf(levels),
                        compared(check.subject(), check.operator(), check.thresholds()));
    }

    /** How many levels a matrix has for a measure; 0 for one that it no longer goes by, and for other models. */
    private int levels(String model, String subject) {
        return vertical.definition().model(model) instanceof ModelDefinition.Matrix matrix
                ? Stream.of(matrix.rows(), matrix.columns())
                        .filter(axis -> axis.metric().equals(subject))
                        .findFirst()
                        .map(axis -> axis.cuts().size() + 1)
                        .orElse(0)
                : 0;
    }

    private String compared(String subject, Operator operator, List<Value> thresholds) {
        String values = thresholds.stream()
                .map(value -> value(subject, value))
                .collect(Collectors.joining(text("segment.reason.list")));
        return text(
                "segment.operator." + operator.name().toLowerCase(Locale.ROOT).replace('_', '-'), values);
    }

    /** "$860 short of Platinum". */
    private String shortOf(String model, Reason.Better better) {
        Gap gap = better.gaps().getFirst();
        return text(
                "segment.reason.short",
                formats.value(gap.subject(), absolute(gap.difference())),
                formats.segment(model, better.segment()));
    }

    /** "for Loyal: purchases at least 5 (2 more)". */
    private String needed(String model, Reason.Better better) {
        String gaps = better.gaps().stream().map(this::gap).collect(Collectors.joining(text("segment.reason.list")));
        return text("segment.reason.for", formats.segment(model, better.segment()), gaps);
    }

    /** What is lacking for the nearest better segment, one by one. */
    public List<String> gaps(Reason.Better better) {
        return better.gaps().stream().map(gap -> capital(gap(gap))).toList();
    }

    String gap(Gap gap) {
        String wanted = text(
                "segment.reason.wanted",
                name(gap.subject()),
                compared(gap.subject(), gap.operator(), List.of(gap.target())));
        boolean counted = gap.difference() instanceof Value.Money || gap.difference() instanceof Value.Whole;
        if (!counted || formats.hides(gap.subject())) {
            return wanted;
        }
        return text(
                isNegative(gap.difference()) ? "segment.reason.fewer" : "segment.reason.more",
                wanted,
                formats.value(gap.subject(), absolute(gap.difference())));
    }

    private static boolean isNegative(Value value) {
        return switch (value) {
            case Value.Money(long minor, int _) -> minor < 0;
            case Value.Whole(long number) -> number < 0;
            case Value.Decimal(double number) -> number < 0;
            default -> false;
        };
    }

    private static Value absolute(Value value) {
        return switch (value) {
            case Value.Money(long minor, int digits) -> new Value.Money(Math.abs(minor), digits);
            case Value.Whole(long number) -> new Value.Whole(Math.abs(number));
            case Value.Decimal(double number) -> new Value.Decimal(Math.abs(number));
            default -> value;
        };
    }

    /** Every comparison that decided: what was compared, the customer's value, what was asked for, how it came out. */
    public Component checks(Reason reason) {
        return checks(reason.model(), shown(reason));
    }

    /** The same without what adds to a risk. */
    public Component border(Reason reason) {
        return checks(reason.model(), reason.checks().stream().filter(check -> check.operator() != Operator.ADDS));
    }

    /** How the comparisons of one rule of a model came out. */
    public Component checks(RuleOutcome rule, String model) {
        return checks(model, rule.checks().stream());
    }

    private FigureTable checks(String model, Stream<Check> shown) {
        FigureTable table = new FigureTable(
                        text("segment.checks.caption"),
                        text("segment.checks.measure"),
                        text("segment.checks.actual"),
                        text("segment.checks.asked"),
                        text("segment.checks.result"))
                .words(2)
                .words(3);
        shown.forEach(check -> table.row(
                new Span(capital(name(check.subject()))),
                value(check.subject(), check.actual()),
                asked(model, check),
                result(model, check)));
        return table;
    }

    private String asked(String model, Check check) {
        if (check.operator() == Operator.ADDS) {
            return text("segment.risk.weight", signed(check.threshold()));
        }
        if (LearnedSubject.isPart(check) && check.operator() != Operator.NEAR) {
            return text("segment.clv.computed");
        }
        String asked = compared(check.subject(), check.operator(), check.thresholds());
        String parameter = check.parameter();
        return parameter == null
                ? asked
                : text("segment.checks.parameter", asked, formats.text(Texts.modelParameter(model, parameter)));
    }

    private String result(String model, Check check) {
        if (check.score() > 0) {
            int levels = levels(model, check.subject());
            String score = String.valueOf(check.score());
            return levels == 0
                    ? text("segment.checks.score", score)
                    : text("segment.checks.level", score, String.valueOf(levels));
        }
        if (check.operator() == Operator.ADDS) {
            return text(check.threshold().asDouble() > 0 ? "segment.risk.raises" : "segment.risk.lowers");
        }
        if (LearnedSubject.isPart(check)) {
            return Formats.MISSING;
        }
        return text("segment.checks." + check.truth().name().toLowerCase(Locale.ROOT));
    }

    private String text(String key, Object... arguments) {
        return TEXTS.getTranslation(key, locale, arguments);
    }
}
