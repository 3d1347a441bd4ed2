package org.clientele.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import org.clientele.common.Problem;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Tone;

/** Asks for what an act needs; a problem is shown in the dialog, which stays open with what was typed. */
public final class ActDialog extends Dialog {
    private final Div problems = new Div();
    private final Button confirm;

    /** @param fields the first is where typing begins */
    public ActDialog(String title, String action, Runnable act, Component... fields) {
        setHeaderTitle(title);
        setWidth("min(560px, 96vw)");
        problems.getElement().setAttribute("aria-live", "polite");
        Div body = new Div(fields);
        body.addClassName("stack");
        body.add(problems);
        add(body);
        confirm = new Button(action);
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(click -> attempt(act));
        confirm.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), confirm);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                focus(fields[0]);
            }
        });
    }

    /** A group of choices takes no focus itself, only the chosen one of it. */
    private static void focus(Component first) {
        if (first instanceof Focusable<?> field) {
            field.focus();
        } else if (first instanceof RadioButtonGroup<?>) {
            first.getElement().executeJs("""
                    const take = frames => {
                        const choice = this.querySelector('input:checked');
                        choice ? choice.focus() : frames && requestAnimationFrame(() => take(frames - 1));
                    };
                    take(60);""");
        } else {
            first.getChildren().findFirst().ifPresent(ActDialog::focus);
        }
    }

    /** Enter in a field of one line carries the act out, too. */
    public ActDialog confirmedIn(TextField field) {
        confirm.addClickShortcut(Key.ENTER).listenOn(field);
        return this;
    }

    private void attempt(Runnable act) {
        problems.removeAll();
        try {
            act.run();
            close();
        } catch (Problem problem) {
            problems.add(new Banner(Tone.BAD, Messages.text(problem)));
        } finally {
            confirm.setEnabled(true);
        }
    }
}
