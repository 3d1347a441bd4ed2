package org.clientele.plugin.code;

/** A screen of a plugin that somebody has open. */
public interface OpenScreen {
    /** The screen. */
    Piece piece();

    /** Ends the person's session when a call in it never ends, so that at least a new one works. Called without the session's lock. */
    void evictIfStuck();
}
