package org.clientele.plugins.definition;

import java.util.List;
import org.clientele.plugins.api.Texts;

/** What reading a vertical's texts yields: the texts, or everything that is wrong with them. */
public sealed interface MessagesResult {
    /** Every text is there in both languages. */
    record Valid(Texts.Bundles texts) implements MessagesResult {}

    /** Texts are missing or cannot be read; at least one finding. */
    record Invalid(List<Finding> findings) implements MessagesResult {
        public Invalid {
            findings = List.copyOf(findings);
        }
    }
}
