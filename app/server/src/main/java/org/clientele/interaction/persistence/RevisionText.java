package org.clientele.interaction.persistence;

import org.clientele.interaction.InteractionData;
import tools.jackson.databind.json.JsonMapper;

/** An interaction's data as text, for the history of its edits. */
final class RevisionText {
    private final JsonMapper json = JsonMapper.builder().build();

    String write(InteractionData data) {
        return json.writeValueAsString(data);
    }

    InteractionData read(String text) {
        return json.readValue(text, InteractionData.class);
    }
}
