package org.clientele.plugin.code;

import java.util.Optional;

/** The code of the plugins that are loaded now. Thread-safe. */
public interface Extensions {
    /** The plugin's code; empty when the plugin is not loaded. */
    Optional<Code> find(String plugin);

    /**
     * The code of one loaded plugin. Keep it no longer than a call takes.
     *
     * @param generation another number each time a plugin is loaded
     */
    record Code(ClassLoader loader, String version, long generation) {
        /**
         * Makes an extension. Runs the plugin's constructor: call it on a thread for plugins' code.
         *
         * @throws ReflectiveOperationException when there is no such class, or its constructor fails
         * @throws ClassCastException when the class does not implement the extension point
         */
        <E> E create(Class<E> point, String className) throws ReflectiveOperationException {
            Object extension =
                    Class.forName(className, true, loader).getConstructor().newInstance();
            return point.cast(extension);
        }
    }
}
