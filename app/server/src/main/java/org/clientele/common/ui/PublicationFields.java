package org.clientele.common.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Instant;
import org.clientele.common.Problem;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Tone;
import org.jspecify.annotations.Nullable;

/** Asks why something is published and from when. What is wrong is said once, by the field that it concerns. */
public final class PublicationFields extends Div {
    private static final int LONGEST = 1_000;

    /** Publishes. */
    @FunctionalInterface
    public interface Publication {
        /** @param at from when, or null: at once */
        void publish(String note, @Nullable Instant at);
    }

    private final TextArea note = new TextArea();
    private @Nullable MomentField from;
    private final Div problems = new Div();

    /** @param why what the reason is called */
    public PublicationFields(String why) {
        note.setLabel(why);
        note.setMaxLength(LONGEST);
        note.setRequired(true);
        note.setErrorMessage(UI.getCurrent().getTranslation("common.publication.why"));
        note.setWidthFull();
        problems.getElement().setAttribute("aria-live", "polite");
        addClassName("stack");
        add(note, problems);
    }

    /** Asks from when, too; what applies at once only does without. */
    public void askFrom(Instant now) {
        MomentField field = new MomentField(now);
        from = field;
        addComponentAtIndex(1, field);
    }

    /** Publishes, if all is well. @return whether it is done */
    public boolean attempt(Publication publication) {
        problems.removeAll();
        if (note.getValue().isBlank()) {
            note.setInvalid(true);
            note.focus();
            return false;
        }
        MomentField field = from;
        if (field != null && field.isInvalid()) {
            field.focus();
            return false;
        }
        try {
            publication.publish(note.getValue(), field == null ? null : field.moment());
            return true;
        } catch (Problem problem) {
            problems.add(new Banner(Tone.BAD, Messages.text(problem)));
            return false;
        }
    }
}
