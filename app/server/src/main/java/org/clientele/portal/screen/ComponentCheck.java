package org.clientele.portal.screen;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import java.util.ArrayDeque;
import java.util.Deque;
import org.clientele.plugin.code.PluginFrames;
import org.clientele.plugin.code.ResultTooLargeException;
import org.clientele.plugins.api.extension.WrongResultException;
import org.jspecify.annotations.Nullable;

/** What a screen's factory may return: new components of Vaadin, and not too many of them. */
final class ComponentCheck {
    static final int MAX_ELEMENTS = 10_000;
    static final int MAX_TEXT = 1_000_000;

    private ComponentCheck() {}

    /** @throws WrongResultException or {@link ResultTooLargeException} when it cannot be shown */
    static Component require(@Nullable Component component) {
        if (component == null) {
            throw new WrongResultException("null");
        }
        if (component.getElement().getParent() != null) {
            throw new WrongResultException("The component returned stands in another one already");
        }
        measure(component.getElement());
        return component;
    }

    private static void measure(Element root) {
        Deque<Element> left = new ArrayDeque<>();
        left.add(root);
        int elements = 0;
        long text = 0;
        while (!left.isEmpty()) {
            Element element = left.pop();
            elements++;
            text += length(element);
            element.getComponent().ifPresent(ComponentCheck::requireHosts);
            if (!element.isTextNode()) {
                element.getChildren().forEach(left::push);
            }
            if (elements > MAX_ELEMENTS) {
                throw new ResultTooLargeException(
                        "The screen has more than %d components; show long lists in a grid".formatted(MAX_ELEMENTS));
            }
            if (text > MAX_TEXT) {
                throw new ResultTooLargeException("The screen has more than %d characters".formatted(MAX_TEXT));
            }
        }
    }

    /** Characters that the element sends to the browser. */
    private static long length(Element element) {
        if (element.isTextNode()) {
            return element.getText().length();
        }
        long properties = element.getPropertyNames()
                .map(element::getPropertyRaw)
                .mapToLong(value -> String.valueOf(value).length())
                .sum();
        long attributes = element.getAttributeNames()
                .map(element::getAttribute)
                .mapToLong(value -> String.valueOf(value).length())
                .sum();
        return properties + attributes;
    }

    /** Vaadin keeps every component class for ever; the inspection of the jar finds them before. */
    private static void requireHosts(Component component) {
        ClassLoader loader = component.getClass().getClassLoader();
        String name = loader == null ? null : loader.getName();
        if (name != null && name.startsWith(PluginFrames.loaderName(""))) {
            throw new WrongResultException(component.getClass().getName() + " is a component of the plugin's own");
        }
    }
}
