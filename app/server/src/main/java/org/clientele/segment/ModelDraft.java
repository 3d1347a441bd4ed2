package org.clientele.segment;

import java.time.Instant;

/**
 * What is being edited in a model.
 *
 * @param revision grows with every save; whoever saves names the one last seen
 * @param definition as {@link ModelChangeCodec} writes it
 * @param author login of whoever saved it
 */
public record ModelDraft(int revision, String definition, String author, Instant savedAt) {}
