package org.clientele.plugin;

import org.clientele.common.Problem;
import org.clientele.plugins.api.FieldType;

/** A definition gives a field another type than the data kept for it has; nothing was changed. */
public class FieldChangedProblem extends Problem {
    public FieldChangedProblem(String owner, String field, FieldType kept, FieldType declared) {
        super("plugin.problem.field-changed", owner, field, kept.name(), declared.name());
    }
}
