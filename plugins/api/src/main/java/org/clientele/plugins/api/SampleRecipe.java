package org.clientele.plugins.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How generated sample customers look; the same recipe and as-of date always make the same data.
 *
 * @param customers number of customers
 * @param days length of the history in days, ending at the as-of date
 * @param seed random seed
 * @param organisations share of customers that are organisations and get an organisation's name; 0 to 1
 * @param attributes how attributes are filled, in this order; several entries for one attribute: the first whose {@code when} holds
 * @param activities how activities happen
 * @param references rows of references, in this order
 */
public record SampleRecipe(
        int customers,
        int days,
        long seed,
        double organisations,
        List<Value> attributes,
        List<Events> activities,
        List<Rows> references) {
    public SampleRecipe {
        attributes = List.copyOf(attributes);
        activities = List.copyOf(activities);
        references = List.copyOf(references);
    }

    /** A recipe of one activity that happens as people buy: what a shop needs. */
    public static SampleRecipe purchases(
            String activity,
            int customers,
            int days,
            long seed,
            double purchasesPerYear,
            double dropoutPerPurchase,
            double averageAmount) {
        Events events = new Events(
                activity,
                Pattern.PURCHASES,
                null,
                purchasesPerYear,
                dropoutPerPurchase,
                null,
                List.of(new Value("amount", null, new Draw.Amount(averageAmount), 0)));
        return new SampleRecipe(customers, days, seed, 0, List.of(), List.of(events), List.of());
    }

    /**
     * How a field is filled.
     *
     * @param field id of the attribute or field
     * @param when a condition over the attributes filled before (and {@code organisation}, whether it is one); null: always
     * @param draw where the value comes from
     * @param missing share left without a value, 0 to 1
     */
    public record Value(String field, @Nullable String when, Draw draw, double missing) {}

    /** Where a value comes from. Numbers are rounded to the field's type; money is in major units. */
    public sealed interface Draw {
        /** One of the values, by weight; weights need not add up to 1. */
        record Choice(Map<String, Double> weights) implements Draw {
            public Choice {
                weights = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(weights));
            }
        }

        /** True with this probability. */
        record Chance(double probability) implements Draw {}

        /** Normal, cut at the ends. */
        record Normal(double mean, double deviation, double least, double most) implements Draw {}

        /** Log-normal: skewed to the right, as consumption and income are. */
        record Skewed(double median, double sigma, double most) implements Draw {}

        /** Each number from least to most equally likely; whole numbers include both ends. */
        record Uniform(double least, double most) implements Draw {}

        /** A day, counted in days from the as-of date (negative: before it), each equally likely. */
        record Day(int from, int to) implements Draw {}

        /** A day so many days after the date of another attribute, each equally likely; missing when that one is. */
        record After(String attribute, int from, int to) implements Draw {}

        /** An amount around a mean that follows the customer's wealth: wealthy customers spend more each time. */
        record Amount(double average) implements Draw {}

        /**
         * Another attribute's value, times {@code factor}, give or take {@code spread} (0.1: ten per cent).
         *
         * @param times a further number that it is multiplied by: a monthly charge times the months of tenure; missing when that one is
         */
        record Like(
                String attribute,
                double factor,
                double spread,
                @Nullable String times) implements Draw {
            public Like(String attribute, double factor, double spread) {
                this(attribute, factor, spread, null);
            }
        }

        /** A running number with a prefix: documents, leads. */
        record Sequence(String prefix) implements Draw {}

        /** The name of a person, as those of the customers are made up: staff, whoever was recommended. */
        record Person() implements Draw {}

        /** The same for all. */
        record Constant(String value) implements Draw {}

        /** A key of a reference, each row equally likely. */
        record Key(String reference) implements Draw {}
    }

    /** How events of an activity follow each other. */
    public enum Pattern {
        /** BG/NBD: each customer buys at a rate of their own and leaves after an event with a probability of their own. */
        PURCHASES,
        /** Regularly, every {@code everyDays}, from a random first day until the end or until the customer leaves. */
        PERIODIC,
        /** At random, {@code perYear} on average (Poisson). */
        RANDOM,
        /** Once, some days after a date of the customer; not at all without the date or when the day is still to come. */
        DATED
    }

    /**
     * The events of one activity.
     *
     * @param activity id of the activity
     * @param pattern how events follow each other
     * @param when for which customers, over their attributes; null: all
     * @param perYear mean number of events per customer and year; 0 for {@link Pattern#PERIODIC} and {@link Pattern#DATED}
     * @param dropout mean probability of leaving after an event; 0: nobody leaves
     * @param everyDays for {@link Pattern#PERIODIC}, else null
     * @param after for {@link Pattern#DATED}, else null
     * @param fields how the fields are filled
     */
    public record Events(
            String activity,
            Pattern pattern,
            @Nullable String when,
            double perYear,
            double dropout,
            @Nullable Integer everyDays,
            Draw.@Nullable After after,
            List<Value> fields) {
        public Events {
            fields = List.copyOf(fields);
        }

        /** Events that follow each other. */
        public Events(
                String activity,
                Pattern pattern,
                @Nullable String when,
                double perYear,
                double dropout,
                @Nullable Integer everyDays,
                List<Value> fields) {
            this(activity, pattern, when, perYear, dropout, everyDays, null, fields);
        }
    }

    /**
     * The rows of a reference.
     *
     * @param reference id of the reference
     * @param rows how many
     * @param prefix of their running keys
     * @param fields how the fields are filled
     */
    public record Rows(String reference, int rows, String prefix, List<Value> fields) {
        public Rows {
            fields = List.copyOf(fields);
        }
    }
}
