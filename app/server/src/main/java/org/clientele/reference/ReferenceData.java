package org.clientele.reference;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.clientele.engine.column.ReferenceColumns;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ReferenceDefinition;
import org.clientele.reference.persistence.ReferenceDao;
import org.springframework.stereotype.Service;

/** Loads the references of a vertical into the engine's columns. Callers check rights. */
@Service
public class ReferenceData {
    private final ReferenceDao references;

    public ReferenceData(ReferenceDao references) {
        this.references = references;
    }

    /** The keys of a reference's rows. */
    public Set<String> keys(Vertical vertical, String reference) {
        return references.keys(vertical, reference);
    }

    /** All rows of all references with all their fields, by the reference's id; in a transaction with what points to them. */
    public Map<String, ReferenceColumns> load(Vertical vertical) {
        Map<String, ReferenceColumns> columns = new HashMap<>();
        for (ReferenceDefinition reference : vertical.definition().references()) {
            columns.put(reference.id(), references.load(vertical, reference));
        }
        return columns;
    }
}
