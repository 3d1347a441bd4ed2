package org.clientele.strategy.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.clientele.common.Problem;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Tone;

/** Asks why a task will not be done. */
final class SkipDialog extends Dialog {
    private static final int LONGEST = 1000;

    private final TextArea reason = new TextArea(getTranslation("strategy.task.skip.reason"));
    private final Div problems = new Div();

    SkipDialog(String title, Consumer<String> skip) {
        super(title);
        setWidth("min(480px, 96vw)");
        reason.setMaxLength(LONGEST);
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        problems.getElement().setAttribute("aria-live", "polite");
        Div body = new Div(reason, problems);
        body.addClassName("stack");
        add(body);
        Button confirm = new Button(getTranslation("strategy.task.skip.do"), click -> attempt(skip));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), confirm);
        addOpenedChangeListener(change -> reason.focus());
    }

    private void attempt(Consumer<String> skip) {
        problems.removeAll();
        try {
            skip.accept(reason.getValue());
            close();
        } catch (Problem problem) {
            problems.add(new Banner(Tone.BAD, Messages.text(problem)));
        }
    }
}
