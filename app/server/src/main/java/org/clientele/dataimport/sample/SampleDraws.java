package org.clientele.dataimport.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.clientele.engine.column.Value;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.SampleRecipe.Draw;

/** Makes values as a recipe's draws say, rounded to the field's type. */
final class SampleDraws {
    /** How much amounts differ within one customer. */
    private static final double AMOUNT_SHAPE = 5;

    private static final double LARGE_MONEY = 100_000;

    private final LocalDate asOf;
    private final int fractionDigits;
    private final Map<String, List<String>> keys;
    private final UnaryOperator<String> words;
    private final Function<SampleRandom, String> names;

    /**
     * @param keys the keys of each reference by its id
     * @param words what a text of the recipe says in the language of whoever fills the vertical
     * @param names makes up the name of a person
     */
    SampleDraws(
            LocalDate asOf,
            int fractionDigits,
            Map<String, List<String>> keys,
            UnaryOperator<String> words,
            Function<SampleRandom, String> names) {
        this.words = words;
        this.names = names;
        this.asOf = asOf;
        this.fractionDigits = fractionDigits;
        this.keys = keys;
    }

    /**
     * The row that a value is drawn for.
     *
     * @param wealth its customer's mean amount as a multiple of the average; 1 for rows without a customer
     */
    record Cell(SampleTable table, int row, FieldType type, double wealth) {}

    Value draw(Draw draw, Cell cell, SampleRandom random) {
        return switch (draw) {
            case Draw.Choice(Map<String, Double> weights) -> parse(choose(weights, random), cell.type());
            case Draw.Chance(double probability) -> new Value.Flag(random.chance(probability));
            case Draw.Normal(double mean, double deviation, double least, double most) ->
                number(Math.clamp(mean + deviation * random.gaussian(), least, most), cell.type());
            case Draw.Skewed(double median, double sigma, double most) ->
                number(Math.min(most, median * Math.exp(sigma * random.gaussian())), cell.type());
            case Draw.Uniform(double least, double most) -> uniform(least, most, cell.type(), random);
            case Draw.Day(int from, int to) -> new Value.Date(asOf.plusDays(from + random.below(to - from + 1)));
            case Draw.After after -> after(after, cell.table().get(after.attribute(), cell.row()), random);
            case Draw.Amount(double average) ->
                number(average * cell.wealth() * random.gamma(AMOUNT_SHAPE), cell.type());
            case Draw.Like like -> like(like, cell, random);
            case Draw.Sequence(String prefix) ->
                new Value.Text("%s%05d".formatted(words.apply(prefix), cell.row() + 1));
            case Draw.Person _ -> new Value.Text(names.apply(random));
            case Draw.Constant(String value) -> parse(value, cell.type());
            case Draw.Key(String reference) -> new Value.Text(random.pick(keys(reference)));
        };
    }

    private List<String> keys(String reference) {
        List<String> known = keys.get(reference);
        if (known == null) {
            throw new IllegalArgumentException(
                    "The sample recipe points to %s, of which it makes no rows before".formatted(reference));
        }
        return known;
    }

    private static String choose(Map<String, Double> weights, SampleRandom random) {
        double total =
                weights.values().stream().mapToDouble(Double::doubleValue).sum();
        double place = random.uniform() * total;
        String last = "";
        for (Map.Entry<String, Double> weight : weights.entrySet()) {
            last = weight.getKey();
            place -= weight.getValue();
            if (place < 0) {
                return last;
            }
        }
        return last;
    }

    private Value uniform(double least, double most, FieldType type, SampleRandom random) {
        boolean whole = type == FieldType.INTEGER;
        double drawn = least + random.uniform() * (most - least + (whole ? 1 : 0));
        return number(whole ? Math.min(Math.floor(drawn), most) : drawn, type);
    }

    private Value like(Draw.Like like, Cell cell, SampleRandom random) {
        Value other = cell.table().get(like.attribute(), cell.row());
        double factor = like.factor() * (1 + like.spread() * (2 * random.uniform() - 1));
        String times = like.times();
        if (times != null) {
            Value further = cell.table().get(times, cell.row());
            if (further.isMissing()) {
                return further;
            }
            factor *= further.asDouble();
        }
        return switch (other) {
            case Value.Whole _, Value.Decimal _, Value.Money _ -> number(other.asDouble() * factor, cell.type());
            case Value.Date _, Value.Text _, Value.Flag _, Value.Missing _ -> other;
        };
    }

    /** The drawn day after a date; what is given where that is no date. */
    static Value after(Draw.After after, Value given, SampleRandom random) {
        return given instanceof Value.Date(LocalDate date)
                ? new Value.Date(date.plusDays(after.from() + random.below(after.to() - after.from() + 1)))
                : given;
    }

    private Value parse(String text, FieldType type) {
        return switch (type) {
            case TEXT -> new Value.Text(words.apply(text));
            case CHOICE -> new Value.Text(text);
            case BOOLEAN -> new Value.Flag(Boolean.parseBoolean(text));
            case DATE -> new Value.Date(LocalDate.parse(text));
            case INTEGER -> new Value.Whole(Math.round(Double.parseDouble(text)));
            case DECIMAL -> new Value.Decimal(Double.parseDouble(text));
            case MONEY -> minor(new BigDecimal(text));
        };
    }

    /** Decimals keep what a reader takes in: two digits, four where the number is small. Large amounts are round ones. */
    private Value number(double number, FieldType type) {
        return switch (type) {
            case INTEGER -> new Value.Whole(Math.round(number));
            case MONEY ->
                minor(BigDecimal.valueOf(
                        Math.abs(number) < LARGE_MONEY ? number : Math.round(number / 1_000) * 1_000.0));
            case DECIMAL ->
                new Value.Decimal(BigDecimal.valueOf(number)
                        .setScale(Math.abs(number) < 10 ? 4 : 2, RoundingMode.HALF_UP)
                        .doubleValue());
            case TEXT, CHOICE, BOOLEAN, DATE ->
                throw new IllegalArgumentException(
                        "The sample recipe draws a number for a field of type %s".formatted(type));
        };
    }

    private Value minor(BigDecimal major) {
        return new Value.Money(
                major.setScale(fractionDigits, RoundingMode.HALF_UP)
                        .unscaledValue()
                        .longValueExact(),
                fractionDigits);
    }
}
