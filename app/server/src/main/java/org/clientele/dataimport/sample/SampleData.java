package org.clientele.dataimport.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.clientele.engine.column.Value;
import org.clientele.engine.condition.Condition;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.ReferenceDefinition;
import org.clientele.plugins.api.SampleRecipe;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.Scope;
import org.jspecify.annotations.Nullable;

/** Customers made from a vertical's recipe: the same recipe and last day always make the same data. */
public final class SampleData {
    /** Most documents of one entry of a recipe, so that two entries for an activity never share a number. */
    private static final int DOCUMENTS = 10_000_000;

    private final VerticalDefinition definition;
    private final SampleRecipe recipe;
    private final int fractionDigits;
    private final LocalDate lastDay;
    private final SampleWords words = new SampleWords();
    private final Map<String, List<String>> keys = new HashMap<>();
    private final SampleFiller filler;
    private final SampleHistory history;
    private final double[] wealth;

    private SampleData(
            VerticalDefinition definition,
            SampleRecipe recipe,
            int fractionDigits,
            LocalDate lastDay,
            UnaryOperator<String> said) {
        this.definition = definition;
        this.recipe = recipe;
        this.fractionDigits = fractionDigits;
        this.lastDay = lastDay;
        filler = new SampleFiller(
                recipe.seed(), lastDay, new SampleDraws(lastDay, fractionDigits, keys, said, words::person));
        history = new SampleHistory(recipe, lastDay);
        wealth = SamplePeople.wealth(recipe);
    }

    /**
     * Makes everything the definition's recipe says.
     *
     * @param fractionDigits digits of the vertical's currency after the decimal point
     * @param lastDay the as-of date, the last day of the history
     */
    public static SampleSet make(VerticalDefinition definition, int fractionDigits, LocalDate lastDay) {
        return make(definition, fractionDigits, lastDay, UnaryOperator.identity());
    }

    /**
     * The same in a language.
     *
     * @param said what a text of the recipe says in it, the text itself where it says nothing else
     */
    public static SampleSet make(
            VerticalDefinition definition, int fractionDigits, LocalDate lastDay, UnaryOperator<String> said) {
        SampleRecipe recipe = definition.sample();
        if (recipe == null) {
            throw new IllegalArgumentException("Vertical %s has no sample recipe".formatted(definition.id()));
        }
        return new SampleData(definition, recipe, fractionDigits, lastDay, said).make();
    }

    private SampleSet make() {
        List<SampleSet.ReferenceRows> references =
                recipe.references().stream().map(this::reference).toList();
        SampleTable customers = SampleTable.of(attributeTypes(), recipe.customers(), fractionDigits);
        SamplePeople people = new SamplePeople(definition, recipe, words, lastDay);
        List<SampleSet.Person> persons = people.make(customers);
        filler.fill(
                "customer",
                customers,
                recipe.attributes(),
                Scope.sample(definition.attributes(), List.of()),
                row -> wealth[row]);
        people.fillBirthdays(customers);
        List<SampleSet.Events> activities = new ArrayList<>();
        for (int i = 0; i < recipe.activities().size(); i++) {
            activities.add(activity(recipe.activities().get(i), i, customers));
        }
        return new SampleSet(persons, customers, activities, references);
    }

    private SampleSet.ReferenceRows reference(SampleRecipe.Rows rows) {
        ReferenceDefinition reference = require(definition.reference(rows.reference()), rows.reference());
        List<String> made = new ArrayList<>(rows.rows());
        for (int i = 0; i < rows.rows(); i++) {
            made.add("%s%04d".formatted(rows.prefix(), i + 1));
        }
        keys.put(reference.id(), made);
        SampleTable table = SampleTable.of(types(reference.fields()), rows.rows(), fractionDigits);
        filler.fill(
                reference.id() + " " + rows.prefix(),
                table,
                rows.fields(),
                Scope.sample(List.of(), reference.fields()),
                row -> 1);
        return new SampleSet.ReferenceRows(reference.id(), made, table);
    }

