package org.clientele.plugin;

/** An installed plugin that a certificate of the trust list vouches, or vouched, for. */
public record SignedPlugin(String id, String version, boolean enabled) {}
