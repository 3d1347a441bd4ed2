package org.clientele.dataimport.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import java.util.function.IntPredicate;
import org.clientele.engine.column.Value;
import org.clientele.plugins.api.SampleRecipe;
import org.clientele.plugins.api.SampleRecipe.Draw;

/**
 * Says when things happen. Purchases follow BG/NBD (Fader, Hardie and Lee 2005): each customer buys at a rate of their own (gamma), and after each
 * purchase leaves with a probability of their own (beta); the year has its seasons. A customer comes with the first activity of the
 * recipe, and who has left does nothing more in the activities that follow.
 */
final class SampleHistory {
    private static final double RATE_SHAPE = 0.9;
    private static final double DROPOUT_STRENGTH = 1.6;
    private static final double DAYS_OF_YEAR = 365.25;

    /** Of those who have something regularly, most had it before the history begins. */
    private static final double FROM_THE_START = 0.6;

    /** How busy each month is compared with November, when shops of China have their festival. */
    private static final double[] SEASON = {.82, .58, .70, .68, .76, .88, .68, .70, .78, .80, 1.00, .92};

    private static final double AVERAGE_SEASON = Arrays.stream(SEASON).average().orElseThrow();
    private static final double UNKNOWN = -1;

    private final SampleRecipe recipe;
    private final LocalDate lastDay;
    private final double[] firstDays;
    private final double[] lastDays;

    SampleHistory(SampleRecipe recipe, LocalDate lastDay) {
        this.recipe = recipe;
        this.lastDay = lastDay;
        firstDays = new double[recipe.customers()];
        lastDays = new double[recipe.customers()];
        Arrays.fill(firstDays, UNKNOWN);
        Arrays.fill(lastDays, recipe.days());
    }

    /** An event of a customer. */
    record Event(int customer, LocalDateTime at) {}

    /** The events of an activity in order of time. */
    List<Event> events(
            SampleRecipe.Events activity, SampleRandom random, IntPredicate takesPart, SampleTable customers) {
        List<Event> events = new ArrayList<>();
        for (int customer = 0; customer < recipe.customers(); customer++) {
            if (takesPart.test(customer)) {
                Draw.After after = activity.after();
                if (after == null) {
                    addEvents(events, activity, random, customer);
                } else {
                    Value day = SampleDraws.after(after, customers.get(after.attribute(), customer), random);
                    addDated(events, activity, day, random, customer);
                }
            }
        }
        events.sort(Comparator.comparing(Event::at).thenComparingInt(Event::customer));
        return events;
    }

    private void addEvents(List<Event> events, SampleRecipe.Events activity, SampleRandom random, int customer) {
        Course course = course(activity, random);
        double dropout = dropout(activity, random);
        double day = start(activity, random, customer, course);
        boolean first = true;
        while (day < lastDays[customer]) {
            LocalDate date = lastDay.minusDays(recipe.days() - 1L - (long) day);
            if (course.happens(date, first)) {
                events.add(new Event(customer, date.atTime(time(activity, random))));
                first = false;
                if (random.chance(dropout)) {
                    lastDays[customer] = Math.nextUp(day);
                }
            }
            day += course.gap();
        }
    }

    private void addDated(
            List<Event> events, SampleRecipe.Events activity, Value day, SampleRandom random, int customer) {
        if (day instanceof Value.Date(LocalDate date) && !date.isAfter(lastDay)) {
            events.add(new Event(customer, date.atTime(time(activity, random))));
            if (firstDays[customer] == UNKNOWN) {
                firstDays[customer] = Math.max(0, recipe.days() - 1 - ChronoUnit.DAYS.between(date, lastDay));
            }
        }
    }

    /** Buyers leave with a probability of their own, subscribers with the same. */
    private static double dropout(SampleRecipe.Events activity, SampleRandom random) {
        boolean own = activity.dropout() > 0 && activity.pattern() == SampleRecipe.Pattern.PURCHASES;
        return own ? random.beta(activity.dropout(), DROPOUT_STRENGTH) : activity.dropout();
    }

    /** How one customer's events follow each other. */
    private interface Course {
        /** Days to the next possible event. */
        double gap();

        /** Whether a possible event happens. */
        boolean happens(LocalDate date, boolean first);
    }

    private Course course(SampleRecipe.Events activity, SampleRandom random) {
        return switch (activity.pattern()) {
            case PURCHASES -> {
                double daily = random.gamma(RATE_SHAPE) * activity.perYear() / DAYS_OF_YEAR / AVERAGE_SEASON;
                yield new Course() {
                    @Override
                    public double gap() {
                        return random.exponential(1 / daily);
                    }

                    @Override
                    public boolean happens(LocalDate date, boolean first) {
                        return first || random.chance(SEASON[date.getMonthValue() - 1]);
                    }
                };
            }
            case PERIODIC -> always(() -> everyDays(activity));
            case RANDOM, DATED -> always(() -> random.exponential(DAYS_OF_YEAR / activity.perYear()));
        };
    }

    private static Course always(DoubleSupplier gap) {
        return new Course() {
            @Override
            public double gap() {
                return gap.getAsDouble();
            }

            @Override
            public boolean happens(LocalDate date, boolean first) {
                return true;
            }
        };
    }

    private double start(SampleRecipe.Events activity, SampleRandom random, int customer, Course course) {
        double draw = random.uniform();
        if (firstDays[customer] != UNKNOWN) {
            return firstDays[customer]
                    + switch (activity.pattern()) {
                        case PERIODIC -> draw * everyDays(activity);
                        case PURCHASES, RANDOM, DATED -> course.gap();
                    };
        }
        double start =
                switch (activity.pattern()) {
                    case PERIODIC ->
                        random.chance(FROM_THE_START)
                                ? draw * Math.min(everyDays(activity), recipe.days())
                                : draw * recipe.days();
                    case PURCHASES -> recipe.days() * Math.pow(draw, 1.2);
                    case RANDOM, DATED -> course.gap();
                };
        firstDays[customer] = activity.pattern() == SampleRecipe.Pattern.RANDOM ? 0 : start;
        return start;
    }

    private static int everyDays(SampleRecipe.Events activity) {
        return Objects.requireNonNull(
                activity.everyDays(), () -> "The sample recipe makes %s periodic and does not say every how many days"
                        .formatted(activity.activity()));
    }

    private static LocalTime time(SampleRecipe.Events activity, SampleRandom random) {
        if (activity.pattern() == SampleRecipe.Pattern.PERIODIC) {
            return LocalTime.of(8, 0);
        }
        double hour = Math.clamp(15.5 + 3.2 * random.gaussian(), 8.0, 21.9);
        return LocalTime.of((int) hour, random.below(60), random.below(60));
    }
}
