package org.clientele.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import org.clientele.access.DemoUsers;
import org.clientele.access.Role;
import org.clientele.access.User;
import org.clientele.plugin.Verticals;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** The demo's users beside the login, one click each. Exists in the demo only. */
@org.springframework.stereotype.Component
@ConditionalOnProperty("clientele.demo")
class DemoDoor {
    private final DemoUsers users;
    private final Sessions sessions;
    private final Verticals verticals;

    DemoDoor(DemoUsers users, Sessions sessions, Verticals verticals) {
        this.users = users;
        this.sessions = sessions;
        this.verticals = verticals;
    }

    Component create() {
        UI ui = UI.getCurrent();
        Span mark = new Span(ui.getTranslation("access.demo.mark"));
        mark.addClassName("demo-mark");
        H2 title = new H2(ui.getTranslation("access.demo.title"));
        title.addClassName("section-title");
        Div head = new Div(title, mark);
        head.addClassNames("row", "row-apart");
        Div list = new Div();
        list.addClassName("demo-people");
        GrantTexts texts = new GrantTexts(verticals, ui.getLocale());
        users.all().forEach((role, user) -> list.add(person(role, user, texts)));
        Div card = new Div(head, list);
        card.addClassName("card");
        return card;
    }

    private NativeButton person(Role role, User user, GrantTexts texts) {
        Span name = new Span(user.displayName());
        name.addClassName("list-item-title");
        Span position = new Span(texts.role(role));
        position.addClassName("list-item-detail");
        NativeButton button = new NativeButton();
        button.addClassName("demo-person");
        button.add(name, position);
        button.addClickListener(click -> sessions.start(users.signIn(role)));
        return button;
    }
}
