package org.clientele.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.clipboard.Clipboard;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinServletRequest;
import org.clientele.frontend.Icon;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Shows a one-time link, this once, for the administrator to pass on. */
final class LinkDialog extends Dialog {
    LinkDialog(String displayName, String token) {
        setHeaderTitle(getTranslation("access.link.title", displayName));
        Paragraph text = new Paragraph(getTranslation("access.link.text"));
        text.addClassName("text");
        TextField link = new TextField(getTranslation("access.link.label"));
        link.setValue(address(token));
        link.setReadOnly(true);
        link.setAutoselect(true);
        link.setWidthFull();
        Button copy = new Button(getTranslation("access.link.copy"), Icon.COPY.create());
        copy.addThemeVariants(ButtonVariant.PRIMARY);
        Clipboard.onClick(copy)
                .writeText(
                        link.getValue(),
                        copied -> Remarks.done(getTranslation("access.link.copied")),
                        refused -> Remarks.done(getTranslation("access.link.copy-refused")));
        Div content = new Div(text, link);
        content.addClassName("stack");
        add(content);
        getFooter().add(new Button(getTranslation("access.link.close"), click -> close()), copy);
        setCloseOnOutsideClick(false);
        setWidth("34rem");
    }

    private static String address(String token) {
        return ServletUriComponentsBuilder.fromContextPath(VaadinServletRequest.getCurrent())
                .path("/join/" + token)
                .toUriString();
    }
}
