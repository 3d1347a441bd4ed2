package org.clientele.frontend;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;

/** Says which question the page answers, as of when and compared with what, and offers at most one primary action. */
public class PageHeader extends Header {
    private final H1 title = new H1();
    private final Div titleRow = new Div(title);
    private final Paragraph subtitle = new Paragraph();
    private final Div actions = new Div();

    public PageHeader(String title) {
        this(title, "");
    }

    public PageHeader(String title, String subtitle) {
        addClassName("page-header");
        this.title.addClassName("page-title");
        titleRow.addClassName("page-title-row");
        this.subtitle.addClassName("page-subtitle");
        actions.addClassName("page-actions");
        Div text = new Div(titleRow, this.subtitle);
        text.addClassName("page-header-text");
        add(text, actions);
        setTitle(title);
        setSubtitle(subtitle);
        actions.setVisible(false);
    }

    @Override
    public void setTitle(String text) {
        title.setText(text);
    }

    public void setSubtitle(String text) {
        subtitle.setText(text);
        subtitle.setVisible(!text.isEmpty());
    }

    /** Stands before the title: previous and next, back. */
    public PageHeader before(Component... parts) {
        for (int i = 0; i < parts.length; i++) {
            addComponentAtIndex(i, parts[i]);
        }
        return this;
    }

    /** Tags behind the title. */
    public PageHeader tags(Component... tags) {
        titleRow.add(tags);
        return this;
    }

    /** Secondary actions, in order of use. */
    public PageHeader actions(Component... buttons) {
        actions.add(buttons);
        actions.setVisible(true);
        return this;
    }

    /** The page's one primary action: last in the header, fixed at the bottom on a phone. */
    public PageHeader primary(Button button) {
        button.addThemeVariants(ButtonVariant.PRIMARY);
        Div holder = new Div(button);
        holder.addClassName("page-primary");
        return actions(holder);
    }
}
