package org.clientele.plugin;

/** Why a jar may be loaded, or may not. */
public enum Trust {
    /** It came with the portal and its SHA-512 is the listed one. */
    BUNDLED,
    /** Every file in it is signed by somebody whom the trust list names. */
    SIGNED,
    /** Nobody vouches for it; it was taken in developer mode and is marked so everywhere. */
    DEVELOPER,
    /** Its signer was revoked after it had been taken; it is never loaded. */
    REVOKED,
    /** Its bytes are not those that were listed or taken; it is never loaded. */
    ALTERED
}
