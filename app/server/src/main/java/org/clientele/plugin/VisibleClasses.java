package org.clientele.plugin;

import java.util.List;

/**
 * Which of the portal's classes a plugin's code sees: the two plugin APIs, the markers of PF4J and JSpecify, SLF4J for its log, and of Vaadin the
 * components with what they need. Not the UI, the page, the session and the router, whose listeners would outlive the plugin, nor what lets a
 * screen write markup or scripts of its own.
 */
final class VisibleClasses {
    private static final List<String> SHOWN = List.of(
            "org.clientele.plugins.api.",
            "org.clientele.plugins.ui.",
            "org.jspecify.annotations.",
            "org.slf4j.Logger",
            "org.slf4j.LoggerFactory",
            "org.slf4j.Marker",
            "org.slf4j.MarkerFactory",
            "org.slf4j.event.Level",
            "org.slf4j.spi.LoggingEventBuilder",
            "org.pf4j.Extension",
            "org.pf4j.ExtensionPoint",
            "com.vaadin.flow.component.",
            "com.vaadin.flow.data.",
            "com.vaadin.flow.dom.",
            "com.vaadin.flow.function.",
            "com.vaadin.flow.shared.Registration");
    private static final List<String> HIDDEN = List.of(
            "com.vaadin.flow.component.UI",
            "com.vaadin.flow.component.Html",
            "com.vaadin.flow.component.Svg",
            "com.vaadin.flow.component.dependency.",
            "com.vaadin.flow.component.internal.",
            "com.vaadin.flow.component.littemplate.",
            "com.vaadin.flow.component.page.",
            "com.vaadin.flow.component.polymertemplate.",
            "com.vaadin.flow.component.react.",
            "com.vaadin.flow.component.template.",
            "com.vaadin.flow.component.webcomponent.",
            "com.vaadin.flow.data.binder.BeanPropertySet",
            "com.vaadin.flow.data.renderer.LitRenderer",
            "com.vaadin.flow.dom.impl.");
    /** PF4J makes its own plugin object through the plugin's class loader; a plugin itself has no use for it. */
    private static final List<String> FOR_PF4J = List.of("org.pf4j.Plugin", "org.pf4j.PluginWrapper");

    private VisibleClasses() {}

    /** Whether a plugin's code may use the class of the portal's class path. */
    static boolean shows(String className) {
        return SHOWN.stream().anyMatch(shown -> covers(shown, className))
                && HIDDEN.stream().noneMatch(hidden -> covers(hidden, className));
    }

    /** Whether the class can be found through a plugin's class loader. */
    static boolean loads(String className) {
        return shows(className) || FOR_PF4J.contains(className);
    }

    /** A package with all below it, or a class with its nested classes. */
    private static boolean covers(String name, String className) {
        return name.endsWith(".")
                ? className.startsWith(name)
                : className.equals(name) || className.startsWith(name + "$");
    }
}
