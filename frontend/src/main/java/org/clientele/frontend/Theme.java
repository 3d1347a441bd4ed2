package org.clientele.frontend;

import com.vaadin.flow.component.dependency.JsModule;

/** Where the stylesheet is served; load it after Aura: {@code @StyleSheet(Aura.STYLESHEET) @StyleSheet(Theme.STYLESHEET)}. */
@JsModule("./clientele/scheme.ts")
public final class Theme {
    public static final String STYLESHEET = "clientele.css";

    /** Where the browser keeps the choice of {@code light} or {@code dark}; it is applied before the first view is drawn. */
    public static final String SCHEME_KEY = "clientele.scheme";

    private Theme() {}
}
