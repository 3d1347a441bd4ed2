package org.clientele.access.ui;

import com.vaadin.flow.component.UI;
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

/** Shows a one-time link, this once, for whoever made it to pass on. */
public final class LinkDialog extends Dialog {
    LinkDialog(String displayName, String token) {
        this(
                UI.getCurrent().getTranslation("access.link.title", displayName),
                UI.getCurrent().getTranslation("access.link.text"),
                address("join/" + token));
    }

    /** @param address made by {@link #address} */
    public LinkDialog(String title, String explanation, String address) {
        setHeaderTitle(title);
        Paragraph text = new Paragraph(explanation);
        text.addClassName("text");
        TextField link = new TextField(getTranslation("access.link.label"));
        link.setValue(address);
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
        setWidth("min(34rem, 96vw)");
    }

    /** The address of a path as the person who looks at the page reaches the portal. */
    public static String address(String path) {
        return ServletUriComponentsBuilder.fromContextPath(VaadinServletRequest.getCurrent())
                .path("/" + path)
                .toUriString();
    }
}
