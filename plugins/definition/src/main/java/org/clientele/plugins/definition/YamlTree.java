package org.clientele.plugins.definition;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.clientele.plugins.definition.Report.Place;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A YAML file as a JSON tree that knows its lines. Only plain YAML is taken: one document, no anchors, aliases or tags, keys
 * once, bounded size, depth and number of values.
 */
final class YamlTree {
    private static final int MAX_DEPTH = 50;

    /** Longer than the headers of any file that a preset names. */
    private static final int LONGEST_KEY = 200;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Report report;
    private final JsonNode root;

    private YamlTree(Node node, Report report) {
        this.report = report;
        this.root = convert(node, Path.ROOT);
        report.places(new YamlPlaces(node));
    }

    /** The way to a value; written out only for what is reported, because thousands of long paths would cost a lot of memory. */
    private record Path(@Nullable Path parent, String step) {
        static final Path ROOT = new Path(null, "");

        Path child(String key) {
            return new Path(this, key);
        }

        String pointer() {
            return parent == null ? "" : parent.pointer() + "/" + YamlPlaces.escape(step);
        }
    }

    JsonNode root() {
        return root;
    }

    /** The tree, or null when the report says why there is none. */
    static @Nullable YamlTree read(byte[] bytes, Report report) {
        String text = decode(bytes, report);
        if (text == null) {
            return null;
        }
        LoadSettings settings = LoadSettings.builder()
                .setAllowDuplicateKeys(true)
                .setCodePointLimit(DefinitionReader.MAX_BYTES)
                .setMaxAliasesForCollections(0)
                // Read at once: in pieces, a text of a megabyte is copied again for every piece.
                .setBufferSize(Math.max(text.length(), 1))
                .build();
        try {
            if (!isPlain(new Parse(settings).parseString(text), report)) {
                return null;
            }
            Optional<Node> node = new Compose(settings).composeString(text);
            if (node.isEmpty()) {
                report.addAt(FindingKind.YAML_SYNTAX, 1, 1, "", Words.NOTHING, List.of());
                return null;
            }
            return new YamlTree(node.get(), report);
        } catch (ReaderException e) {
            String sign = "U+%04X".formatted(e.getCodePoint());
            report.addAt(FindingKind.YAML_FEATURE, line(text, e.getPosition()), 0, "", sign, List.of());
            return null;
        } catch (YamlEngineException e) {
            reportSyntax(e, report);
            return null;
        }
    }

    private static @Nullable String decode(byte[] bytes, Report report) {
        if (bytes.length > DefinitionReader.MAX_BYTES) {
            report.add(FindingKind.FILE_TOO_LARGE, "", bytes.length, String.valueOf(DefinitionReader.MAX_BYTES));
            return null;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            report.addAt(FindingKind.NOT_UTF8, Utf8.firstBadLine(bytes), 0, "", "", List.of());
            return null;
        }
    }

    /** Looks at the events first, because composing a deep or cyclic document is what the bounds protect from. */
    private static boolean isPlain(Iterable<Event> events, Report report) {
        int depth = 0;
        int documents = 0;
        int values = 0;
        for (Event event : events) {
            switch (event) {
                case CollectionStartEvent start -> {
                    depth++;
                    values++;
                }
                case CollectionEndEvent end -> depth--;
                case ScalarEvent scalar -> values++;
                case DocumentStartEvent start -> documents++;
                default -> {} // the end of a document, and the stream itself
            }
            String feature = documents > 1 ? "---" : feature(event);
            if (depth > MAX_DEPTH) {
                reportAt(FindingKind.YAML_TOO_DEEP, event, depth, report, String.valueOf(MAX_DEPTH));
                return false;
            }
            if (values > DefinitionReader.MAX_VALUES) {
                reportAt(
                        FindingKind.TOO_MANY_VALUES,
                        event,
                        values,
                        report,
                        String.valueOf(DefinitionReader.MAX_VALUES));
                return false;
            }
            if (feature != null) {
                reportAt(FindingKind.YAML_FEATURE, event, feature, report);
                return false;
            }
        }
        return true;
    }