    private SampleSet.Events activity(SampleRecipe.Events events, int number, SampleTable customers) {
        ActivityDefinition activity = require(definition.activity(events.activity()), events.activity());
        Condition when = filler.condition(
                events.when(), customers, Scope.sample(definition.attributes(), List.of()), activity.id());
        List<SampleHistory.Event> times = history.events(
                events, SampleRandom.of(recipe.seed(), place(activity, number) + "/times"), when::holds, customers);
        return SampleGoods.fits(activity, events)
                ? baskets(events, activity, number, times, customers)
                : rows(events, activity, number, times, customers);
    }

    private SampleSet.Events rows(
            SampleRecipe.Events events,
            ActivityDefinition activity,
            int number,
            List<SampleHistory.Event> times,
            SampleTable customers) {
        SampleTable table = SampleTable.under(
                customers,
                types(activity.fields()),
                times.stream().mapToInt(SampleHistory.Event::customer).toArray());
        for (int row = 0; row < times.size(); row++) {
            document(table, row, activity, events, number * DOCUMENTS + row + 1);
        }
        filler.fill(
                place(activity, number), table, events.fields(), scope(activity), row -> wealth[table.customer(row)]);
        return new SampleSet.Events(
                activity.id(), times.stream().map(SampleHistory.Event::at).toList(), table);
    }

    private SampleSet.Events baskets(
            SampleRecipe.Events events,
            ActivityDefinition activity,
            int number,
            List<SampleHistory.Event> times,
            SampleTable customers) {
        String place = place(activity, number);
        SampleGoods goods = new SampleGoods(words);
        List<SampleGoods.Line> lines = goods.lines(times.size(), SampleRandom.of(recipe.seed(), place + "/goods"));
        SampleTable table = SampleTable.under(
                customers,
                types(activity.fields()),
                lines.stream()
                        .mapToInt(line -> times.get(line.event()).customer())
                        .toArray());
        List<LocalDateTime> at = new ArrayList<>(lines.size());
        for (int row = 0; row < lines.size(); row++) {
            at.add(times.get(lines.get(row).event()).at());
            document(
                    table,
                    row,
                    activity,
                    events,
                    number * DOCUMENTS + lines.get(row).event() + 1);
        }
        goods.fill(table, events);
        filler.fill(
                place,
                table,
                events.fields(),
                scope(activity),
                row -> wealth[table.customer(row)] * lines.get(row).share());
        goods.settle(table, events);
        return new SampleSet.Events(activity.id(), at, table);
    }

    private Scope scope(ActivityDefinition activity) {
        return Scope.sample(definition.attributes(), activity.fields());
    }

    private static String place(ActivityDefinition activity, int number) {
        return activity.id() + number;
    }

    /** Documents are numbered where the recipe does not say otherwise. */
    private static void document(
            SampleTable table, int row, ActivityDefinition activity, SampleRecipe.Events events, int number) {
        String document = activity.document();
        if (document != null
                && events.fields().stream().noneMatch(entry -> entry.field().equals(document))) {
            String prefix = activity.id().substring(0, 1).toUpperCase(Locale.ROOT);
            table.set(document, row, new Value.Text("%s%08d".formatted(prefix, number)));
        }
    }

    private Map<String, FieldType> attributeTypes() {
        Map<String, FieldType> types = new LinkedHashMap<>();
        types.put(Scope.ORGANISATION, FieldType.BOOLEAN);
        types.put(Scope.FOREIGN, FieldType.BOOLEAN);
        definition.attributes().forEach(attribute -> types.put(attribute.id(), attribute.type()));
        return types;
    }

    private static Map<String, FieldType> types(List<ActivityField> fields) {
        Map<String, FieldType> types = new LinkedHashMap<>();
        fields.forEach(field -> types.put(field.id(), field.type()));
        return types;
    }

    private <T> T require(@Nullable T found, String id) {
        if (found == null) {
            throw new IllegalArgumentException(
                    "The sample recipe of %s names %s, which is not declared".formatted(definition.id(), id));
        }
        return found;
    }
}
