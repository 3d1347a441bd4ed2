package org.clientele.segment.ui;

import java.util.Locale;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.segment.ModelChange;
import org.clientele.segment.StudioSession;

/**
 * A model as it was opened in the studio.
 *
 * @param applied what applies
 * @param seen the newest version then
 */
record OpenModel(StudioSession session, SegmentWords words, ModelChange applied, int seen) {
    static OpenModel of(StudioSession session, Locale locale, int seen) {
        return new OpenModel(
                session,
                new SegmentWords(session.vertical(), locale),
                ModelChange.of(session.applied()).orElseThrow(),
                seen);
    }

    ModelDefinition model() {
        return session.applied();
    }

    String verticalKey() {
        return words.vertical().key();
    }

    String text(String key, Object... values) {
        return words.text(key, values);
    }
}
