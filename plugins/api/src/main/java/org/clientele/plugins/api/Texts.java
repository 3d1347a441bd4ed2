package org.clientele.plugins.api;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys under which a vertical's texts are found in its {@code messages*.properties}. English ({@code messages.properties})
 * and Simplified Chinese ({@code messages_zh_CN.properties}) hold the same keys.
 */
public final class Texts {
    private Texts() {}

    /** The vertical's name, such as "Retail". */
    public static final String VERTICAL = "vertical.name";

    /** One sentence that says who the vertical is for. */
    public static final String VERTICAL_SUMMARY = "vertical.summary";

    public static String attribute(String id) {
        return "attribute." + id;
    }

    /** A value of a choice attribute. */
    public static String attributeValue(String id, String value) {
        return "attribute." + id + ".value." + value;
    }

    public static String activity(String id) {
        return "activity." + id;
    }

    public static String activityField(String activity, String field) {
        return "activity." + activity + ".field." + field;
    }

    /** A value of a choice field of an activity. */
    public static String activityFieldValue(String activity, String field, String value) {
        return "activity." + activity + ".field." + field + ".value." + value;
    }

    public static String metric(String id) {
        return "metric." + id;
    }

    /** How a metric is computed, in one sentence. */
    public static String metricHelp(String id) {
        return "metric." + id + ".help";
    }

    public static String model(String id) {
        return "model." + id;
    }

    /** What a model answers and how, in one or two sentences. */
    public static String modelHelp(String id) {
        return "model." + id + ".help";
    }

    /** The name of a threshold of a life-cycle model. */
    public static String modelParameter(String model, String parameter) {
        return "model." + model + ".parameter." + parameter;
    }

    /** A reason of a custom model, with places {0}, {1} … for its values. */
    public static String modelReason(String model, String reason) {
        return "model." + model + ".reason." + reason;
    }

    public static String segment(String model, String segment) {
        return "model." + model + ".segment." + segment;
    }

    /** Who the members of a segment are, in one sentence. */
    public static String segmentHelp(String model, String segment) {
        return "model." + model + ".segment." + segment + ".help";
    }

    /** What a strategy wants to reach, in one sentence. */
    public static String strategyGoal(String model, String segment) {
        return "strategy." + model + "." + segment + ".goal";
    }

    /** What to do, one action a line. */
    public static String strategyActions(String model, String segment) {
        return "strategy." + model + "." + segment + ".actions";
    }

    /** What a source is called: the document, table, paper or regulation that an attribute, metric, model, rule or strategy names. */
    public static String source(String id) {
        return "source." + id;
    }

    /** What stands before a word of the sample recipe. */
    public static final String SAMPLE = "sample.";

    /** A word of the sample recipe in the language of whoever fills the vertical: what a text drawn by it says. */
    public static String sample(String word) {
        return SAMPLE + word;
    }

    public static String importPreset(String id) {
        return "import." + id;
    }

    public static String tile(String id) {
        return "tile." + id;
    }

    /** How to read a tile's chart, in one sentence. */
    public static String tileHelp(String id) {
        return "tile." + id + ".help";
    }

    public static String reference(String id) {
        return "reference." + id;
    }

    public static String referenceField(String reference, String field) {
        return "reference." + reference + ".field." + field;
    }

    /** A value of a choice field of a reference. */
    public static String referenceFieldValue(String reference, String field, String value) {
        return "reference." + reference + ".field." + field + ".value." + value;
    }

    /** What a check is called. */
    public static String check(String id) {
        return "check." + id;
    }

    /** What a check requires, in one sentence. */
    public static String checkRequired(String id) {
        return "check." + id + ".required";
    }

    /** What to do about a gap, in one sentence. */
    public static String checkRemedy(String id) {
        return "check." + id + ".remedy";
    }

    public static String checkGroup(String group) {
        return "checks." + group;
    }

    /** What a guide is called: the kind of customer. */
    public static String guide(String id) {
        return "guide." + id;
    }

    /** How such a customer is recognised, in one or two sentences. */
    public static String guideSigns(String id) {
        return "guide." + id + ".signs";
    }

    /** What to do, one piece of advice a line. */
    public static String guideAdvice(String id) {
        return "guide." + id + ".advice";
    }

    public static String guideGroup(String group) {
        return "guides." + group;
    }

    /** The title of an article. */
    public static String article(String id) {
        return "article." + id;
    }

    /** What an article says, in Markdown. */
    public static String articleText(String id) {
        return "article." + id + ".text";
    }

    public static String report(String id) {
        return "report." + id;
    }

    /** What a report answers and how it is computed, in one or two sentences. */
    public static String reportHelp(String id) {
        return "report." + id + ".help";
    }

    /** A measure of a report or tile: its column or bar. */
    public static String reportMeasure(String report, String measure) {
        return "report." + report + ".measure." + measure;
    }

    public static String reportStep(String report, String step) {
        return "report." + report + ".step." + step;
    }

    public static String tileMeasure(String tile, String measure) {
        return "tile." + tile + ".measure." + measure;
    }

    public static String tileStep(String tile, String step) {
        return "tile." + tile + ".step." + step;
    }

    /** What a play of a strategy is called. */
    public static String play(String model, String segment, String play) {
        return "strategy." + model + "." + segment + ".play." + play;
    }

    /** What to say or do in a play. */
    public static String playText(String model, String segment, String play) {
        return "strategy." + model + "." + segment + ".play." + play + ".text";
    }

    public static String workflow(String id) {
        return "workflow." + id;
    }

    /** What is done in a step. */
    public static String workflowStep(String workflow, String step) {
        return "workflow." + workflow + ".step." + step;
    }

    /** Which body answers for a step. */
    public static String workflowActor(String workflow, String step) {
        return "workflow." + workflow + ".step." + step + ".actor";
    }

    public static String screen(String id) {
        return "screen." + id;
    }

    public static String programmeTier(String tier) {
        return "programme.tier." + tier;
    }

    /** What a member tier brings, one benefit a line. */
    public static String programmeBenefits(String tier) {
        return "programme.tier." + tier + ".benefits";
    }

    /** The text bundles of one vertical: for each language tag ({@code en}, {@code zh-CN}) its texts by key. */
    public record Bundles(Map<String, Map<String, String>> byLanguage) {
        public Bundles {
            byLanguage = Map.copyOf(byLanguage);
        }

        /** The text in the language of the locale, else in English, else {@code null}. Plain text, never markup. */
        public @Nullable String find(Locale locale, String key) {
            String tag = locale.getLanguage().equals("zh") ? "zh-CN" : "en";
            String text = byLanguage.getOrDefault(tag, Map.of()).get(key);
            return text != null ? text : byLanguage.getOrDefault("en", Map.of()).get(key);
        }

        /** The text in the language of the locale, else in English, else the key itself. Plain text, never markup. */
        public String get(Locale locale, String key) {
            String text = find(locale, key);
            return text != null ? text : key;
        }
    }
}
