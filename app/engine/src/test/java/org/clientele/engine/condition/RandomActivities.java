package org.clientele.engine.condition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.clientele.engine.Fixtures;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.CustomerColumns;
import org.jspecify.annotations.Nullable;

/** Random purchases, with gaps and on the borders of windows, and random expressions that count and sum them, as {@link RandomConditions} does. */
final class RandomActivities {
    private static final List<Integer> WINDOWS = List.of(1, 2, 7, 30, 31);
    private static final List<Integer> DAYS_AGO = List.of(-1, 0, 1, 2, 6, 7, 8, 29, 30, 31, 60);
    private static final List<String> FIELDS = List.of("amount", "quantity", "weight");

    private final Random random;
    private final LocalDate asOf;
    private final List<List<Row>> rows = new ArrayList<>();

    /** A purchase; null is missing. */
    private record Row(
            int daysAgo,
            @Nullable Double amount,
            @Nullable Double quantity,
            @Nullable Double weight,
            @Nullable String channel,
            @Nullable Boolean gift,
            @Nullable String invoice) {
        @Nullable
        Double number(String field) {
            return switch (field) {
                case "amount" -> amount;
                case "quantity" -> quantity;
                default -> weight;
            };
        }
    }

    /** A condition on a row, as text and as it is. */
    private record Where(String text, Function<Row, @Nullable Boolean> holds) {}

    RandomActivities(Random random, LocalDate asOf, int customers) {
        this.random = random;
        this.asOf = asOf;
        for (int customer = 0; customer < customers; customer++) {
            List<Row> own = new ArrayList<>();
            for (int i = random.nextInt(7); i > 0; i--) {
                own.add(row());
            }
            rows.add(own);
        }
    }

    private Row row() {
        return new Row(
                pick(DAYS_AGO),
                known() ? random.nextInt(400) / 100.0 : null,
                known() ? (double) random.nextInt(4) - 1 : null,
                known() ? random.nextInt(8) / 4.0 : null,
                known() ? pick(List.of("online", "store")) : null,
                known() ? random.nextBoolean() : null,
                known() ? pick(List.of("A", "B", "C")) : null);
    }

    /** The purchases as the engine has them. */
    ActivityColumns columns() {
        CustomerColumns.Builder customers = CustomerColumns.builder(List.of(), 2);
        for (int customer = 0; customer < rows.size(); customer++) {
            customers.customer(customer);
        }
        Set<String> fields = Set.of("amount", "quantity", "weight", "channel", "gift");
        ActivityColumns.Builder builder = ActivityColumns.builder(customers.build(), Fixtures.PURCHASE, fields, 2);
        for (int customer = 0; customer < rows.size(); customer++) {
            for (Row row : rows.get(customer)) {
                add(builder, customer, row);
            }
        }
        return builder.build();
    }

    private void add(ActivityColumns.Builder builder, int customer, Row row) {
        builder.row(customer, Math.toIntExact(asOf.toEpochDay()) - row.daysAgo());
        builder.document(row.invoice());
        if (row.amount() != null) {
            builder.money(builder.ordinal("amount"), Math.round(row.amount() * 100));
        }
        if (row.quantity() != null) {
            builder.whole(builder.ordinal("quantity"), Math.round(row.quantity()));
        }
        if (row.weight() != null) {
            builder.number(builder.ordinal("weight"), row.weight());
        }
        builder.text(builder.ordinal("channel"), row.channel());
        if (row.gift() != null) {
            builder.flag(builder.ordinal("gift"), row.gift());
        }
    }

    /** A number for each customer. */
    RandomConditions.Part number() {
        String window = "";
        int days = Integer.MAX_VALUE;
        Where where = new Where("", row -> true);
        if (random.nextInt(4) > 0) {
            days = pick(WINDOWS);
            window = ", " + days;
            if (random.nextBoolean()) {
                where = where(2);
                window += ", " + where.text();
            }
        }
        int last = days;
        Where counted = where;
        if (random.nextBoolean()) {
            return new RandomConditions.Part(
                    "count(purchase" + window + ")", customer -> count(counting(customer, last, counted)));
        }
        String field = pick(FIELDS);
        return new RandomConditions.Part(
                "sum(purchase." + field + window + ")", customer -> sum(counting(customer, last, counted), field));
    }

    private List<Row> counting(int customer, int days, Where where) {
        return rows.get(customer).stream()
                .filter(row -> row.daysAgo() >= 0 && row.daysAgo() < days)
                .filter(row -> Objects.equals(where.holds().apply(row), true))
                .toList();
    }

    /** Rows of one invoice are one event. */
    private static Double count(List<Row> rows) {
        Set<Object> events = new HashSet<>();
        for (Row row : rows) {
            events.add(row.invoice() == null ? new Object() : row.invoice());
        }
        return (double) events.size();
    }

    /** All values are whole hundredths or quarters, so that every order of adding gives the same. */
    private static Double sum(List<Row> rows, String field) {
        long hundredths = rows.stream()
                .map(row -> row.number(field))
                .filter(Objects::nonNull)
                .mapToLong(value -> Math.round(value * 100))
                .sum();
        return hundredths / 100.0;
    }

    private Where where(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 0 -> {
                int days = pick(DAYS_AGO);
                yield new Where("purchase.days_ago >= " + days, row -> row.daysAgo() >= days);
            }
            case 1 -> {
                double least = random.nextInt(400) / 100.0;
                yield new Where(
                        "purchase.amount >= " + least, row -> row.amount() == null ? null : row.amount() >= least);
            }
            case 2 ->
                new Where(
                        "purchase.channel == 'online'",
                        row -> row.channel() == null ? null : row.channel().equals("online"));
            case 3 -> new Where("purchase.gift", Row::gift);
            case 4 -> new Where("missing(purchase.weight)", row -> row.weight() == null);
            case 5 -> {
                Where inner = where(depth - 1);
                yield new Where("!(" + inner.text() + ")", row -> {
                    Boolean holds = inner.holds().apply(row);
                    return holds == null ? null : !holds;
                });
            }
            default -> {
                boolean both = random.nextBoolean();
                Where left = where(depth - 1);
                Where right = where(depth - 1);
                yield new Where("(%s) %s (%s)".formatted(left.text(), both ? "&&" : "||", right.text()), row -> {
                    Boolean a = left.holds().apply(row);
                    Boolean b = right.holds().apply(row);
                    boolean decided = Objects.equals(a, !both) || Objects.equals(b, !both);
                    return decided ? Boolean.valueOf(!both) : a == null || b == null ? null : Boolean.valueOf(both);
                });
            }
        };
    }

    private boolean known() {
        return random.nextInt(5) > 0;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
