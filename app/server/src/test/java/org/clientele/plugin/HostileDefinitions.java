package org.clientele.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clientele.plugins.definition.FindingKind;

/** Definitions and texts that somebody might write to fill memory or to keep a processor busy, by what is wrong with them. */
final class HostileDefinitions {
    private final List<Case> cases = new ArrayList<>();

    private HostileDefinitions() {}

    /**
     * A file of a whole plugin, changed.
     *
     * @param kind what is found first
     */
    record Case(String name, FindingKind kind, String file, UnaryOperator<String> change) {}

    static List<Case> all() {
        HostileDefinitions corpus = new HostileDefinitions();
        corpus.yaml();
        corpus.numbers();
        corpus.conditions();
        corpus.texts();
        return List.copyOf(corpus.cases);
    }

    private void yaml(String name, FindingKind kind, UnaryOperator<String> change) {
        cases.add(new Case("YAML: " + name, kind, "vertical.yaml", change));
    }

    private void texts(String name, FindingKind kind, UnaryOperator<String> change) {
        cases.add(new Case("texts: " + name, kind, "messages.properties", change));
    }

    private void yaml() {
        yaml("anchors", FindingKind.YAML_FEATURE, yaml -> "x: &x [1, 2]\n" + yaml + "y: *x\n");
        yaml(
                "billion laughs",
                FindingKind.YAML_FEATURE,
                yaml -> "a0: &a0 [lol, lol]\n"
                        + repeated(29, i -> "a%d: &a%d [*a%d, *a%d]\n".formatted(i + 1, i + 1, i, i)));
        yaml("an anchor in itself", FindingKind.YAML_FEATURE, yaml -> yaml + "x: &x [*x]\n");
        yaml("merged keys", FindingKind.UNKNOWN_KEY, yaml -> yaml + "<<: { id: other }\n");
        yaml("depth", FindingKind.YAML_TOO_DEEP, yaml -> "a: " + "[".repeat(5_000) + "]".repeat(5_000) + "\n" + yaml);
        yaml(
                "depth by indentation",
                FindingKind.YAML_TOO_DEEP,
                yaml -> yaml + repeated(900, i -> " ".repeat(i) + "a:\n"));
        yaml(
                "tag",
                FindingKind.YAML_FEATURE,
                yaml -> yaml.replace("id: kiosk", "id: !!javax.script.ScriptEngineManager kiosk"));
        yaml(
                "tag of a collection",
                FindingKind.YAML_FEATURE,
                yaml -> yaml + "x: !!java.net.URLClassLoader [[!!java.net.URL [\"http://example.com\"]]]\n");
        yaml("two documents", FindingKind.YAML_FEATURE, yaml -> yaml + "---\nid: other\n");
        yaml("key twice", FindingKind.DUPLICATE_KEY, yaml -> yaml + "id: other\n");
        yaml("no text at all", FindingKind.YAML_FEATURE, yaml -> "\0\1\2");
    }

    private void numbers() {
        yaml(
                "huge scalar",
                FindingKind.BAD_FORMAT,
                yaml -> yaml.replace("icon: store\ncurrency", "icon: " + "s".repeat(500_000) + "\ncurrency"));
        yaml("huge number", FindingKind.WRONG_TYPE, yaml -> yaml.replace("[1000]", "[" + "9".repeat(500_000) + "]"));
        yaml("many values", FindingKind.TOO_MANY_VALUES, yaml -> yaml + "extra: [" + "1,".repeat(200_000) + "1]\n");
        yaml(
                "many keys",
                FindingKind.TOO_MANY_VALUES,
                yaml -> yaml + "extra: {" + repeated(30_000, i -> "k" + i + ": 1,") + "}\n");
        yaml(
                "long keys around many values",
                FindingKind.KEY_TOO_LONG,
                yaml -> yaml + nested(40, "k".repeat(1_000), "[" + "1,".repeat(12_000) + "1]"));
        yaml(
                "keys as long as may be around many values",
                FindingKind.UNKNOWN_KEY,
                yaml -> yaml + nested(40, "k".repeat(200), "[" + "1,".repeat(12_000) + "1]"));
        yaml(
                "one key that fills the file",
                FindingKind.KEY_TOO_LONG,
                yaml -> yaml + "? " + "k".repeat(450_000) + "\n: [" + "1,".repeat(12_000) + "1]\n");
        yaml(
                "mistakes without number",
                FindingKind.MISSING_KEY,
                yaml -> yaml.replace("attributes:\n", "attributes:\n" + "  - {}\n".repeat(14_000)));
        yaml(
                "unknown keys without number",
                FindingKind.UNKNOWN_KEY,
                yaml -> yaml + repeated(7_000, i -> "currencz%04d: 1\n".formatted(i)));
        yaml("the same key without number", FindingKind.DUPLICATE_KEY, yaml -> yaml + "k: 1\n".repeat(7_000));
        yaml("comments only", FindingKind.YAML_SYNTAX, yaml -> "# ...\n".repeat(80_000));
    }

