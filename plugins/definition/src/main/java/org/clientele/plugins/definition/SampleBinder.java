package org.clientele.plugins.definition;

import static org.clientele.plugins.definition.Nodes.list;
import static org.clientele.plugins.definition.Nodes.number;
import static org.clientele.plugins.definition.Nodes.optional;
import static org.clientele.plugins.definition.Nodes.optionalInt;
import static org.clientele.plugins.definition.Nodes.text;
import static org.clientele.plugins.definition.Nodes.word;

import java.util.List;
import org.clientele.plugins.api.SampleRecipe;
import org.clientele.plugins.api.SampleRecipe.Draw;
import org.clientele.plugins.api.SampleRecipe.Pattern;
import tools.jackson.databind.JsonNode;

/** Turns the tree of a sample recipe that the schema has accepted into records. */
final class SampleBinder {
    private SampleBinder() {}

    static SampleRecipe recipe(JsonNode node) {
        return new SampleRecipe(
                node.get("customers").asInt(),
                node.get("days").asInt(),
                node.get("seed").asLong(),
                node.path("organisations").asDouble(0),
                list(node, "attributes", SampleBinder::value),
                list(node, "activities", SampleBinder::events),
                list(node, "references", SampleBinder::rows));
    }

    private static SampleRecipe.Events events(JsonNode node) {
        String activity = text(node, "activity");
        Pattern pattern = word(Pattern.class, node, "pattern");
        String when = optional(node, "when");
        List<SampleRecipe.Value> fields = list(node, "fields", SampleBinder::value);
        double perYear = node.path("perYear").asDouble(0);
        double dropout = node.path("dropout").asDouble(0);
        Integer everyDays = optionalInt(node, "everyDays");
        return node.has("after")
                ? new SampleRecipe.Events(
                        activity, pattern, when, perYear, dropout, everyDays, after(node.get("after")), fields)
                : new SampleRecipe.Events(activity, pattern, when, perYear, dropout, everyDays, fields);
    }

    private static SampleRecipe.Rows rows(JsonNode node) {
        return new SampleRecipe.Rows(
                text(node, "reference"),
                node.get("rows").asInt(),
                text(node, "prefix"),
                list(node, "fields", SampleBinder::value));
    }

    private static SampleRecipe.Value value(JsonNode node) {
        return new SampleRecipe.Value(
                text(node, "field"),
                optional(node, "when"),
                draw(node),
                node.path("missing").asDouble(0));
    }

    private static Draw draw(JsonNode node) {
        if (node.has("choice")) {
            return new Draw.Choice(Nodes.entries(node, "choice", JsonNode::asDouble));
        }
        if (node.has("chance")) {
            return new Draw.Chance(number(node, "chance"));
        }
        if (node.has("normal")) {
            JsonNode normal = node.get("normal");
            return new Draw.Normal(
                    number(normal, "mean"),
                    number(normal, "deviation"),
                    number(normal, "least"),
                    number(normal, "most"));
        }
        if (node.has("skewed")) {
            JsonNode skewed = node.get("skewed");
            return new Draw.Skewed(number(skewed, "median"), number(skewed, "sigma"), number(skewed, "most"));
        }
        if (node.has("uniform")) {
            JsonNode uniform = node.get("uniform");
            return new Draw.Uniform(number(uniform, "least"), number(uniform, "most"));
        }
        return otherDraw(node);
    }

    private static Draw otherDraw(JsonNode node) {
        if (node.has("day")) {
            JsonNode day = node.get("day");
            return new Draw.Day(day.get("from").asInt(), day.get("to").asInt());
        }
        if (node.has("after")) {
            return after(node.get("after"));
        }
        if (node.has("amount")) {
            return new Draw.Amount(number(node.get("amount"), "average"));
        }
        if (node.has("like")) {
            JsonNode like = node.get("like");
            return new Draw.Like(
                    text(like, "attribute"),
                    like.path("factor").asDouble(1),
                    like.path("spread").asDouble(0),
                    like.has("times") ? text(like, "times") : null);
        }
        if (node.has("sequence")) {
            return new Draw.Sequence(text(node, "sequence"));
        }
        if (node.has("person")) {
            return new Draw.Person();
        }
        if (node.has("constant")) {
            return new Draw.Constant(text(node, "constant"));
        }
        return new Draw.Key(text(node, "key"));
    }

    private static Draw.After after(JsonNode after) {
        return new Draw.After(
                text(after, "attribute"),
                after.get("from").asInt(),
                after.get("to").asInt());
    }
}
