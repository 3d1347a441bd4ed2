package org.clientele.dataimport.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.clientele.engine.column.Value;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.SampleRecipe;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.Scope;

/**
 * Makes who customers are: names, and those attributes which no draw can make agree with each other (a city and its region, an age
 * and its birthday). A recipe that fills one of them itself has its way.
 */
final class SamplePeople {
    private static final double CHINESE = 0.86;
    private static final double TOWN = 0.82;
    private static final double KNOWN = 0.9;
    private static final double WEALTH_SHAPE = 1.8;

    private final VerticalDefinition definition;
    private final SampleWords words;
    private final SampleRecipe recipe;
    private final LocalDate asOf;

    SamplePeople(VerticalDefinition definition, SampleRecipe recipe, SampleWords words, LocalDate asOf) {
        this.definition = definition;
        this.words = words;
        this.recipe = recipe;
        this.asOf = asOf;
    }

    /** Makes the customers and fills what is known of each before the recipe's own attributes. */
    List<SampleSet.Person> make(SampleTable table) {
        SampleRandom names = SampleRandom.of(recipe.seed(), "people");
        SampleRandom places = SampleRandom.of(recipe.seed(), "places");
        SampleRandom districts = SampleRandom.of(recipe.seed(), "districts");
        List<SampleSet.Person> people = new ArrayList<>(table.size());
        for (int row = 0; row < table.size(); row++) {
            boolean organisation = names.chance(recipe.organisations());
            boolean chinese = names.chance(CHINESE);
            SampleWords.City city = names.pickSkewed(words.cities);
            String name = organisation ? organisation(names, chinese, city) : person(names, chinese);
            people.add(new SampleSet.Person("C%05d".formatted(row + 1), name, chinese, organisation));
            table.set(Scope.ORGANISATION, row, new Value.Flag(organisation));
            if (definition.attribute(Scope.FOREIGN) == null) {
                table.set(Scope.FOREIGN, row, new Value.Flag(!chinese));
            }
            fillPlace(table, row, city, places);
            put(table, row, "district", new Value.Text(districts.pick(words.districts)));
            if (!organisation) {
                fillPerson(table, row, places);
            }
        }
        return people;
    }

    /** Birthdays agree with the ages that the recipe made, or that were made before. */
    void fillBirthdays(SampleTable table) {
        SampleRandom random = SampleRandom.of(recipe.seed(), "birthdays");
        for (int row = 0; row < table.size(); row++) {
            int days = random.below(365);
            if (table.get("age", row) instanceof Value.Whole(long age)) {
                put(
                        table,
                        row,
                        "birth_date",
                        new Value.Date(asOf.minusYears(age).minusDays(days)));
            }
        }
    }

    private void fillPlace(SampleTable table, int row, SampleWords.City city, SampleRandom random) {
        put(table, row, "city", new Value.Text(city.name()));
        put(table, row, "region", new Value.Text(city.region()));
        put(table, row, "province", new Value.Text(city.province()));
        put(table, row, "country", new Value.Text("中国"));
        put(table, row, "settlement", new Value.Text(random.chance(TOWN) ? "town" : "village"));
        Value phone = new Value.Text("138 0000 %04d".formatted(random.below(10_000)));
        put(table, row, "contact", phone);
        put(table, row, "phone", phone);
        String street = random.pick(words.streets);
        put(table, row, "address", new Value.Text("%s%s%d号".formatted(city.name(), street, 1 + random.below(300))));
    }

    private void fillPerson(SampleTable table, int row, SampleRandom random) {
        long age = (long) Math.clamp(38 + 13 * random.gaussian(), 16, 84);
        String occupation = random.pick(words.occupations);
        if (random.chance(KNOWN)) {
            put(table, row, "age", new Value.Whole(age));
        }
        if (random.chance(KNOWN)) {
            put(table, row, "occupation", new Value.Text(occupation));
        }
    }

    private void put(SampleTable table, int row, String field, Value value) {
        AttributeDefinition attribute = definition.attribute(field);
        boolean free =
                recipe.attributes().stream().noneMatch(entry -> entry.field().equals(field));
        if (attribute != null && free && fits(attribute, value)) {
            table.set(field, row, value);
        }
    }

    private static boolean fits(AttributeDefinition attribute, Value value) {
        return switch (value) {
            case Value.Text(String text) ->
                attribute.type() == FieldType.TEXT && attribute.reference() == null
                        || attribute.values().contains(text);
            case Value.Whole _ -> attribute.type() == FieldType.INTEGER;
            case Value.Date _ -> attribute.type() == FieldType.DATE;
            case Value.Money _, Value.Decimal _, Value.Flag _, Value.Missing _ -> false;
        };
    }

    private String person(SampleRandom random, boolean chinese) {
        return chinese ? words.person(random) : words.foreigner(random);
    }

    private String organisation(SampleRandom random, boolean chinese, SampleWords.City city) {
        if (!chinese) {
            return "%s %s %s"
                    .formatted(
                            random.pick(words.companies),
                            random.pick(words.trades),
                            random.pickSkewed(words.companyForms));
        }
        return city.name()
                + random.pick(words.chineseCompanies)
                + random.pick(words.chineseTrades)
                + random.pickSkewed(words.chineseCompanyForms);
    }

    /** Each customer's mean amount as a multiple of the average. */
    static double[] wealth(SampleRecipe recipe) {
        SampleRandom random = SampleRandom.of(recipe.seed(), "wealth");
        double[] wealth = new double[recipe.customers()];
        for (int i = 0; i < wealth.length; i++) {
            wealth[i] = random.gamma(WEALTH_SHAPE);
        }
        return wealth;
    }
}
