package org.clientele.engine.condition.form;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.engine.condition.form.FormNode.Among;
import org.clientele.engine.condition.form.FormNode.Changed;
import org.clientele.engine.condition.form.FormNode.Compare;
import org.clientele.engine.condition.form.FormNode.Events;
import org.clientele.engine.condition.form.FormNode.Flag;
import org.clientele.engine.condition.form.FormNode.Group;
import org.clientele.engine.condition.form.FormNode.Known;
import org.clientele.engine.condition.form.FormNode.Operand;
import org.clientele.engine.condition.form.FormNode.Written;

/** Writes a form in the condition language. */
public final class FormWriter {
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private FormWriter() {}

    /** The condition as text; empty for a group without parts. */
    public static String write(FormNode node) {
        return switch (node) {
            case Group group -> group(group);
            case Compare compare -> compare(compare);
            case Among among ->
                among.field()
                        + " in ["
                        + among.values().stream().map(FormWriter::operand).collect(Collectors.joining(", "))
                        + "]";
            case Flag flag -> flag.yes() ? flag.field() : "!" + flag.field();
            case Known known -> (known.known() ? "!" : "") + "missing(" + known.field() + ")";
            case Events events -> events(events);
            case Changed changed -> changed(changed);
            case Written written -> written.text();
        };
    }

    private static String group(Group group) {
        String inner = group.parts().stream()
                .map(FormWriter::part)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(group.all() ? " && " : " || "));
        return group.negated() && !inner.isEmpty() ? "!(" + inner + ")" : inner;
    }

    private static String part(FormNode node) {
        String text = write(node);
        boolean brackets = node instanceof Written || (node instanceof Group group && !group.negated());
        return brackets && !text.isBlank() ? "(" + text + ")" : text.strip();
    }

    private static String compare(Compare compare) {
        String operand = operand(compare.operand());
        return switch (compare.operator()) {
            case STARTS_WITH -> compare.field() + ".startsWith(" + operand + ")";
            case ENDS_WITH -> compare.field() + ".endsWith(" + operand + ")";
            case CONTAINS -> compare.field() + ".contains(" + operand + ")";
            case LESS, AT_MOST, MORE, AT_LEAST, EQUAL, NOT_EQUAL ->
                compare.field() + " " + compare.operator().symbol() + " " + operand;
            default -> throw new IllegalArgumentException("A form has no operator " + compare.operator());
        };
    }

    private static String events(Events events) {
        String where = events.where() == null ? "" : write(events.where());
        return (events.subject().contains(".") ? "sum(" : "count(")
                + events.subject()
                + (events.days() == null ? "" : ", " + events.days())
                + (where.isBlank() ? "" : ", " + where)
                + ") "
                + events.operator().symbol()
                + " "
                + operand(events.operand());
    }

    private static String changed(Changed changed) {
        String function = changed.from() == null && changed.to() != null
                ? "changed_to"
                : changed.from() != null && changed.to() == null ? "changed_from" : "changed";
        String values = Stream.of(changed.from(), changed.to())
                .filter(Objects::nonNull)
                .map(value -> (changed.flag() ? value : quoted(value)) + ", ")
                .collect(Collectors.joining());
        return function + "(" + changed.field() + ", " + values + changed.days() + ")";
    }

    private static String operand(Operand operand) {
        return switch (operand) {
            case Operand.Amount(BigDecimal number) -> number(number);
            case Operand.Words(String text) -> quoted(text);
            case Operand.Day(var day) -> "date(\"" + day + "\")";
            case Operand.FromToday(int amount, boolean months) -> (months ? "in_months(" : "in_days(") + amount + ")";
            case Operand.Field(String name) -> name;
        };
    }

    private static String number(BigDecimal number) {
        String plain = number.toPlainString();
        boolean tooLarge = number.scale() <= 0 && number.abs().compareTo(MOST) > 0;
        return tooLarge ? plain + ".0" : plain;
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(letter -> {
            switch (letter) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append((char) letter);
            }
        });
        return quoted.append('"').toString();
    }
}
