package org.clientele.plugins.definition;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.ReferenceDefinition;
import org.clientele.plugins.api.SampleRecipe;
import org.clientele.plugins.api.SampleRecipe.Draw;
import org.clientele.plugins.api.SampleRecipe.Events;
import org.clientele.plugins.api.SampleRecipe.Pattern;
import org.clientele.plugins.api.SampleRecipe.Value;
import org.clientele.plugins.api.VerticalDefinition;

/** The sample fills what is declared, by draws that fit its types, under conditions that can be read. */
final class SampleCheck implements DefinitionCheck {
    private static final Set<ValueKind> NUMBERS = EnumSet.of(ValueKind.WHOLE, ValueKind.NUMBER);
    private static final Set<FieldType> TEXTS = EnumSet.of(FieldType.TEXT, FieldType.CHOICE);

    @Override
    public void check(VerticalDefinition vertical, Report report) {
        SampleRecipe sample = vertical.sample();
        if (sample == null) {
            return;
        }
        Map<String, FieldType> attributes = new TreeMap<>();
        vertical.attributes().forEach(a -> attributes.put(a.id(), a.type()));
        List<String> made = new ArrayList<>();
        for (int i = 0; i < sample.references().size(); i++) {
            checkRows("/sample/references/" + i, sample.references().get(i), vertical, made, report);
        }
        Scope scope = Scope.sample(vertical.attributes(), List.of());
        Part customers = new Part(attributes, scope, made, report);
        customers.check("/sample/attributes", sample.attributes());
        for (int i = 0; i < sample.activities().size(); i++) {
            Events events = sample.activities().get(i);
            String path = "/sample/activities/" + i;
            report.check(path + "/when", events.when(), scope);
            checkPattern(path, events, report);
            Draw.After after = events.after();
            if (after != null) {
                checkAfter(path, after, scope, report);
            }
            checkEvents(path, events, vertical, made, report);
        }
    }

    private static void checkRows(
            String path, SampleRecipe.Rows rows, VerticalDefinition vertical, List<String> made, Report report) {
        ReferenceDefinition reference = vertical.reference(rows.reference());
        if (new Declared(vertical, report).requireReference(path + "/reference", rows.reference())
                && reference != null) {
            made.add(reference.id());
            Scope scope = Scope.sample(List.of(), reference.fields());
            new Part(types(reference.fields()), scope, made, report).check(path + "/fields", rows.fields());
        }
    }

    private static void checkEvents(
            String path, Events events, VerticalDefinition vertical, List<String> made, Report report) {
        ActivityDefinition activity = vertical.activity(events.activity());
        if (new Declared(vertical, report).requireActivity(path + "/activity", events.activity()) && activity != null) {
            Scope scope = Scope.sample(vertical.attributes(), activity.fields());
            new Part(types(activity.fields()), scope, made, report).check(path + "/fields", events.fields());
        }
    }

    private static void checkPattern(String path, Events events, Report report) {
        boolean given =
                switch (events.pattern()) {
                    case PERIODIC -> events.everyDays() != null;
                    case PURCHASES, RANDOM -> events.perYear() != 0;
                    case DATED -> events.after() != null;
                };
        if (!given) {
            String key = needed(events.pattern());
            report.addAtKey(FindingKind.MISSING_KEY, path, key, List.of(key));
        }
    }

    private static String needed(Pattern pattern) {
        return switch (pattern) {
            case PERIODIC -> "everyDays";
            case PURCHASES, RANDOM -> "perYear";
            case DATED -> "after";
        };
    }

    /** What events come after is a date of the customer, within a stretch of days. */
    private static void checkAfter(String path, Draw.After after, Scope scope, Report report) {
        List<String> dates = scope.variables().entrySet().stream()
                .filter(variable -> variable.getValue().kind() == ValueKind.of(FieldType.DATE))
                .map(Map.Entry::getKey)
                .toList();
        report.requireReference(path + "/after/attribute", after.attribute(), dates);
        checkOrder(path + "/after/to", after.from(), after.to(), report);
    }

