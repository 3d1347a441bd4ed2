package org.clientele.plugin.code;

/**
 * What of a plugin is code, and what is lost when that fails.
 *
 * @param plugin the plugin's id
 * @param id of the model, check or screen in the definition
 */
public record Piece(String plugin, Kind kind, String id) {
    /** What the code makes. */
    public enum Kind {
        MODEL,
        CHECK,
        SCREEN
    }
}
