package org.clientele.plugins.ui;

import java.util.Locale;

/**
 * What a screen knows of the portal, for one visit of one person. Whatever is asked or changed is asked and changed on behalf of that
 * person, with their rights. To be used while the screen is created and from listeners of its components; after the visit calls fail
 * with {@link IllegalStateException}.
 */
public interface ScreenContext {
    /** The language of the person. */
    Locale locale();

    /**
     * A text of the plugin in the person's language, to be shown as text.
     *
     * @param key a key of the plugin's {@code messages*.properties}; the key itself is returned where there is no such text
     * @param arguments put in place of {0}, {1} … as they are written by {@link String#valueOf(Object)}
     */
    String text(String key, Object... arguments);

    /** How names, numbers, money and dates are written. */
    ScreenFormats formats();

    /** The vertical's customers, metrics, segments and checks, to read. */
    ScreenData data();

    /** Changes that the portal makes on behalf of the person. */
    ScreenChanges changes();

    /** Addresses of the portal's pages. */
    ScreenLinks links();

    /** The portal's own building blocks, so that a screen looks like the others. */
    ScreenParts parts();

    /** Whether the person may do something in this vertical; what is not allowed is refused anyway. */
    boolean may(ScreenRight right);

    /** What the person is called. */
    String userName();

    /**
     * Calls the listener, with the session locked, whenever customers or what is computed about them changed; typically to read again and
     * refresh grids. One listener; a later one takes the place of the one before.
     */
    void onDataChange(Runnable listener);
}
