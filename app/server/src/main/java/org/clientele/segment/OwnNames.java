package org.clientele.segment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a model made in the portal is called.
 *
 * @param purpose what it is for; may be empty
 * @param segments names by id, in the model's order
 */
public record OwnNames(LocalName name, LocalName purpose, Map<String, LocalName> segments) {
    public OwnNames {
        segments = Collections.unmodifiableMap(new LinkedHashMap<>(segments));
    }
}
