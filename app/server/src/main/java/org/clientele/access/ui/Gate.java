package org.clientele.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinSession;
import java.util.Locale;
import org.clientele.common.ui.Translations;
import org.clientele.frontend.Card;
import org.clientele.frontend.Icon;

/** A page for people who are not signed in: the brand, one card, the language. */
public class Gate extends Main {
    private final Div foot = new Div();
    private final Card card = new Card();

    protected Gate() {
        addClassName("gate");
        add(brand());
        foot.addClassName("gate-foot");
    }

    /** Fills the page, instead of what it showed before. */
    protected final void show(String title, String subtitle, Component... content) {
        card.removeAll();
        foot.removeAll();
        H1 heading = new H1(title);
        heading.addClassName("page-title");
        Paragraph line = new Paragraph(subtitle);
        line.addClassName("page-subtitle");
        card.add(new Div(heading, line));
        card.add(content);
        foot.add(language());
        add(card, foot);
    }

    /** Adds a remark above what the card asks for. */
    void remark(Component part) {
        card.addComponentAtIndex(1, part);
    }

    /** Adds something below the card. */
    void showBelow(Component part) {
        addComponentAtIndex(indexOf(foot), part);
    }

    private static Div brand() {
        Div mark = new Div();
        mark.addClassName("brand-mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        Div brand = new Div(mark, new Span("Clientele"));
        brand.addClassNames("brand", "gate-brand");
        return brand;
    }

    private static Button language() {
        Locale locale = UI.getCurrent().getLocale();
        boolean chinese = Translations.isChinese(locale);
        Button button = new Button(chinese ? "English" : "简体中文", Icon.LANGUAGES.create());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.getElement().setAttribute("lang", chinese ? "en" : "zh-CN");
        button.addClickListener(click -> {
            VaadinSession.getCurrent().setLocale(chinese ? Translations.ENGLISH : Translations.CHINESE);
            UI.getCurrent().getPage().reload();
        });
        return button;
    }
}
