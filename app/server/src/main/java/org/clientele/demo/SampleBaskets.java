package org.clientele.demo;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.engine.column.Value;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.SampleRecipe;
import org.clientele.plugins.api.VerticalDefinition;

/** Makes the rows of one event: one to three goods, now and then one of them brought back days later. */
final class SampleBaskets {
    private static final double LINE_SHAPE = 5;
    private static final double RETURNED = 0.03;
    private static final int MOST_GOODS = 3;

    private final ActivityDefinition activity;
    private final double averageAmount;
    private final SampleWords words;
    private final long minorPerMajor;
    private final int fractionDigits;
    private int documents;

    SampleBaskets(VerticalDefinition definition, SampleRecipe recipe, SampleWords words, int fractionDigits) {
        ActivityDefinition found = definition.activity(recipe.activity());
        if (found == null) {
            throw new IllegalArgumentException("The sample recipe of %s names the activity %s, which is not declared"
                    .formatted(definition.id(), recipe.activity()));
        }
        activity = found;
        averageAmount = recipe.averageAmount();
        this.words = words;
        this.fractionDigits = fractionDigits;
        minorPerMajor = Math.round(Math.pow(10, fractionDigits));
    }

    List<SampleCustomer.Row> make(SampleRandom random, SamplePeople.Person person, LocalDateTime time, double wealth) {
        String document = "S%07d".formatted(++documents);
        boolean online = random.chance(person.onlineShare());
        int goods = 1 + random.below(MOST_GOODS);
        List<SampleCustomer.Row> rows = new ArrayList<>();
        for (int i = 0; i < goods; i++) {
            SampleWords.Product product = random.pickSkewed(words.products);
            int quantity = random.chance(0.8) ? 1 : 2 + random.below(3);
            double amount = averageAmount * wealth * product.level() * random.gamma(LINE_SHAPE) * 2 / (MOST_GOODS + 1);
            long minor = Math.max(minorPerMajor, Math.round(amount) * minorPerMajor - minorPerMajor / 10);
            boolean promotion = random.chance(0.28);
            rows.add(row(time, document, product, quantity, minor, online, promotion, false));
            if (random.chance(RETURNED)) {
                rows.add(row(time, document, product, -quantity, -minor, online, promotion, true));
            }
        }
        return rows;
    }

    private SampleCustomer.Row row(
            LocalDateTime time,
            String document,
            SampleWords.Product product,
            int quantity,
            long minor,
            boolean online,
            boolean promotion,
            boolean isReturn) {
        Map<String, Value> known = new HashMap<>();
        known.put("quantity", new Value.Whole(quantity));
        known.put("product", new Value.Text(product.number()));
        known.put("description", new Value.Text(product.name()));
        known.put("category", new Value.Text(product.category()));
        known.put("channel", new Value.Text(online ? "online" : "offline"));
        known.put("promotion", new Value.Flag(promotion));
        known.put("is_return", new Value.Flag(isReturn));
        Map<String, Value> fields = new HashMap<>();
        for (ActivityField field : activity.fields()) {
            Value value = value(field, known, document, minor);
            if (!value.isMissing()) {
                fields.put(field.id(), value);
            }
        }
        return new SampleCustomer.Row(time, fields);
    }

    private Value value(ActivityField field, Map<String, Value> known, String document, long minor) {
        if (field.id().equals(activity.amount()) && field.type() == FieldType.MONEY) {
            return new Value.Money(minor, fractionDigits);
        }
        if (field.id().equals(activity.document())) {
            return new Value.Text(document);
        }
        return known.getOrDefault(field.id(), Value.MISSING);
    }
}
