package org.clientele.plugins.definition.reference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The reference of the definition language as a page, made from the schema alone. */
final class ReferencePage {
    private static final String INTRODUCTION = """
            # vertical.yaml, key by key

            Made from [vertical.schema.json](vertical.schema.json) by `./clientele docs`; change the schema, not this page. What the parts are for and how
            conditions are written is told in [vertical.md](vertical.md), how to begin in [plugin-guide.md](plugin-guide.md). Keys in **bold** are
            needed.
            """;

    private final JsonNode schema;
    private final SchemaWords words;
    private final Set<String> written = new LinkedHashSet<>();
    private final List<String> titles = new ArrayList<>();
    private final StringBuilder sections = new StringBuilder();

    private ReferencePage(JsonNode schema) {
        this.schema = schema;
        this.words = new SchemaWords(schema.path("$defs"));
    }

    /** The page in Markdown. */
    static String of(JsonNode schema) {
        return new ReferencePage(schema).write();
    }

    private String write() {
        section("The file", schema);
        smallParts();
        StringBuilder page = new StringBuilder(INTRODUCTION).append('\n');
        titles.forEach(title -> page.append(title.contains(": ") ? "  - " : "- ")
                .append(SchemaWords.link(title))
                .append('\n'));
        return page.append(sections).toString();
    }

    private void section(String title, JsonNode part) {
        titles.add(title);
        line("");
        line((title.contains(": ") ? "### " : "## ") + title);
        line("");
        if (!titles.getFirst().equals(title)) {
            line(words.description(part));
            line("");
        }
        if (part.has("allOf")) {
            kinds(part);
        } else {
            keys(title, part);
            examples(part);
            inner(title, part);
            if (!part.path("properties").path("kind").has("const")) {
                pointed(part);
            }
        }
    }

    private void kinds(JsonNode part) {
        JsonNode kind = part.path("properties").path("kind");
        line("| `kind` | meaning |");
        line("|---|---|");
        List<String> names = new ArrayList<>();
        part.path("allOf")
                .forEach(option ->
                        names.add(SchemaWords.target(option.path("then")).orElseThrow()));
        for (int i = 0; i < names.size(); i++) {
            String word = kind.path("enum").get(i).asString();
            String link = "[`" + word + "`](#" + SchemaWords.anchor(words.sectionOf(names.get(i))) + ")";
            line("| " + link + " | " + kind.path("enumDescriptions").get(i).asString() + " |");
        }
        names.forEach(this::definition);
        names.forEach(name -> pointed(words.definition(name)));
    }

    private void keys(String title, JsonNode part) {
        Set<String> needed = new LinkedHashSet<>();
        part.path("required").forEach(key -> needed.add(key.asString()));
        line("| key | value | meaning |");
        line("|---|---|---|");
        part.path("properties").forEachEntry((key, value) -> {
            String name = needed.contains(key) ? "**`" + key + "`**" : "`" + key + "`";
            String type = words.type(value, title + ": " + key);
            line("| " + name + " | " + type + " | " + words.description(value) + " |");
        });
        part.path("properties").forEachEntry((key, value) -> {
            if (value.has("enumDescriptions")) {
                meanings(key, value);
            }
        });
    }

    private void meanings(String key, JsonNode value) {
        line("");
        line("| `" + key + "` | meaning |");
        line("|---|---|");
        for (int i = 0; i < value.path("enum").size(); i++) {
            line("| `" + value.path("enum").get(i).asString() + "` | "
                    + value.path("enumDescriptions").get(i).asString() + " |");
        }
    }

    private void examples(JsonNode part) {
        if (!part.has("examples")) {
            return;
        }
        line("");
        line("```yaml");
        part.path("examples").forEach(example -> YamlText.indented("- ", YamlText.lines(example))
                .forEach(this::line));
        line("```");
    }

    /** Parts that stand inside this one. */
    private void inner(String title, JsonNode part) {
        part.path("properties").forEachEntry((key, value) -> {
            JsonNode inline = value.has("items") ? value.path("items") : value;
            if (SchemaWords.isPart(inline)) {
                section(title + ": " + key, inline);
            }
        });
    }

    /** Definitions that this part points to; those of kinds come behind the last kind. */
    private void pointed(JsonNode part) {
        part.path("properties").forEachEntry((key, value) -> {
            JsonNode pointing = value.has("items") ? value.path("items") : value;
            SchemaWords.target(pointing).ifPresent(this::definition);
        });
    }

    /** Writes a definition once, where it is first needed. */
    private void definition(String name) {
        JsonNode definition = words.definition(name);
        JsonNode items = definition.path("items");
        if (SchemaWords.isPart(definition)) {
            if (written.add(name)) {
                section(words.sectionOf(name), definition);
            }
        } else {
            SchemaWords.target(items).ifPresent(this::definition);
        }
    }

    private void smallParts() {
        titles.add("Small parts");
        line("");
        line("## Small parts");
        line("");
        line("| part | value | meaning |");
        line("|---|---|---|");
        schema.path("$defs").forEachEntry((name, definition) -> {
            if (!SchemaWords.isPart(definition) && !definition.has("items")) {
                line("| " + name + " | " + words.type(definition, name) + " | " + words.description(definition) + " |");
            }
        });
    }

    private void line(String line) {
        sections.append(line).append('\n');
    }
}
