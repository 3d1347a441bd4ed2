package org.clientele.plugin.code;

/** A plugin failed as often as it may and is to be disabled. */
public record PluginFailing(String plugin) {}
