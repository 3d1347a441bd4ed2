package org.clientele.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.clientele.plugins.api.SampleRecipe;
import org.clientele.plugins.api.VerticalDefinition;

/**
 * Customers made from a vertical's recipe: the same recipe and last day always make the same customers. Histories follow BG/NBD
 * (Fader, Hardie and Lee 2005): each customer buys at a rate of their own (gamma), and after each purchase leaves with a probability of their own
 * (beta); amounts are gamma around a mean of their own. The year has its seasons.
 */
final class SampleData {
    private static final double RATE_SHAPE = 0.9;
    private static final double DROPOUT_STRENGTH = 1.6;
    private static final double AMOUNT_SHAPE = 1.8;
    private static final double DAYS_OF_YEAR = 365.25;
    private static final long SEED_STEP = 0x9E3779B97F4A7C15L;

    /** How busy each month is compared with November, when shops of China have their festival. */
    private static final double[] SEASON = {.82, .58, .70, .68, .76, .88, .68, .70, .78, .80, 1.00, .92};

    private final SampleRecipe recipe;
    private final LocalDate lastDay;
    private final SamplePeople people;
    private final SampleBaskets baskets;

    SampleData(VerticalDefinition definition, SampleRecipe recipe, int fractionDigits, LocalDate lastDay) {
        this.recipe = recipe;
        this.lastDay = lastDay;
        SampleWords words = new SampleWords();
        people = new SamplePeople(definition, words, fractionDigits, lastDay);
        baskets = new SampleBaskets(definition, recipe, words, fractionDigits);
    }

    /** All customers of the recipe. */
    List<SampleCustomer> customers() {
        List<SampleCustomer> customers = new ArrayList<>(recipe.customers());
        for (int i = 0; i < recipe.customers(); i++) {
            customers.add(customer(i, new SampleRandom(recipe.seed() + (i + 1) * SEED_STEP)));
        }
        return customers;
    }

    private SampleCustomer customer(int index, SampleRandom random) {
        double wealth = random.gamma(AMOUNT_SHAPE);
        List<LocalDateTime> times = history(random);
        boolean gone = times.isEmpty() || times.getLast().toLocalDate().isBefore(lastDay.minusDays(180));
        SamplePeople.Person person = people.make(random, wealth, times.size(), gone);
        List<SampleCustomer.Row> rows = new ArrayList<>();
        for (LocalDateTime time : times) {
            rows.addAll(baskets.make(random, person, time, wealth));
        }
        String ref = "C%05d".formatted(index + 1);
        return new SampleCustomer(ref, person.name(), person.chinese(), person.attributes(), rows);
    }

    private List<LocalDateTime> history(SampleRandom random) {
        double dailyRate = random.gamma(RATE_SHAPE) * recipe.purchasesPerYear() / DAYS_OF_YEAR / averageSeason();
        double dropout = random.beta(recipe.dropoutPerPurchase(), DROPOUT_STRENGTH);
        List<LocalDateTime> times = new ArrayList<>();
        double day = recipe.days() * Math.pow(random.uniform(), 1.2);
        boolean first = true;
        while (day < recipe.days()) {
            LocalDate date = lastDay.minusDays(recipe.days() - 1L - (long) day);
            if (first || random.chance(SEASON[date.getMonthValue() - 1])) {
                times.add(date.atTime(openingHours(random)));
                first = false;
                if (random.chance(dropout)) {
                    break;
                }
            }
            day += random.exponential(1 / dailyRate);
        }
        return times.stream().sorted().toList();
    }

    private static LocalTime openingHours(SampleRandom random) {
        double hour = Math.clamp(15.5 + 3.2 * random.gaussian(), 8.0, 21.9);
        return LocalTime.of((int) hour, random.below(60), random.below(60));
    }

    private static double averageSeason() {
        double sum = 0;
        for (double month : SEASON) {
            sum += month;
        }
        return sum / SEASON.length;
    }
}
