package org.clientele.engine.condition;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.Value;
import org.jspecify.annotations.Nullable;

/** Makes random expressions, each as text and as a plain evaluator over boxed values where null is unknown. */
final class RandomConditions {
    private static final List<String> NUMBERS = List.of("age", "pay", "height");
    private static final List<String> COMPARISONS = List.of("<", "<=", ">", ">=", "==", "!=");
    private static final List<String> LITERALS = List.of("0", "1", "2", "0.5", "1.25", "3.1", "-1");
    private static final List<String> TEXTS = List.of("ab", "abc", "c", "x");

    private final Random random;
    private final Map<String, Column> columns;
    private final LocalDate asOf;
    private final RandomActivities activities;
    private final List<RandomHistories> histories;

    RandomConditions(
            Random random,
            Map<String, Column> columns,
            LocalDate asOf,
            RandomActivities activities,
            List<RandomHistories> histories) {
        this.random = random;
        this.columns = columns;
        this.asOf = asOf;
        this.activities = activities;
        this.histories = histories;
    }

    /** A value for each row, null when unknown. */
    interface Rows {
        @Nullable
        Object at(int row);
    }

    /** An expression. */
    record Part(String text, Rows value) {}

    Part condition(int depth) {
        return switch (depth <= 0 ? random.nextInt(7) : random.nextInt(17)) {
            case 5, 13 -> new RandomDates(random, this::boxed, asOf).condition();
            case 6 -> compareTextColumns(depth - 1);
            case 14 -> sameTruth(condition(depth - 1), condition(depth - 1));
            case 15 -> random.nextInt(4) == 0 ? constant() : compareNumbers(depth - 1);
            case 0, 12 -> compareNumbers(depth - 1);
            case 1 -> compareTexts();
            case 2 -> new Part("member", row -> boxed("member", row));
            case 3 -> random.nextBoolean() ? missing() : pick(histories).changed();
            case 16 -> pick(histories).changed();
            case 4 -> membership();
            case 7, 11 -> and(condition(depth - 1), condition(depth - 1));
            case 8 -> or(condition(depth - 1), condition(depth - 1));
            case 9 -> not(condition(depth - 1));
            default -> choice(depth - 1);
        };
    }

    private Part compareNumbers(int depth) {
        Part left = number(depth);
        Part right = random.nextBoolean() ? literal() : number(depth);
        String operator = pick(COMPARISONS);
        return new Part("(%s) %s (%s)".formatted(left.text(), operator, right.text()), row -> {
            Double a = (Double) left.value().at(row);
            Double b = (Double) right.value().at(row);
            return a == null || b == null ? null : compare(a, operator, b);
        });
    }

    static boolean compare(double a, String operator, double b) {
        return switch (operator) {
            case "<" -> a < b;
            case "<=" -> a <= b;
            case ">" -> a > b;
            case ">=" -> a >= b;
            case "==" -> a == b;
            default -> a != b;
        };
    }

    private Part number(int depth) {
        int kind = random.nextInt(10);
        if (kind < 3) {
            return kind == 0 ? histories.getFirst().daysIn() : activities.number();
        }
        if (depth <= 0 || random.nextInt(3) > 0) {
            String name = pick(NUMBERS);
            return new Part(name, row -> boxed(name, row));
        }
        if (random.nextInt(6) == 0) {
            Part part = number(depth - 1);
            return new Part("-(" + part.text() + ")", row -> {
                Double value = (Double) part.value().at(row);
                return value == null ? null : -value;
            });
        }
        if (random.nextInt(6) == 0) {
            return choice(condition(depth - 1), number(depth - 1), number(depth - 1));
        }
        Part left = number(depth - 1);
        Part right = random.nextBoolean() ? literal() : number(depth - 1);
        String operator = pick(List.of("+", "-", "*", "/"));
        return new Part("(%s) %s (%s)".formatted(left.text(), operator, right.text()), row -> {
            Double a = (Double) left.value().at(row);
            Double b = (Double) right.value().at(row);
            return a == null || b == null ? null : finite(compute(a, operator, b));
        });
    }

    private static double compute(double a, String operator, double b) {
        return switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            default -> a / b;
        };
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private Part literal() {
        String text = pick(LITERALS);
        return new Part(text, row -> Double.valueOf(text));
    }

