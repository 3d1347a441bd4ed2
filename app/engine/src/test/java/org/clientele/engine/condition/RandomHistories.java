package org.clientele.engine.condition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.clientele.engine.column.CodeColumn;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.Dictionary;
import org.clientele.engine.column.FlagColumn;
import org.clientele.engine.column.HistoryColumns;
import org.jspecify.annotations.Nullable;

/** Random values of one variable over time with breaks, before and after the as-of day, and random expressions that look back, day by day. */
final class RandomHistories {
    private static final List<String> FLAGS = List.of("false", "true");
    private static final int PAST = 70;
    private static final List<Integer> WINDOWS = List.of(1, 2, 7, 30, 69, 70, 71, 400);

    private final Random random;
    private final String name;
    private final List<String> values;
    private final int asOf;
    private final List<List<Period>> periods = new ArrayList<>();
    private final List<@Nullable String> today = new ArrayList<>();

    private record Period(int from, int to, String segment) {}

    static RandomHistories segments(Random random, LocalDate asOf, int customers) {
        return new RandomHistories(
                random, "segment_pyramid", List.of("platinum", "gold", "iron", "lead"), asOf, customers);
    }

    static RandomHistories choices(Random random, LocalDate asOf, int customers) {
        return new RandomHistories(random, "gender", List.of("woman", "man"), asOf, customers);
    }

    static RandomHistories flags(Random random, LocalDate asOf, int customers) {
        return new RandomHistories(random, "member", FLAGS, asOf, customers);
    }

    private RandomHistories(Random random, String name, List<String> values, LocalDate asOf, int customers) {
        this.random = random;
        this.name = name;
        this.values = values;
        this.asOf = Math.toIntExact(asOf.toEpochDay());
        for (int customer = 0; customer < customers; customer++) {
            List<Period> own = periods();
            periods.add(own);
            boolean stays = random.nextBoolean() && !own.isEmpty();
            today.add(random.nextInt(6) == 0 ? null : stays ? own.getLast().segment() : pick(values));
        }
    }

    private List<Period> periods() {
        List<Period> own = new ArrayList<>();
        int day = asOf - random.nextInt(PAST);
        for (int i = random.nextInt(5); i > 0; i--) {
            int end = i == 1 && random.nextBoolean() ? HistoryColumns.OPEN : day + 1 + random.nextInt(25);
            own.add(new Period(day, end, pick(values)));
            day = end == HistoryColumns.OPEN ? end : end + (random.nextInt(3) == 0 ? random.nextInt(4) : 0);
        }
        return own;
    }

    /** The stored past. */
    HistoryColumns columns() {
        HistoryColumns.Builder builder = HistoryColumns.builder(values);
        for (int customer = 0; customer < periods.size(); customer++) {
            for (Period period : periods.get(customer)) {
                builder.add(customer, period.from(), period.to(), period.segment());
            }
        }
        return builder.build();
    }

    /** Its name. */
    String name() {
        return name;
    }

    /** What it is today; texts in another order than those of the past. */
    Column today() {
        if (values.equals(FLAGS)) {
            byte[] flags = new byte[today.size()];
            for (int customer = 0; customer < flags.length; customer++) {
                String text = today.get(customer);
                flags[customer] = text == null ? FlagColumn.MISSING : (byte) FLAGS.indexOf(text);
            }
            return FlagColumn.of(flags);
        }
        List<String> texts = values.reversed();
        return CodeColumn.of(
                Dictionary.of(texts),
                today.stream()
                        .mapToInt(text -> text == null ? -1 : texts.indexOf(text))
                        .toArray());
    }

    /** A truth for each customer. */
    RandomConditions.Part changed() {
        int days = pick(WINDOWS);
        String from = pick(values);
        String to = pick(values);
        return switch (random.nextInt(4)) {
            case 0 -> changed("changed(%s, %d)".formatted(name, days), days, a -> true, b -> true);
            case 1 ->
                changed("changed_from(%s, %s, %d)".formatted(name, written(from), days), days, from::equals, b -> true);
            case 2 -> changed("changed_to(%s, %s, %d)".formatted(name, written(to), days), days, a -> true, to::equals);
            default ->
                changed(
                        "changed(%s, %s, %s, %d)".formatted(name, written(from), written(to), days),
                        days,
                        from::equals,
                        to::equals);
        };
    }

    private String written(String value) {
        return values.equals(FLAGS) ? value : "'" + value + "'";
    }

    private RandomConditions.Part changed(String text, int days, Predicate<String> before, Predicate<String> after) {
        return new RandomConditions.Part(text, customer -> {
            String known = null;
            for (int day = asOf - PAST; day <= asOf; day++) {
                String segment = on(customer, day);
                if (segment != null) {
                    boolean changes = known != null && !known.equals(segment) && day > asOf - days;
                    if (changes && before.test(known) && after.test(segment)) {
                        return true;
                    }
                    known = segment;
                }
            }
            return false;
        });
    }

    /** A number for each customer. */
    RandomConditions.Part daysIn() {
        return new RandomConditions.Part("days_in(" + name + ")", customer -> {
            String segment = today.get(customer);
            if (segment == null) {
                return null;
            }
            int day = asOf;
            while (segment.equals(on(customer, day - 1))) {
                day--;
            }
            return (double) asOf - day;
        });
    }

    private @Nullable String on(int customer, int day) {
        return day == asOf
                ? today.get(customer)
                : periods.get(customer).stream()
                        .filter(period -> period.from() <= day && day < period.to())
                        .map(Period::segment)
                        .findFirst()
                        .orElse(null);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
