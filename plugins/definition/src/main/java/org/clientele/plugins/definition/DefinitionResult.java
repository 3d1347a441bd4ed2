package org.clientele.plugins.definition;

import java.util.List;
import org.clientele.plugins.api.VerticalDefinition;

/** What reading a definition yields: the definition, or everything that is wrong with it. */
public sealed interface DefinitionResult {
    /** The definition holds together. */
    record Valid(VerticalDefinition definition) implements DefinitionResult {}

    /** The definition cannot be used; at least one finding, in the order of the file. */
    record Invalid(List<Finding> findings) implements DefinitionResult {
        public Invalid {
            findings = List.copyOf(findings);
        }
    }
}
