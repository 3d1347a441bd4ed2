package org.clientele.interaction.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import org.clientele.frontend.Icon;

/** The composer over a list or a page. */
final class ComposerDialog extends Dialog {
    ComposerDialog(String title) {
        setHeaderTitle(title);
        setWidth("640px");
        setMaxWidth("100%");
        Button close = new Button(Icon.X.create(), click -> close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel(getTranslation("common.close"));
        getHeader().add(close);
    }

    void show(InteractionComposer composer) {
        add(composer);
        open();
        composer.focus();
    }
}
