package org.clientele.cases.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.clientele.cases.ServiceCase;

/** A case as one row of a list, which leads to its page. */
final class CaseItem extends Div {
    private CaseItem(CaseWords words, String verticalKey, ServiceCase one, String detail) {
        addClassName("list-item");
        Anchor title = new Anchor(CasesNavigation.to(verticalKey, one), words.title(one));
        title.getElement().setAttribute("router-link", true);
        title.addClassName("list-item-title");
        Span what = new Span(detail);
        what.addClassName("list-item-detail");
        Div body = new Div(title, what);
        body.addClassName("list-item-body");
        add(body);
        words.alertTag(one).ifPresent(this::add);
        add(words.stateTag(one));
    }

    static CaseItem onCustomersPage(CaseWords words, String verticalKey, ServiceCase one) {
        return new CaseItem(
                words,
                verticalKey,
                one,
                String.join(
                        " · ",
                        words.type(one.data().type()),
                        one.dueAt() == null
                                ? words.day(one.openedAt())
                                : words.text("cases.due-at", words.time(one.dueAt())),
                        words.owner(one)));
    }
}