    /** Two columns with each other, or one chosen by a condition with a list or a text. */
    private Part compareTextColumns(int depth) {
        Part left = textColumn(depth);
        if (random.nextBoolean()) {
            String a = left.text().contains("gender") ? "man" : pick(TEXTS);
            return new Part("(%s) in ['%s']".formatted(left.text(), a), row -> {
                Object text = left.value().at(row);
                return text == null ? null : text.equals(a);
            });
        }
        Part right = textColumn(depth);
        boolean equal = random.nextBoolean();
        return new Part("(%s) %s (%s)".formatted(left.text(), equal ? "==" : "!=", right.text()), row -> {
            Object a = left.value().at(row);
            Object b = right.value().at(row);
            return a == null || b == null ? null : a.equals(b) == equal;
        });
    }

    private Part textColumn(int depth) {
        if (depth > 0 && random.nextInt(3) == 0) {
            return choice(condition(depth - 1), textColumn(0), textColumn(0));
        }
        String name = random.nextBoolean() ? "city" : "gender";
        return new Part(name, row -> boxed(name, row));
    }

    private Part sameTruth(Part left, Part right) {
        boolean equal = random.nextBoolean();
        return new Part("(%s) %s (%s)".formatted(left.text(), equal ? "==" : "!=", right.text()), row -> {
            Object a = left.value().at(row);
            Object b = right.value().at(row);
            return a == null || b == null ? null : a.equals(b) == equal;
        });
    }

    private Part constant() {
        boolean value = random.nextBoolean();
        return new Part(String.valueOf(value), row -> value);
    }

    private Part compareTexts() {
        String text = pick(TEXTS);
        String operator = pick(List.of("==", "!=", "startsWith", "endsWith", "contains"));
        boolean method = Character.isLetter(operator.charAt(0));
        String written = method ? "city.%s('%s')".formatted(operator, text) : "city %s '%s'".formatted(operator, text);
        return new Part(written, row -> {
            String city = (String) boxed("city", row);
            return city == null ? null : test(city, operator, text);
        });
    }

    private static boolean test(String city, String operator, String text) {
        return switch (operator) {
            case "==" -> city.equals(text);
            case "!=" -> !city.equals(text);
            case "startsWith" -> city.startsWith(text);
            case "endsWith" -> city.endsWith(text);
            default -> city.contains(text);
        };
    }

    private Part missing() {
        String name = pick(List.copyOf(columns.keySet()).stream().sorted().toList());
        return new Part("missing(" + name + ")", row -> boxed(name, row) == null);
    }

    private Part membership() {
        if (random.nextBoolean()) {
            String a = pick(TEXTS);
            return new Part("city in ['%s', 'bc']".formatted(a), row -> {
                Object city = boxed("city", row);
                return city == null ? null : city.equals(a) || city.equals("bc");
            });
        }
        String name = pick(NUMBERS);
        String a = pick(LITERALS);
        return new Part("%s in [%s, 1.5]".formatted(name, a), row -> {
            Double number = (Double) boxed(name, row);
            return number == null ? null : number.equals(Double.valueOf(a)) || number.equals(1.5);
        });
    }

    private static Part and(Part left, Part right) {
        return new Part("(%s) && (%s)".formatted(left.text(), right.text()), row -> {
            Object a = left.value().at(row);
            Object b = right.value().at(row);
            boolean isFalse = Objects.equals(a, false) || Objects.equals(b, false);
            return isFalse ? Boolean.FALSE : a == null || b == null ? null : Boolean.TRUE;
        });
    }

    private static Part or(Part left, Part right) {
        return new Part("(%s) || (%s)".formatted(left.text(), right.text()), row -> {
            Object a = left.value().at(row);
            Object b = right.value().at(row);
            boolean isTrue = Objects.equals(a, true) || Objects.equals(b, true);
            return isTrue ? Boolean.TRUE : a == null || b == null ? null : Boolean.FALSE;
        });
    }

    private static Part not(Part part) {
        return new Part("!(%s)".formatted(part.text()), row -> {
            Boolean value = (Boolean) part.value().at(row);
            return value == null ? null : !value;
        });
    }

    private Part choice(int depth) {
        return choice(condition(depth), condition(depth), condition(depth));
    }

    private static Part choice(Part when, Part then, Part otherwise) {
        return new Part("((%s) ? (%s) : (%s))".formatted(when.text(), then.text(), otherwise.text()), row -> {
            Boolean value = (Boolean) when.value().at(row);
            return value == null
                    ? null
                    : value ? then.value().at(row) : otherwise.value().at(row);
        });
    }

    private @Nullable Object boxed(String name, int row) {
        return switch (Objects.requireNonNull(columns.get(name)).value(row)) {
            case Value.Missing missing -> null;
            case Value.Whole(long number) -> (double) number;
            case Value.Decimal(double number) -> number;
            case Value.Money money -> money.major().doubleValue();
            case Value.Date(var date) -> (double) date.toEpochDay();
            case Value.Flag(boolean yes) -> yes;
            case Value.Text(String text) -> text;
        };
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