    private static void checkOrder(String path, double least, double most, Report report) {
        if (most < least) {
            report.add(FindingKind.OUT_OF_RANGE, path, most, "≥ " + least);
        }
    }

    private static Map<String, FieldType> types(List<ActivityField> fields) {
        Map<String, FieldType> types = new TreeMap<>();
        fields.forEach(field -> types.put(field.id(), field.type()));
        return types;
    }

    /**
     * What is filled row by row.
     *
     * @param made references that have rows by then
     */
    private record Part(Map<String, FieldType> types, Scope scope, List<String> made, Report report) {
        void check(String path, List<Value> values) {
            for (int i = 0; i < values.size(); i++) {
                check(path + "/" + i, values.get(i));
            }
        }

        private void check(String path, Value value) {
            report.check(path + "/when", value.when(), scope);
            FieldType type = types.get(value.field());
            if (report.requireReference(path + "/field", value.field(), List.copyOf(types.keySet())) && type != null) {
                checkDraw(path, value, type);
            }
        }

        private void checkDraw(String path, Value value, FieldType type) {
            switch (value.draw()) {
                case Draw.Choice(Map<String, Double> weights) ->
                    weights.keySet().forEach(text -> checkText(path + "/choice/" + text, text, value.field(), type));
                case Draw.Constant(String text) -> checkText(path + "/constant", text, value.field(), type);
                case Draw.Chance _ -> require(path, value, type, EnumSet.of(FieldType.BOOLEAN), Words.TRUTH);
                case Draw.Day(int from, int to) -> {
                    require(path, value, type, EnumSet.of(FieldType.DATE), Words.DATE);
                    checkOrder(path + "/day/to", from, to, report);
                }
                case Draw.After after -> {
                    require(path, value, type, EnumSet.of(FieldType.DATE), Words.DATE);
                    checkAfter(path, after, scope, report);
                }
                case Draw.Skewed _, Draw.Amount _ -> require(path, value, type, Declared.NUMBERS, Words.NUMBER);
                case Draw.Normal(double _, double _, double least, double most) -> {
                    require(path, value, type, Declared.NUMBERS, Words.NUMBER);
                    checkOrder(path + "/normal/most", least, most, report);
                }
                case Draw.Uniform(double least, double most) -> {
                    require(path, value, type, Declared.NUMBERS, Words.NUMBER);
                    checkOrder(path + "/uniform/most", least, most, report);
                }
                case Draw.Sequence _, Draw.Person _ -> require(path, value, type, TEXTS, Words.TEXT);
                case Draw.Key(String reference) -> {
                    report.requireReference(path + "/key", reference, made);
                    require(path, value, type, TEXTS, Words.TEXT);
                }
                case Draw.Like like -> checkLike(path + "/like", like);
            }
        }

        private void checkLike(String path, Draw.Like like) {
            List<String> known = List.copyOf(scope.variables().keySet());
            report.requireReference(path + "/attribute", like.attribute(), known);
            String times = like.times();
            if (times != null && report.requireReference(path + "/times", times, known)) {
                Scope.Variable variable = scope.variables().get(times);
                if (variable != null && !NUMBERS.contains(variable.kind())) {
                    report.add(FindingKind.WRONG_KIND, path + "/times", times, Words.NUMBER);
                }
            }
        }

        private void require(String path, Value value, FieldType type, Set<FieldType> fitting, String expected) {
            if (!fitting.contains(type)) {
                report.add(FindingKind.WRONG_KIND, path + "/field", value.field(), expected);
            }
        }

        private void checkText(String path, String text, String field, FieldType type) {
            Scope.Variable variable = scope.variables().get(field);
            ValueText.check(path, text, type, variable == null ? List.of() : variable.values(), report);
        }
    }
}
