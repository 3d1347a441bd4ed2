package org.clientele.dataimport.sample;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clientele.engine.column.Value;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.SampleRecipe;

/**
 * Puts goods into baskets: where an activity declares a product and the recipe leaves it alone, each purchase has one to three lines, now and
 * then one of them brought back. Product, description, category and quantity of a line agree with each other and with its amount.
 */
final class SampleGoods {
    private static final double RETURNED = 0.03;
    private static final double ONE_PIECE = 0.8;
    private static final int MOST_LINES = 3;

    private final SampleWords words;
    private final double meanLevel;
    private final List<Line> lines = new ArrayList<>();

    SampleGoods(SampleWords words) {
        this.words = words;
        meanLevel = meanLevel(words.products);
    }

    /**
     * A line of a basket.
     *
     * @param returns the place of the line whose goods are brought back, or −1
     * @param share of the basket's mean amount
     */
    record Line(int event, SampleWords.Product product, int quantity, int returns, double share) {}

    /** Whether purchases of the recipe are baskets of goods. */
    static boolean fits(ActivityDefinition activity, SampleRecipe.Events recipe) {
        return recipe.pattern() == SampleRecipe.Pattern.PURCHASES
                && activity.field("product") != null
                && recipe.fields().stream().noneMatch(entry -> entry.field().equals("product"));
    }

    /** The lines of so many events, in their order. */
    List<Line> lines(int events, SampleRandom random) {
        for (int event = 0; event < events; event++) {
            int goods = 1 + random.below(MOST_LINES);
            for (int i = 0; i < goods; i++) {
                SampleWords.Product product = random.pickSkewed(words.products);
                int quantity = random.chance(ONE_PIECE) ? 1 : 2 + random.below(3);
                double share = 2 * product.level() / meanLevel / (MOST_LINES + 1);
                lines.add(new Line(event, product, quantity, -1, share));
                if (random.chance(RETURNED)) {
                    lines.add(new Line(event, product, -quantity, lines.size() - 1, share));
                }
            }
        }
        return lines;
    }

    /** Fills what the recipe leaves alone. */
    void fill(SampleTable table, SampleRecipe.Events recipe) {
        Set<String> taken = new HashSet<>();
        recipe.fields().forEach(entry -> taken.add(entry.field()));
        for (int row = 0; row < lines.size(); row++) {
            Line line = lines.get(row);
            put(
                    table,
                    taken,
                    row,
                    "product",
                    FieldType.TEXT,
                    new Value.Text(line.product().number()));
            put(
                    table,
                    taken,
                    row,
                    "description",
                    FieldType.TEXT,
                    new Value.Text(line.product().name()));
            put(
                    table,
                    taken,
                    row,
                    "category",
                    FieldType.TEXT,
                    new Value.Text(line.product().category()));
            put(table, taken, row, "quantity", FieldType.INTEGER, new Value.Whole(line.quantity()));
            put(table, taken, row, "is_return", FieldType.BOOLEAN, new Value.Flag(line.returns() >= 0));
        }
    }

    /** Lines of a basket agree in all that is no amount; what is brought back is what was bought, with its amounts turned. */
    void settle(SampleTable table, SampleRecipe.Events recipe) {
        for (SampleRecipe.Value entry : recipe.fields()) {
            String field = entry.field();
            int first = 0;
            for (int row = 0; row < lines.size(); row++) {
                Line line = lines.get(row);
                first = lines.get(first).event() == line.event() ? first : row;
                if (table.type(field) != FieldType.MONEY) {
                    table.set(field, row, table.get(field, first));
                } else if (line.returns() >= 0) {
                    table.set(field, row, turned(table.get(field, line.returns())));
                }
            }
        }
    }

    private static Value turned(Value value) {
        return value instanceof Value.Money(long minor, int digits) ? new Value.Money(-minor, digits) : value;
    }

    private static void put(SampleTable table, Set<String> taken, int row, String field, FieldType type, Value value) {
        if (!taken.contains(field) && table.declares(field, type)) {
            table.set(field, row, value);
        }
    }

    /** Earlier goods are bought more often, see {@link SampleRandom#pickSkewed}. */
    private static double meanLevel(List<SampleWords.Product> products) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < products.size(); i++) {
            double weight = 1 - 0.5 * (i + 0.5) / products.size();
            sum += weight * products.get(i).level();
            weights += weight;
        }
        return sum / weights;
    }
}
