package org.clientele.plugin;

import org.clientele.common.Problem;

/** A plugin needs another one that is not enabled. */
class DependencyProblem extends Problem {
    DependencyProblem(String id, String needed) {
        super("plugin.problem.dependency", id, needed);
    }
}
