package org.clientele.segment.ui;

import com.vaadin.flow.component.UI;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
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

    /** Finds something out off the user's thread, and goes on with it on the page. */
    <T> void later(Supplier<T> find, Consumer<T> then) {
        UI ui = UI.getCurrent();
        session.workers().execute(() -> {
            T found = find.get();
            ui.access(() -> then.accept(found));
        });
    }
}
