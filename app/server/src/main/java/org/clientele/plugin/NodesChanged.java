package org.clientele.plugin;

/** A running portal on the same database has gone: what it worked on was left. */
public record NodesChanged() {}
