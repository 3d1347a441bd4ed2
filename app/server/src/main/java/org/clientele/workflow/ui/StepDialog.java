package org.clientele.workflow.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Consumer;
import org.clientele.common.Problem;
import org.clientele.common.ui.DateFields;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Tone;
import org.clientele.workflow.StepNote;

/** Day, document and note of a step; a problem is shown in the dialog, which stays open with what was typed. */
final class StepDialog extends Dialog {
    private final DatePicker day = DateFields.create(getTranslation("workflow.dialog.day"));
    private final TextField document = new TextField(getTranslation("workflow.dialog.document"));
    private final TextArea note = new TextArea(getTranslation("workflow.dialog.note"));
    private final Div problems = new Div();
    private final Div introduction = new Div();
    private final Button confirm = new Button();

    /**
     * @param earliest the day before which nothing may be recorded
     * @param store keeps what was typed; its problems are shown here
     */
    StepDialog(String title, String action, LocalDate earliest, LocalDate today, Consumer<StepNote> store) {
        setHeaderTitle(title);
        setWidth("min(480px, 96vw)");
        day.setMin(earliest);
        day.setMax(today);
        day.setValue(today);
        day.setRequiredIndicatorVisible(true);
        document.setMaxLength(StepNote.DOCUMENT_LENGTH);
        note.setMaxLength(StepNote.NOTE_LENGTH);
        note.setMinRows(2);
        introduction.setVisible(false);
        Div body = new Div(introduction, problems, day, document, note);
        body.addClassNames("stack", "step-dialog");
        add(body);
        confirm.setText(action);
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(click -> attempt(store));
        confirm.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), confirm);
    }

    /** Says what will happen, above the fields. */
    StepDialog saying(String text) {
        introduction.setText(text);
        introduction.setVisible(true);
        return this;
    }

    /** A document's number has to be given. */
    StepDialog withDocument() {
        document.setRequiredIndicatorVisible(true);
        document.setHelperText(getTranslation("workflow.dialog.document.needed"));
        return this;
    }

    /** No document belongs to it, and the note has to say why. */
    StepDialog withReason() {
        document.setVisible(false);
        note.setLabel(getTranslation("workflow.dialog.reason"));
        note.setRequiredIndicatorVisible(true);
        confirm.removeThemeVariants(ButtonVariant.PRIMARY);
        confirm.addThemeVariants(ButtonVariant.ERROR);
        return this;
    }

    private void attempt(Consumer<StepNote> store) {
        try {
            if (day.isInvalid() || day.isEmpty()) {
                throw new Problem("workflow.problem.day");
            }
            store.accept(new StepNote(Objects.requireNonNull(day.getValue()), document.getValue(), note.getValue()));
            close();
        } catch (Problem problem) {
            problems.removeAll();
            problems.add(new Banner(Tone.BAD, Messages.text(problem)));
        } finally {
            confirm.setEnabled(true);
        }
    }
}
