package org.clientele.plugins.definition;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.plugins.definition.Report.Place;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Where the values of a YAML file stand; looked for only when something is reported. Not thread-safe. */
final class YamlPlaces {
    private final Node root;
    private final Map<MappingNode, Map<String, NodeTuple>> entries = new IdentityHashMap<>();

    YamlPlaces(Node root) {
        this.root = root;
    }

    /** The place of the value at a JSON pointer, or of the nearest value around it. */
    Place nearest(String pointer) {
        Entry at = new Entry(root, root);
        if (pointer.isEmpty()) {
            return at.place();
        }
        for (String step : pointer.substring(1).split("/", -1)) {
            Entry next = child(at.value(), unescape(step));
            if (next == null) {
                return at.place();
            }
            at = next;
        }
        return at.place();
    }

    /** A value and its key; the value itself where it has none. */
    private record Entry(Node value, Node key) {
        Place place() {
            Place start = YamlPlaces.place(value.getStartMark());
            Place name = YamlPlaces.place(key.getStartMark());
            return new Place(start.line(), start.column(), name.line(), name.column(), inLine(value));
        }
    }

    private @Nullable Entry child(Node parent, String step) {
        return switch (parent) {
            case MappingNode mapping -> {
                NodeTuple tuple =
                        entries.computeIfAbsent(mapping, YamlPlaces::byKey).get(step);
                yield tuple == null ? null : new Entry(tuple.getValueNode(), tuple.getKeyNode());
            }
            case SequenceNode sequence -> item(sequence.getValue(), step);
            default -> null;
        };
    }

    private static @Nullable Entry item(List<Node> items, String step) {
        boolean isIndex = step.matches("[0-9]{1,9}") && Integer.parseInt(step) < items.size();
        if (!isIndex) {
            return null;
        }
        Node item = items.get(Integer.parseInt(step));
        return new Entry(item, item);
    }

    private static Map<String, NodeTuple> byKey(MappingNode mapping) {
        Map<String, NodeTuple> byKey = new HashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                byKey.putIfAbsent(key.getValue(), tuple);
            }
        }
        return byKey;
    }

    static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private static String unescape(String step) {
        return step.replace("~1", "/").replace("~0", "~");
    }

    static Place place(Optional<Mark> mark) {
        int line = mark.map(m -> m.getLine() + 1).orElse(0);
        int column = mark.map(m -> m.getColumn() + 1).orElse(0);
        return new Place(line, column, line, column, -1);
    }

    private static int inLine(Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            return -1;
        }
        int start = node.getStartMark().map(Mark::getLine).orElse(0);
        int end = node.getEndMark().map(Mark::getLine).orElse(-1);
        if (start != end) {
            return -1;
        }
        return scalar.getScalarStyle() == ScalarStyle.PLAIN ? 0 : 1;
    }
}
