package org.clientele.plugin.code;

import java.util.Optional;

/** Tells by a stack trace whose code runs: a plugin's class loader carries its id in its name. */
public final class PluginFrames {
    private static final String LOADER = "plugin ";
    private static final int CAUSES = 10;

    private PluginFrames() {}

    /** The name of a plugin's class loader. */
    public static String loaderName(String plugin) {
        return LOADER + plugin;
    }

    /** Whose code the frame is in; empty when it is no plugin's. */
    public static Optional<String> pluginOf(StackTraceElement frame) {
        String loader = frame.getClassLoaderName();
        return loader != null && loader.startsWith(LOADER)
                ? Optional.of(loader.substring(LOADER.length()))
                : Optional.empty();
    }

    /** The plugin whose code is nearest to the top of the stack. */
    public static Optional<String> pluginOf(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            Optional<String> plugin = pluginOf(frame);
            if (plugin.isPresent()) {
                return plugin;
            }
        }
        return Optional.empty();
    }

    /** The plugin in whose code it was thrown, or through whose code it passed. */
    public static Optional<String> pluginOf(Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; cause != null && i < CAUSES; i++) {
            Optional<String> plugin = pluginOf(cause.getStackTrace());
            if (plugin.isPresent()) {
                return plugin;
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }
}
