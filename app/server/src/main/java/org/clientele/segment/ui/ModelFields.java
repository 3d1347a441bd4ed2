package org.clientele.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Optional;
import org.clientele.engine.preview.Effect;
import org.clientele.segment.ModelChange;

/** The fields of a model in the studio. */
abstract class ModelFields extends Div {
    private static final int PAUSE_MILLIS = 250;

    private transient Runnable edited = () -> {};
    private boolean quiet;

    /** What the fields say; whether it fits is for the service to say. */
    abstract ModelChange change();

    /** Marks the fields that do not fit, and only those; gives the first of them by its name and number. */
    Optional<String> judge() {
        return Optional.empty();
    }

    /** Whether nothing is said yet that could be computed. */
    boolean isBlank() {
        return false;
    }

    /** Shows what is wrong with a condition beside it. @param place from 0 */
    void refuse(int place, String message) {
        // most models have no conditions
    }

    /** Has somebody hear of every edit, a moment after the last keystroke. */
    final void onEdit(Runnable listener) {
        edited = listener;
        watch(this);
    }

    /** Says that what the fields say was changed by other means than a field. */
    final void edited() {
        if (!quiet) {
            edited.run();
        }
    }

    /** Fills several fields as one edit. */
    final void asOne(Runnable filling) {
        quiet = true;
        filling.run();
        quiet = false;
        edited();
    }

    /** Hears of edits in fields that were added later, too. */
    final void watch(Component part) {
        if (part instanceof HasValueChangeMode typed) {
            typed.setValueChangeMode(ValueChangeMode.LAZY);
            typed.setValueChangeTimeout(PAUSE_MILLIS);
        }
        if (part instanceof HasValue<?, ?> field) {
            field.addValueChangeListener(event -> edited());
        } else {
            part.getChildren().forEach(this::watch);
        }
    }

    /** Goes on over other customers. Fields stay the ones they are: made anew they would lose what their browser has not sent yet. */
    void follow(OpenModel now) {
        // most models have nothing that depends on the customers
    }

    /** Shows what the edit does, beside the fields. */
    void show(Effect effect) {
        // most models have nothing beside their fields
    }
}
