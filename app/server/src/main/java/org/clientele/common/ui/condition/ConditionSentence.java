package org.clientele.common.ui.condition;

import com.vaadin.flow.component.Component;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clientele.common.ui.VerticalFormats;
import org.clientele.engine.column.Value;
import org.clientele.engine.condition.Conditions;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.ModelFigure;
import org.clientele.plugins.definition.Scope;
import org.jspecify.annotations.Nullable;

/** Puts a condition of the condition language into words, with the names and values that people know. */
public final class ConditionSentence {
    private static final Map<String, String> COMPARISONS = Map.of(
            "_==_", "eq", "_!=_", "ne", "_<_", "lt", "_<=_", "lte", "_>_", "gt", "_>=_", "gte", "contains", "contains");

    /** Numbers stand apart from Chinese words, Chinese words not from each other. */
    private static final Pattern BETWEEN_CHINESE = Pattern.compile("(?<=[\\p{IsHan}）”]) (?=[\\p{IsHan}（“])");

    private final Component texts;
    private final VerticalDefinition definition;
    private final VerticalFormats formats;
    private final int fractionDigits;
    private final Scope scope;
    private final Map<String, String> thresholds;

    /** @param texts gives the portal's texts in the reader's language
     *  @param scope what conditions may name */
    public ConditionSentence(
            Component texts, VerticalDefinition definition, VerticalFormats formats, int fractionDigits, Scope scope) {
        this(texts, definition, formats, fractionDigits, scope, Map.of());
    }

    /** @param thresholds how the numbers that a model declares are said, by id */
    public ConditionSentence(
            Component texts,
            VerticalDefinition definition,
            VerticalFormats formats,
            int fractionDigits,
            Scope scope,
            Map<String, String> thresholds) {
        this.texts = texts;
        this.thresholds = Map.copyOf(thresholds);
        this.scope = scope;
        this.definition = definition;
        this.formats = formats;
        this.fractionDigits = fractionDigits;
    }

    /**
     * The sentence.
     *
     * @throws IllegalArgumentException when the expression does not pass the check
     */
    public String of(String expression) {
        String sentence = truth(
                Conditions.checked(expression, scope, "A condition").tree().getExpr());
        return BETWEEN_CHINESE.matcher(sentence).replaceAll("");
    }

    Scope scope() {
        return scope;
    }

    VerticalDefinition definition() {
        return definition;
    }

    VerticalFormats formats() {
        return formats;
    }

    private String truth(CelExpr node) {
        return switch (node.getKind()) {
            case CONSTANT ->
                text(node.constant().booleanValue() ? "customer.condition.always" : "customer.condition.never");
            case IDENT -> flag(node.ident().name(), true);
            case CALL -> call(node.call());
            default -> "…";
        };
    }

    private String call(CelCall call) {
        List<CelExpr> args = call.args();
        String comparison = COMPARISONS.get(call.function());
        if (comparison != null) {
            return comparison(comparison, call.target().orElseGet(args::getFirst), args.getLast());
        }
        return switch (call.function()) {
            case "_&&_" -> text("customer.condition.and", part(args.get(0), "_||_"), part(args.get(1), "_||_"));
            case "_||_" -> text("customer.condition.or", part(args.get(0), "_&&_"), part(args.get(1), "_&&_"));
            case "!_" -> negation(args.getFirst());
            case "missing" ->
                text(
                        "customer.condition.op.missing",
                        name(args.getFirst().ident().name()));
            case "@in" -> {
                String values = args.get(1).list().elements().stream()
                        .map(element -> value(args.get(0), element))
                        .collect(Collectors.joining(text("customer.filter.or")));
                yield text("customer.condition.op.in", number(args.get(0)), values);
            }
            case "changed", "changed_from", "changed_to" -> changed(call);
            case "_?_:_" ->
                text("customer.condition.choice", truth(args.get(0)), truth(args.get(1)), truth(args.get(2)));
            default ->
                text(
                        "customer.condition." + call.function(),
                        number(call.target().orElseGet(args::getFirst)),
                        value(args.getFirst(), args.getLast()));
        };
    }

