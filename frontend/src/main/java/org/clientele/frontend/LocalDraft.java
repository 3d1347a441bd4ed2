package org.clientele.frontend;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.shared.Registration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Keeps what somebody types in the browser until it is saved, so that a lost connection or an expired session loses nothing.
 * Add it to the form (it shows nothing), register the fields, and {@link #clear} it once the entry is safely stored:
 *
 * <pre>{@code
 * LocalDraft draft = new LocalDraft("interaction:" + user + ":" + customer);
 * draft.keep("notes", notes);
 * draft.keep("followUp", followUp, LocalDate::toString, LocalDate::parse);
 * form.add(draft);
 * }</pre>
 *
 * The key must name the user, so that two users of one browser do not meet each other's drafts. Drafts older than 14 days are
 * dropped.
 */
@Tag("clientele-draft")
@JsModule("./clientele/draft.ts")
public class LocalDraft extends Component {
    private final Map<String, Entry<?>> entries = new LinkedHashMap<>();

    public LocalDraft(String key) {
        getElement().setProperty("key", key);
        addListener(RestoredEvent.class, event -> restore(event.values));
    }

    /** Keeps a text field: every keystroke, also without a connection. */
    public <F extends HasElement & HasValue<?, String>> LocalDraft keep(String name, F field) {
        watch(name, field);
        entries.put(name, new Entry<>(field, text -> text));
        return this;
    }

    /**
     * Keeps any other field as it is chosen.
     *
     * @param write the value as text; never called for an empty field
     * @param read the way back; a text it cannot read (an exception) leaves the field as it is
     */
    public <V, F extends HasElement & HasValue<?, V>> LocalDraft keep(
            String name, F field, SerializableFunction<V, String> write, SerializableFunction<String, V> read) {
        entries.put(name, new Entry<>(field, read));
        field.addValueChangeListener(event ->
                getElement().callJsFunction("put", name, field.isEmpty() ? "" : write.apply(event.getValue())));
        return this;
    }

    /** Forgets the draft; call it when the entry is stored or thrown away. */
    public void clear() {
        getElement().callJsFunction("clear");
    }

    /** Hears when the browser has kept a change: time to say "draft saved". */
    public Registration addSavedListener(ComponentEventListener<SavedEvent> listener) {
        return addListener(SavedEvent.class, listener);
    }

    /** Hears when an older draft has been put back into the fields. */
    public Registration addRestoredListener(ComponentEventListener<RestoredEvent> listener) {
        return addListener(RestoredEvent.class, listener);
    }

    private void watch(String name, HasElement field) {
        field.getElement().setAttribute("data-draft", name);
    }

    private void restore(JsonNode values) {
        entries.forEach((name, entry) -> {
            JsonNode value = values.get(name);
            if (value != null && value.isString() && !value.stringValue().isEmpty()) {
                entry.set(value.stringValue());
            }
        });
    }

    private record Entry<V>(HasValue<?, V> field, SerializableFunction<String, V> read) {
        void set(String text) {
            V value;
            try {
                value = read.apply(text);
            } catch (RuntimeException unreadable) {
                // A draft written by an older version of the form: the other fields are still worth restoring.
                return;
            }
            if (value != null) {
                field.setValue(value);
            }
        }
    }

    /** The browser kept a change. */
    @DomEvent("draft-saved")
    public static class SavedEvent extends ComponentEvent<LocalDraft> {
        public SavedEvent(LocalDraft source, boolean fromClient) {
            super(source, fromClient);
        }
    }

    /** A draft was found and put into the fields. */
    @DomEvent("draft-restored")
    public static class RestoredEvent extends ComponentEvent<LocalDraft> {
        private final JsonNode values;

        public RestoredEvent(LocalDraft source, boolean fromClient, @EventData("event.detail.values") JsonNode values) {
            super(source, fromClient);
            this.values = values;
        }
    }
}
