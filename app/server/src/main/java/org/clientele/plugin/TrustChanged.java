package org.clientele.plugin;

/** A signer was added to the trust list or revoked: what vouches for a plugin may be another now. */
public record TrustChanged() {}
