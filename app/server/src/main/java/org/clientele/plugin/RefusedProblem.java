package org.clientele.plugin;

import java.util.List;
import org.clientele.common.Problem;
import org.clientele.plugins.definition.Finding;

/** A jar was not taken: its message names what was found and what was expected. Nothing was installed. */
public class RefusedProblem extends Problem {
    private final transient List<Finding> findings;

    public RefusedProblem(String reason, Object... arguments) {
        super("plugin.refused." + reason, arguments);
        this.findings = List.of();
    }

    /** The definition or its texts are wrong at one or more places. */
    public RefusedProblem(List<Finding> findings) {
        super("plugin.refused.definition", findings.size());
        this.findings = List.copyOf(findings);
    }

    /** Names the findings too: a definition holds no personal data. */
    @Override
    public String getMessage() {
        return key() + " " + (findings.isEmpty() ? List.of(arguments()) : findings);
    }

    /** What is wrong in the definition, place by place; empty when the jar itself was refused. */
    public List<Finding> findings() {
        return findings;
    }
}
