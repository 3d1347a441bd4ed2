package org.clientele.plugin;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The code that a plugin brings.
 *
 * @param digests SHA-256 of each class by its name; none: data only
 * @param extensions names of the classes that its definition names, in its order
 */
public record PluginCode(Map<String, String> digests, List<String> extensions) {
    /** Data only. */
    public static final PluginCode NONE = new PluginCode(Map.of(), List.of());

    public PluginCode {
        digests = Map.copyOf(digests);
        extensions = List.copyOf(extensions);
    }

    /** How many classes. */
    public int classes() {
        return digests.size();
    }

    /** Whether there is any. */
    public boolean isPresent() {
        return !digests.isEmpty();
    }

    /** How many classes one of the two has that the other has not, or has otherwise. */
    long differences(PluginCode other) {
        return Stream.concat(digests.keySet().stream(), other.digests.keySet().stream())
                .distinct()
                .filter(type -> !Objects.equals(digests.get(type), other.digests.get(type)))
                .count();
    }
}
