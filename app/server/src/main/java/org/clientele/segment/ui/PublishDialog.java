package org.clientele.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Instant;
import org.clientele.common.Problem;
import org.clientele.common.ui.Messages;
import org.clientele.common.ui.MomentField;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Tone;
import org.jspecify.annotations.Nullable;

/** Asks why, and from when, before something is published; shows what it changes. */
final class PublishDialog extends Dialog {
    /** Publishes. */
    @FunctionalInterface
    interface Publication {
        /** @param at from when, or null: at once */
        void publish(String note, @Nullable Instant at);
    }

    private final TextArea note = new TextArea();
    private final MomentField from = new MomentField();
    private final Div problems = new Div();
    private final Div content = new Div();

    PublishDialog(
            SegmentWords words, String title, String action, DifferenceList differences, Publication publication) {
        super(title);
        note.setLabel(words.text("segment.publish.note"));
        note.setMaxLength(1_000);
        note.setRequired(true);
        note.setWidthFull();
        problems.getElement().setAttribute("aria-live", "polite");
        content.add(differences, note, from, problems);
        content.addClassName("stack");
        add(content);
        setWidth("min(760px, 96vw)");
        Button publish = new Button(action, click -> publish(publication));
        publish.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(words.text("common.cancel"), click -> close()), publish);
    }

    /** What else to know before deciding, above all the rest. */
    void remark(Component... remarks) {
        Div remark = new Div(remarks);
        remark.addClassName("stack");
        content.addComponentAsFirst(remark);
    }

    /** For what applies at once only. */
    PublishDialog atOnce() {
        from.setVisible(false);
        return this;
    }

    private void publish(Publication publication) {
        problems.removeAll();
        try {
            publication.publish(note.getValue(), from.moment());
            close();
        } catch (Problem problem) {
            problems.add(new Banner(Tone.BAD, Messages.text(problem)));
        }
    }
}
