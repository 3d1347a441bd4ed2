package org.clientele.plugin;

import java.util.List;

/**
 * The code that a plugin brings.
 *
 * @param classes how many classes; 0: data only
 * @param extensions names of the classes that its definition names, in its order
 */
public record PluginCode(int classes, List<String> extensions) {
    /** Data only. */
    public static final PluginCode NONE = new PluginCode(0, List.of());

    public PluginCode {
        extensions = List.copyOf(extensions);
    }

    /** Whether there is any. */
    public boolean isPresent() {
        return classes > 0;
    }
}
