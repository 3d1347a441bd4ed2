package org.clientele.plugins.definition;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Checks a definition against {@code vertical.schema.json}. */
final class SchemaCheck {
    /** The schema as it is published. */
    static final String SCHEMA = resource("vertical.schema.json");

    /** The meanings of words, which editors show; nothing to validate. */
    private static final com.networknt.schema.dialect.Dialect DIALECT = com.networknt.schema.dialect.Dialect.builder(
                    Dialects.getDraft202012())
            .keyword(new NonValidationKeyword("enumDescriptions"))
            .build();

    static final Schema VALIDATOR = SchemaRegistry.withDefaultDialect(DIALECT).getSchema(SCHEMA);

    private SchemaCheck() {}

    static void check(YamlTree tree, Report report) {
        for (Error error : new FewErrors().of(tree.root())) {
            if (report.isFull()) {
                return;
            }
            report(error, tree.root(), report);
        }
    }

    /** Stops when there are more errors than anybody is told of; a file made to have them has a hundred thousand. */
    @SuppressWarnings("serial") // lives for the length of one check
    private static final class FewErrors extends ArrayList<Error> {
        private final transient IllegalStateException enough = new IllegalStateException("There are errors enough");

        List<Error> of(JsonNode root) {
            try {
                VALIDATOR.validate(root, (ExecutionContext context) -> context.setErrors(this));
            } catch (IllegalStateException stopped) {
                if (stopped != enough) {
                    throw stopped;
                }
            }
            return this;
        }

        @Override
        public boolean add(Error error) {
            if (size() >= Report.MAX_FINDINGS) {
                throw enough;
            }
            return super.add(error);
        }
    }

    private static void report(Error error, JsonNode root, Report report) {
        String path = pointer(error);
        JsonNode value = root.at(path);
        JsonNode schema = error.getSchemaNode();
        String property = String.valueOf(error.getProperty());
        switch (error.getKeyword()) {
            case "required" -> report.addAtKey(FindingKind.MISSING_KEY, path, property, List.of(property));
            case "additionalProperties" ->
                report.addAtKey(
                        FindingKind.UNKNOWN_KEY,
                        path + "/" + property,
                        property,
                        Spelling.nearest(property, keys(error)));
            case "type" -> report.add(FindingKind.WRONG_TYPE, path, literal(value), types(schema));
            case "enum", "const" -> report.add(FindingKind.VALUE_NOT_LISTED, path, describe(value), texts(schema));
            case "pattern" -> report.add(FindingKind.BAD_FORMAT, path, describe(value), texts(schema));
            case "propertyNames" ->
                report.add(
                        FindingKind.BAD_FORMAT,
                        path,
                        property,
                        schema.path("pattern").asString(""));
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" ->
                report.add(
                        FindingKind.OUT_OF_RANGE, path, describe(value), sign(error.getKeyword()) + schema.asString());
            case "minLength", "maxLength" ->
                report.add(FindingKind.WRONG_LENGTH, path, length(value), sign(error.getKeyword()) + schema.asString());
            case "minItems", "maxItems", "minProperties", "maxProperties" ->
                report.add(FindingKind.WRONG_COUNT, path, value.size(), sign(error.getKeyword()) + schema.asString());
            case "oneOf" -> reportAlternatives(value, schema, path, report);
            case "uniqueItems" -> report.add(FindingKind.REPEATED_ITEM, path, describe(value));
            default -> report.add(FindingKind.SCHEMA_OTHER, path, describe(value), error.getMessage());
        }
    }

    /** One of several keys has to be there, and only one. */
    private static void reportAlternatives(JsonNode value, JsonNode options, String path, Report report) {
        List<String> keys = new ArrayList<>();
        options.forEach(option -> option.path("required").forEach(key -> keys.add(key.asString())));
        List<String> given = keys.stream().filter(value::has).toList();
        if (given.isEmpty()) {
            report.addAtKey(FindingKind.MISSING_KEY, path, keys.getFirst(), keys);
        }
        given.stream()
                .skip(1)
                .forEach(key -> report.addAtKey(
                        FindingKind.NOT_ALLOWED_HERE, path + "/" + key, key, List.of(given.getFirst())));
    }

    private static String pointer(Error error) {
        StringBuilder pointer = new StringBuilder();
        for (int i = 0; i < error.getInstanceLocation().getNameCount(); i++) {
            String name = String.valueOf(error.getInstanceLocation().getElement(i));
            pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    /** The keys that the object may have: the schema node of an error is the keyword's value, its parent holds the properties. */
    private static List<String> keys(Error error) {
        String location = error.getSchemaLocation().getFragment().toString();
        int end = location.lastIndexOf('/');
        JsonNode parent = VALIDATOR.getSchemaNode().at(end <= 0 ? "" : location.substring(0, end));
        return List.copyOf(parent.path("properties").propertyNames());
    }

    private static List<String> types(JsonNode schema) {
        List<String> types = new ArrayList<>();
        texts(schema).forEach(type -> types.add(typeWord(type)));
        return types;
    }

    private static String typeWord(String type) {
        return switch (type) {
            case "string" -> Words.TEXT;
            case "integer" -> Words.WHOLE_NUMBER;
            case "number" -> Words.NUMBER;
            case "boolean" -> Words.TRUTH;
            case "array" -> Words.LIST;
            case "object" -> Words.MAPPING;
            default -> type;
        };
    }

    private static List<String> texts(JsonNode node) {
        if (!node.isArray()) {
            return List.of(describe(node));
        }
        List<String> texts = new ArrayList<>();
        node.forEach(item -> texts.add(describe(item)));
        return texts;
    }

    private static String sign(String keyword) {
        return switch (keyword) {
            case "exclusiveMinimum" -> "> ";
            case "exclusiveMaximum" -> "< ";
            default -> keyword.startsWith("min") ? "≥ " : "≤ ";
        };
    }

    private static int length(JsonNode value) {
        String text = value.asString();
        return text.codePointCount(0, text.length());
    }

    private static String describe(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return Words.NOTHING;
        }
        return value.isString() ? value.asString() : value.toString();
    }

    /** Texts in quotes, so that "5" is seen to differ from 5. */
    private static String literal(JsonNode value) {
        return value.isString() ? value.toString() : describe(value);
    }

    private static String resource(String name) {
        try (InputStream in = SchemaCheck.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The module lacks its resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the resource " + name, e);
        }
    }
}
