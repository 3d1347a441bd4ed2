package org.clientele.plugin;

/** Somebody stopped a change of a plugin before it was made; everything is as it was. */
final class ChangeCancelled extends RuntimeException {
    ChangeCancelled(String pluginId) {
        super("The change of plugin %s was cancelled".formatted(pluginId));
    }
}
