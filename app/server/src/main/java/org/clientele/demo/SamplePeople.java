package org.clientele.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.engine.column.Value;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.VerticalDefinition;

/** Makes the person behind a history. Attributes known by their id agree with each other, the others are drawn by their type. */
final class SamplePeople {
    private static final List<String> LEVELS = List.of("high", "medium", "low");
    private static final double KNOWN = 0.88;
    private static final double CHINESE = 0.86;
    private static final int LOYAL_PURCHASES = 6;

    private final VerticalDefinition definition;
    private final SampleWords words;
    private final long minorPerMajor;
    private final int fractionDigits;
    private final LocalDate lastDay;

    SamplePeople(VerticalDefinition definition, SampleWords words, int fractionDigits, LocalDate lastDay) {
        this.definition = definition;
        this.words = words;
        this.fractionDigits = fractionDigits;
        this.lastDay = lastDay;
        minorPerMajor = Math.round(Math.pow(10, fractionDigits));
    }

    /** @param onlineShare how often the person buys online, 0 to 1 */
    record Person(String name, boolean chinese, double onlineShare, Map<String, Value> attributes) {}

    /**
     * @param wealth mean amount as a multiple of the average
     * @param gone whether the customer has not been seen for long
     */
    Person make(SampleRandom random, double wealth, int purchases, boolean gone) {
        boolean chinese = random.chance(CHINESE);
        int age = (int) Math.clamp(38 + 13 * random.gaussian(), 16, 84);
        double onlineShare = random.beta(Math.clamp(1.1 - age / 70.0, 0.15, 0.9), 2);
        SampleWords.City city = random.pickSkewed(words.cities);
        Map<String, Value> known = new HashMap<>();
        known.put("age", new Value.Whole(age));
        known.put("birth_date", new Value.Date(lastDay.minusYears(age).minusDays(random.below(365))));
        known.put("city", new Value.Text(city.name()));
        known.put("region", new Value.Text(city.region()));
        known.put("country", new Value.Text(chinese ? "中国" : "International"));
        known.put("settlement", new Value.Text(random.chance(0.82) ? "town" : "village"));
        known.put("occupation", new Value.Text(random.pick(words.occupations)));
        known.put("contact", new Value.Text("138 0000 %04d".formatted(random.below(10_000))));
        known.put("preferred_channel", new Value.Text(onlineShare > 0.5 ? "online" : "offline"));
        known.put("loyalty", new Value.Text(loyalty(purchases, gone)));
        known.put("monthly_pay", money(Math.clamp(7200 * Math.pow(wealth, 0.6) * random.gamma(6), 900, 60_000)));
        Map<String, Value> attributes = new HashMap<>();
        for (AttributeDefinition attribute : definition.attributes()) {
            if (random.chance(KNOWN)) {
                attributes.put(attribute.id(), value(random, attribute, known, wealth));
            }
        }
        attributes.values().removeIf(Value::isMissing);
        return new Person(name(random, chinese), chinese, onlineShare, attributes);
    }

    private static String loyalty(int purchases, boolean gone) {
        if (gone) {
            return "lost";
        }
        return purchases >= LOYAL_PURCHASES ? "long_term" : "potential";
    }

    private Value value(SampleRandom random, AttributeDefinition attribute, Map<String, Value> known, double wealth) {
        Value fitting = known.get(attribute.id());
        if (fitting != null && fits(fitting, attribute)) {
            return fitting;
        }
        return switch (attribute.type()) {
            case CHOICE -> new Value.Text(choice(random, attribute.values(), wealth));
            case BOOLEAN -> new Value.Flag(random.chance(0.5));
            case TEXT, INTEGER, DECIMAL, MONEY, DATE -> Value.MISSING;
        };
    }

    private static boolean fits(Value value, AttributeDefinition attribute) {
        return switch (value) {
            case Value.Text(String text) ->
                attribute.type() == FieldType.TEXT || attribute.values().contains(text);
            case Value.Whole whole -> attribute.type() == FieldType.INTEGER;
            case Value.Money money -> attribute.type() == FieldType.MONEY;
            case Value.Date date -> attribute.type() == FieldType.DATE;
            case Value.Decimal decimal -> attribute.type() == FieldType.DECIMAL;
            case Value.Flag flag -> attribute.type() == FieldType.BOOLEAN;
            case Value.Missing missing -> false;
        };
    }

    private static String choice(SampleRandom random, List<String> values, double wealth) {
        if (values.equals(LEVELS)) {
            double level = wealth * (0.7 + 0.6 * random.uniform());
            return level > 1.4 ? "high" : level > 0.6 ? "medium" : "low";
        }
        return random.pickSkewed(values);
    }

    private String name(SampleRandom random, boolean chinese) {
        if (!chinese) {
            return random.pick(words.foreignGivenNames) + " " + random.pick(words.foreignSurnames);
        }
        SampleWords.Name surname = random.pickSkewed(words.surnames);
        SampleWords.Name given = random.pick(words.givenNames);
        return surname.chinese() + given.chinese() + " " + surname.latin() + " " + given.latin();
    }

    private Value money(double major) {
        return new Value.Money(Math.round(major / 100) * 100 * minorPerMajor, fractionDigits);
    }
}