    private void conditions() {
        condition("long condition", FindingKind.WRONG_LENGTH, "monetary > 1 && ".repeat(4_000) + "true");
        condition(
                "deep condition",
                FindingKind.EXPRESSION_TOO_DEEP,
                "(".repeat(1_900) + "monetary > 1" + ")".repeat(1_900));
        condition("condition out of the language", FindingKind.EXPRESSION_UNKNOWN_NAME, "[1].map(x, [1].map(y, x))");
        condition("list in list", FindingKind.EXPRESSION_TOO_DEEP, "[".repeat(1_900) + "]".repeat(1_900));
        condition(
                "choice without end",
                FindingKind.EXPRESSION_SYNTAX,
                "true ? ".repeat(280) + "true" + " : true".repeat(280));
        condition("sum without end", FindingKind.EXPRESSION_TOO_DEEP, "1+".repeat(1_900) + "\"\" > 1");
        condition("names without end", FindingKind.EXPRESSION_TOO_DEEP, "a" + ".b".repeat(1_900));
        condition("calls in calls", FindingKind.EXPRESSION_TOO_DEEP, "date(".repeat(600) + ")".repeat(600));
        condition("long list", FindingKind.EXPRESSION_LIST, "amount in [" + "1,".repeat(1_900) + "1]");
        condition("nothing but mistakes", FindingKind.EXPRESSION_SYNTAX, "@ ".repeat(1_900));
        yaml(
                "many long conditions",
                FindingKind.EXPRESSION_TOO_DEEP,
                yaml -> yaml.replace("models:", metrics(120, "1+".repeat(1_900) + "amount > 1") + "models:"));
        yaml(
                "many long wrong conditions",
                FindingKind.EXPRESSION_TOO_DEEP,
                yaml -> yaml.replace("models:", metrics(120, "1+".repeat(1_900) + "other > 1") + "models:"));
        yaml(
                "many conditions",
                FindingKind.WRONG_COUNT,
                yaml -> yaml.replace("models:", metrics(900, "amount > 1 && amount < 5") + "models:"));
    }

    private void texts() {
        texts("lines without number", FindingKind.TOO_MANY_VALUES, texts -> texts + "a\n".repeat(250_000));
        texts(
                "a line without end",
                FindingKind.TEXT_MISSING,
                texts -> texts.replace("vertical.name=", "vertical.nome=") + "x=\\\n" + "y\\\n".repeat(12_000));
        texts("broken signs", FindingKind.TEXT_MALFORMED, texts -> texts + "a=\\uZZZZ\n".repeat(12_000));
        texts(
                "the same key without number",
                FindingKind.DUPLICATE_KEY,
                texts -> texts + "vertical.name=x\n".repeat(12_000));
        texts("other texts only", FindingKind.TEXT_MISSING, texts -> repeated(12_000, i -> "key.%d=x\n".formatted(i)));
    }

    private void condition(String name, FindingKind kind, String condition) {
        yaml(name, kind, yaml -> yaml.replace("field: amount }", "field: amount, where: '" + condition + "' }"));
    }

    private static String metrics(int count, String condition) {
        return repeated(
                count,
                i -> "  - { id: m%d, type: count, layer: value, aggregate: count, activity: purchase, where: '%s' }\n"
                        .formatted(i, condition));
    }

    private static String nested(int depth, String key, String value) {
        return repeated(depth, i -> " ".repeat(i) + key + ":\n") + " ".repeat(depth) + value + "\n";
    }

    private static String repeated(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining());
    }
}