    private static @Nullable String feature(Event event) {
        Optional<String> tag =
                switch (event) {
                    case ScalarEvent scalar -> scalar.getTag();
                    case CollectionStartEvent start -> start.getTag();
                    default -> Optional.empty();
                };
        if (tag.isPresent()) {
            return tag.get();
        }
        if (event instanceof AliasEvent alias) {
            return "*" + alias.getAlias().getValue();
        }
        return event instanceof NodeEvent node
                ? node.getAnchor().map(anchor -> "&" + anchor.getValue()).orElse(null)
                : null;
    }

    private static void reportAt(FindingKind kind, Event event, Object found, Report report, String... expected) {
        Place place = YamlPlaces.place(event.getStartMark());
        report.addAt(kind, place.line(), place.column(), "", found, List.of(expected));
    }

    private static int line(String text, int position) {
        int end = Math.clamp(position, 0, text.length());
        return 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
    }

    private static void reportSyntax(YamlEngineException e, Report report) {
        if (e instanceof MarkedYamlEngineException marked) {
            Place place = YamlPlaces.place(marked.getProblemMark());
            report.addAt(FindingKind.YAML_SYNTAX, place.line(), place.column(), "", marked.getProblem(), List.of());
        } else {
            report.addAt(FindingKind.YAML_SYNTAX, 1, 0, "", String.valueOf(e.getMessage()), List.of());
        }
    }

    private JsonNode convert(Node node, Path path) {
        return switch (node) {
            case MappingNode mapping -> convertMapping(mapping, path);
            case SequenceNode sequence -> convertSequence(sequence, path);
            case ScalarNode scalar -> convertScalar(scalar);
            default ->
                throw new IllegalStateException("YAML node " + node.getNodeType() + " passed the check for aliases");
        };
    }

    private ObjectNode convertMapping(MappingNode mapping, Path path) {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple entry : mapping.getValue()) {
            Place place = YamlPlaces.place(entry.getKeyNode().getStartMark());
            if (!(entry.getKeyNode() instanceof ScalarNode scalar)) {
                report.addAt(FindingKind.YAML_FEATURE, place.line(), place.column(), path.pointer(), "?", List.of());
                continue;
            }
            String key = scalar.getValue();
            if (key.length() > LONGEST_KEY) {
                List<String> most = List.of(String.valueOf(LONGEST_KEY));
                report.addAt(FindingKind.KEY_TOO_LONG, place.line(), place.column(), path.pointer(), key, most);
            } else if (object.has(key)) {
                String twice = path.child(key).pointer();
                report.addAt(FindingKind.DUPLICATE_KEY, place.line(), place.column(), twice, key, List.of());
            } else {
                object.set(key, convert(entry.getValueNode(), path.child(key)));
            }
        }
        return object;
    }

    private ArrayNode convertSequence(SequenceNode sequence, Path path) {
        ArrayNode array = JSON.arrayNode();
        int index = 0;
        for (Node item : sequence.getValue()) {
            array.add(convert(item, path.child(String.valueOf(index++))));
        }
        return array;
    }

    private static JsonNode convertScalar(ScalarNode scalar) {
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.NULL)) {
            return JSON.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return JSON.booleanNode(Boolean.parseBoolean(text));
        }
        // Longer numerals are no sane value of a definition and would cost time to read.
        if (tag.equals(Tag.INT) && text.length() <= 18) {
            return JSON.numberNode(new BigInteger(text).longValueExact());
        }
        if (tag.equals(Tag.FLOAT) && text.matches("-?[0-9.]{1,30}([eE][-+]?[0-9]{1,2})?")) {
            return JSON.numberNode(new BigDecimal(text));
        }
        return JSON.stringNode(text);
    }
}
