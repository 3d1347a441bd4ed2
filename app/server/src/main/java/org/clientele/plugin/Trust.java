package org.clientele.plugin;

/** Why a jar may be loaded. */
public enum Trust {
    /** It came with the portal and its SHA-512 is the listed one. */
    BUNDLED,
    /** Nobody vouches for it; it was taken in developer mode and is marked so everywhere. */
    DEVELOPER,
    /** Its bytes are not those that were listed or taken; it is never loaded. */
    ALTERED
}
