package org.clientele.plugin;

/** Ends work as if the process had been killed: nothing that cleans up after a failure hears of it. */
final class SimulatedCrash extends Error {}
