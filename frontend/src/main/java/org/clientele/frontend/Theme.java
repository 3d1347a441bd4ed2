package org.clientele.frontend;

/** Where the stylesheet is served; load it after Aura: {@code @StyleSheet(Aura.STYLESHEET) @StyleSheet(Theme.STYLESHEET)}. */
public final class Theme {
    public static final String STYLESHEET = "clientele.css";

    private Theme() {}
}
