package org.clientele.engine.condition;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Makes random conditions on a date, each as text and as a plain evaluator. */
final class RandomDates {
    private static final List<String> COMPARISONS = List.of("<", "<=", ">", ">=", "==", "!=");
    private static final int SPREAD = 40;

    private final Random random;
    private final BiFunction<String, Integer, @Nullable Object> values;
    private final LocalDate asOf;

    /** @param values the value of a column in a row, dates as days since 1970-01-01 */
    RandomDates(Random random, BiFunction<String, Integer, @Nullable Object> values, LocalDate asOf) {
        this.random = random;
        this.values = values;
        this.asOf = asOf;
    }

    /** A written date and the day it means. */
    private record Day(String text, LocalDate date) {}

    RandomConditions.Part condition() {
        String operator = COMPARISONS.get(random.nextInt(COMPARISONS.size()));
        return switch (random.nextInt(4)) {
            case 0 -> {
                int days = random.nextInt(2 * SPREAD) - SPREAD;
                yield part(
                        "days_until(born) %s %d".formatted(operator, days),
                        born -> RandomConditions.compare(born - asOf.toEpochDay(), operator, days));
            }
            case 1 -> {
                Day one = day();
                Day other = day();
                yield part(
                        "born in [%s, %s]".formatted(one.text(), other.text()),
                        born -> born == one.date().toEpochDay()
                                || born == other.date().toEpochDay());
            }
            case 2 -> {
                Day day = day();
                yield part(
                        "%s %s born".formatted(day.text(), operator),
                        born -> RandomConditions.compare(day.date().toEpochDay(), operator, born));
            }
            default -> {
                Day day = day();
                yield part(
                        "born %s %s".formatted(operator, day.text()),
                        born -> RandomConditions.compare(
                                born, operator, day.date().toEpochDay()));
            }
        };
    }

    private Day day() {
        int away = random.nextInt(2 * SPREAD) - SPREAD;
        return switch (random.nextInt(3)) {
            case 0 -> new Day("in_days(%d)".formatted(away), asOf.plusDays(away));
            case 1 -> new Day("in_months(%d)".formatted(away / 20), asOf.plusMonths(away / 20));
            default -> new Day("date('%s')".formatted(asOf.plusDays(away)), asOf.plusDays(away));
        };
    }

    private interface Test {
        boolean holds(double born);
    }

    private RandomConditions.Part part(String text, Test test) {
        return new RandomConditions.Part(text, row -> {
            Double born = (Double) values.apply("born", row);
            return born == null ? null : test.holds(born);
        });
    }
}
