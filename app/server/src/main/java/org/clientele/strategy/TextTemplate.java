package org.clientele.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.common.Problem;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.VerticalDefinition;

/** What to say to a customer, with fields of theirs in braces: "your contract ends on {contract_end}". */
public final class TextTemplate {
    /** The customer's name. */
    public static final String NAME = "name";

    /** The customer's number. */
    public static final String NUMBER = "number";

    private static final Pattern FIELD = Pattern.compile("\\{([^{}]*)}");

    private TextTemplate() {}

    /** Whether a text names fields at all. */
    public static boolean hasFields(String text) {
        return FIELD.matcher(text).find();
    }

    /** The fields that texts of a vertical may name, its own attributes and metrics after the customer's name and number. */
    public static List<String> known(VerticalDefinition definition) {
        List<String> known = new ArrayList<>(List.of(NAME, NUMBER));
        definition.attributes().stream().map(AttributeDefinition::id).forEach(known::add);
        definition.metrics().stream().map(MetricDefinition::id).forEach(known::add);
        return known.stream().distinct().toList();
    }

    /** Fails with a problem that names what the vertical does not have. */
    static void require(VerticalDefinition definition, String text) {
        Set<String> named = new TreeSet<>();
        FIELD.matcher(text).results().map(found -> found.group(1)).forEach(named::add);
        List<String> known = known(definition);
        named.stream().filter(field -> !known.contains(field)).findFirst().ifPresent(field -> {
            throw new Problem("strategy.problem.template", field, text);
        });
        String rest = FIELD.matcher(text).replaceAll("");
        if (rest.contains("{") || rest.contains("}")) {
            throw new Problem("strategy.problem.brace", text);
        }
    }

    /** The text with what stands for each field. */
    public static String fill(String text, UnaryOperator<String> values) {
        return FIELD.matcher(text).replaceAll(found -> Matcher.quoteReplacement(values.apply(found.group(1))));
    }
}
