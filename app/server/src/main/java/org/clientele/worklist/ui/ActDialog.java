package org.clientele.worklist.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Function;
import org.clientele.common.Problem;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Tone;
import org.clientele.worklist.WorkAct;
import org.clientele.worklist.WorkItem;
import org.clientele.worklist.Worklist;

/** Asks what is to be known of an act: its note, and a field of its own above. Enter in the note carries it out. */
final class ActDialog extends Dialog {
    private final TextField note = new TextField();
    private final Div problems = new Div();

    /** Carries an act out. */
    @FunctionalInterface
    interface Carrying {
        void out(WorkAct act);
    }

    /**
     * @param field what is chosen besides the note, or nothing
     * @param act makes the act of the note
     */
    ActDialog(
            WorkWords words,
            WorkAct.Kind kind,
            WorkItem item,
            Div field,
            Function<String, WorkAct> act,
            Carrying carrying) {
        super(words.text("worklist.dialog.title", words.act(kind), item.customer()));
        setWidth("min(480px, 96vw)");
        note.setLabel(words.text(kind == WorkAct.Kind.SKIP ? "worklist.dialog.reason" : "worklist.dialog.note"));
        note.setMaxLength(Worklist.NOTE_LENGTH);
        note.setRequiredIndicatorVisible(kind == WorkAct.Kind.SKIP);
        note.setWidthFull();
        problems.getElement().setAttribute("aria-live", "polite");
        Div body = new Div(field, note, problems);
        body.addClassName("stack");
        add(body);
        Button confirm = new Button(words.act(kind), click -> attempt(act, carrying));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.addClickShortcut(Key.ENTER).listenOn(note);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), confirm);
        Component first = field.getChildren().findFirst().orElse(note);
        addOpenedChangeListener(change -> {
            if (change.isOpened() && first instanceof Focusable<?> focusable) {
                focusable.focus();
            }
        });
    }

    private void attempt(Function<String, WorkAct> act, Carrying carrying) {
        problems.removeAll();
        try {
            carrying.out(act.apply(note.getValue().strip()));
            close();
        } catch (Problem problem) {
            problems.add(new Banner(Tone.BAD, Messages.text(problem)));
        }
    }
}
