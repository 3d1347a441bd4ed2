package org.clientele.access;

/**
 * A role in one vertical, or in all.
 *
 * @param verticalKey key of a vertical, or {@link #EVERYWHERE}
 */
public record Grant(Role role, String verticalKey) {
    public static final String EVERYWHERE = "*";

    public boolean covers(String key) {
        return verticalKey.equals(EVERYWHERE) || verticalKey.equals(key);
    }
}