    private String changed(CelCall call) {
        List<CelExpr> args = call.args();
        CelExpr field = args.getFirst();
        List<Object> words = new ArrayList<>();
        words.add(name(field.ident().name()));
        words.add(text("customer.condition.last_days", args.getLast().constant().int64Value()));
        args.subList(1, args.size() - 1).forEach(value -> words.add(value(field, value)));
        String key = args.size() > 3 ? "changed_from_to" : call.function();
        return text("customer.condition." + key, words.toArray());
    }

    private String negation(CelExpr inner) {
        if (inner.getKind() == CelExpr.ExprKind.Kind.IDENT) {
            return flag(inner.ident().name(), false);
        }
        boolean missing = inner.getKind() == CelExpr.ExprKind.Kind.CALL
                && inner.call().function().equals("missing");
        return missing
                ? text(
                        "customer.condition.op.present",
                        name(inner.call().args().getFirst().ident().name()))
                : text("customer.condition.not", truth(inner));
    }

    private String part(CelExpr node, String other) {
        boolean mixed = node.getKind() == CelExpr.ExprKind.Kind.CALL
                && node.call().function().equals(other);
        return mixed ? text("customer.condition.brackets", truth(node)) : truth(node);
    }

    private String comparison(String operator, CelExpr left, CelExpr right) {
        if (left.getKind() == CelExpr.ExprKind.Kind.CONSTANT && right.getKind() == CelExpr.ExprKind.Kind.IDENT) {
            return comparison(mirrored(operator), right, left);
        }
        return text("customer.condition.op." + operator, number(left), value(left, right));
    }

    private static String mirrored(String operator) {
        return switch (operator) {
            case "lt" -> "gt";
            case "lte" -> "gte";
            case "gt" -> "lt";
            case "gte" -> "lte";
            default -> operator;
        };
    }

    private String flag(String name, boolean yes) {
        return text("customer.filter.op.eq", name(name), formats.formats().yesNo(yes));
    }

    private String name(String variable) {
        String threshold = thresholds.get(variable);
        if (threshold != null) {
            return threshold;
        }
        String activity = Scope.activityOf(variable).orElse(null);
        if (activity != null) {
            String field = variable.substring(activity.length() + 1);
            return field.equals(Scope.DAYS_AGO)
                    ? text("customer.condition.days_ago")
                    : formats.text(Texts.activityField(activity, field));
        }
        return variable.startsWith(Scope.SEGMENT_PREFIX)
                ? formats.text(Texts.model(variable.substring(Scope.SEGMENT_PREFIX.length())))
                : formats.name(variable);
    }

    /** A side of a comparison that is not a constant of the other side's kind. */
    private String number(CelExpr node) {
        return switch (node.getKind()) {
            case IDENT -> name(node.ident().name());
            case CALL -> numberCall(node.call());
            default -> value(node, node);
        };
    }

    private String numberCall(CelCall call) {
        List<CelExpr> args = call.args();
        return switch (call.function()) {
            case "date" ->
                formats.formats()
                        .date(LocalDate.parse(args.getFirst().constant().stringValue()));
            case "in_days", "in_months" -> text("customer.condition." + call.function(), offset(args.getFirst()));
            case "days_until" -> text("customer.condition.days_until", number(args.getFirst()));
            case "count" -> text("customer.condition.count.of", activity(args), window(args));
            case "sum" ->
                text(
                        "customer.condition.sum.of",
                        activity(args),
                        name(args.getFirst().ident().name()),
                        window(args));
            case "days_in" -> text("customer.condition.days_in", number(args.getFirst()));
            case "-_" -> "−" + number(args.getFirst());
            case "_?_:_" -> "…";
            default -> number(args.get(0)) + " " + symbol(call.function()) + " " + number(args.get(1));
        };
    }

