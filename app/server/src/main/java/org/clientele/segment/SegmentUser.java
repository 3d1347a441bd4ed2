package org.clientele.segment;

import java.util.Set;
import java.util.stream.Stream;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ModelDefinition;

/** A part of the portal that looks at segments, and would miss one that goes. Callers check rights. */
public interface SegmentUser {
    /** Where it uses the segments of a model. @param vertical with the models that apply */
    Stream<SegmentUse> uses(Vertical vertical, String model, Mentions mentions);

    /** Finds the segments of the model that is asked about. */
    interface Mentions {
        /** Those that a condition on customers names; none where it cannot be read. */
        Set<String> in(String condition);

        /** Those that the conditions of another model name. */
        Set<String> in(ModelDefinition other);
    }
}
