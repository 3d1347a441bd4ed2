package org.clientele.plugin;

/** A vertical was enabled, disabled or its settings changed: navigation and open screens follow. */
public record VerticalsChanged(String verticalKey) {}
