package org.clientele.plugin.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import org.clientele.common.Problem;

/** A small form with one action; a problem is shown in the dialog, which stays open. */
final class PluginDialog extends Dialog {
    private final Div problem = new Div();
    private final Button confirm = new Button();

    PluginDialog(String title, String action, Runnable act, Component... content) {
        setHeaderTitle(title);
        setWidth("460px");
        setMaxWidth("100%");
        Div body = new Div(content);
        body.addClassName("stack");
        body.add(problem);
        add(body);
        Button cancel = new Button(getTranslation("common.cancel"), click -> close());
        confirm.setText(action);
        confirm.addClickListener(click -> attempt(act));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        getFooter().add(cancel, confirm);
    }

    /** What it does cannot be taken back. */
    PluginDialog forGood() {
        confirm.addThemeVariants(ButtonVariant.ERROR);
        return this;
    }

    private void attempt(Runnable act) {
        try {
            act.run();
            close();
        } catch (Problem refused) {
            problem.removeAll();
            problem.add(new ProblemPanel(refused));
        } finally {
            confirm.setEnabled(true);
        }
    }
}