    private String activity(List<CelExpr> args) {
        String subject = args.getFirst().ident().name();
        return formats.text(Texts.activity(Scope.activityOf(subject).orElse(subject)));
    }

    /** The days and rows that count, in brackets; nothing when all do. */
    private String window(List<CelExpr> args) {
        if (args.size() < 2) {
            return "";
        }
        String days =
                text("customer.condition.last_days", args.get(1).constant().int64Value());
        return args.size() < 3
                ? text("customer.condition.rows", days)
                : text("customer.condition.rows.where", days, truth(args.get(2)));
    }

    private static String symbol(String function) {
        return switch (function) {
            case "_-_" -> "−";
            case "_*_" -> "×";
            case "_/_" -> "÷";
            default -> "+";
        };
    }

    private static String offset(CelExpr node) {
        return node.getKind() == CelExpr.ExprKind.Kind.CALL
                ? "−" + node.call().args().getFirst().constant().int64Value()
                : String.valueOf(node.constant().int64Value());
    }

    /** A constant as the thing it is compared with is written. */
    private String value(CelExpr subject, CelExpr node) {
        if (node.getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
            return number(node);
        }
        String variable = variable(subject);
        return switch (node.constant().getKind()) {
            case STRING_VALUE -> choice(variable, node.constant().stringValue());
            case BOOLEAN_VALUE -> formats.formats().yesNo(node.constant().booleanValue());
            case INT64_VALUE ->
                amount(variable, BigDecimal.valueOf(node.constant().int64Value()));
            default -> amount(variable, BigDecimal.valueOf(node.constant().doubleValue()));
        };
    }

    /** The field whose unit and choices a value has; of a sum the field that is summed. */
    private static String variable(CelExpr subject) {
        return switch (subject.getKind()) {
            case IDENT -> subject.ident().name();
            case CALL ->
                subject.call().function().equals("sum")
                        ? subject.call().args().getFirst().ident().name()
                        : "";
            default -> "";
        };
    }

    private @Nullable ActivityField field(String variable) {
        String activity = Scope.activityOf(variable).orElse("");
        ActivityDefinition declared = definition.activity(activity);
        return declared == null ? null : declared.field(variable.substring(activity.length() + 1));
    }

    private String choice(String variable, String value) {
        ActivityField field = field(variable);
        if (field != null && field.type() == FieldType.CHOICE) {
            String activity = Scope.activityOf(variable).orElseThrow();
            return formats.text(Texts.activityFieldValue(activity, field.id(), value));
        }
        if (variable.startsWith(Scope.SEGMENT_PREFIX)) {
            return formats.segment(variable.substring(Scope.SEGMENT_PREFIX.length()), value);
        }
        AttributeDefinition attribute = definition.attribute(variable);
        return attribute != null && attribute.type() == FieldType.CHOICE ? formats.choice(variable, value) : value;
    }

    private String amount(String variable, BigDecimal number) {
        AttributeDefinition attribute = definition.attribute(variable);
        MetricDefinition metric = definition.metric(variable);
        ActivityField field = field(variable);
        ModelFigure figure = ModelFigure.find(definition, variable).orElse(null);
        boolean money = (figure != null && figure.kind() == ModelFigure.Kind.VALUE)
                || (field != null && field.type() == FieldType.MONEY)
                || (attribute != null && attribute.type() == FieldType.MONEY)
                || (metric != null && metric.type() == MetricDefinition.ValueType.MONEY);
        if (money) {
            long minor = number.movePointRight(fractionDigits)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
            return formats.formats().money(minor);
        }
        boolean whole = number.stripTrailingZeros().scale() <= 0
                && (metric == null || metric.type() != MetricDefinition.ValueType.SHARE);
        return formats.value(
                variable, whole ? new Value.Whole(number.longValue()) : new Value.Decimal(number.doubleValue()));
    }

    private String text(String key, Object... arguments) {
        return texts.getTranslation(key, arguments);
    }
}
