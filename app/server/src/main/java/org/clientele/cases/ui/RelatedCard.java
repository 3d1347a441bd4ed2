package org.clientele.cases.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.clientele.cases.ServiceCase;
import org.clientele.frontend.Card;
import org.clientele.frontend.Icon;
import org.clientele.plugin.Vertical;

/** Cases that have to do with this one. */
final class RelatedCard extends Card {
    RelatedCard(CaseServices services, CaseWords words, Vertical vertical, ServiceCase one) {
        super(words.text("cases.related"));
        CaseActs acts = new CaseActs(services, words, vertical, one);
        String verticalKey = vertical.key();
        Div list = new Div();
        list.addClassName("list");
        if (one.mergedInto() != null) {
            list.add(item(
                    link(CasesNavigation.to(verticalKey) + "/" + one.mergedInto(), ServiceCase.label(one.mergedInto())),
                    words.text("cases.merged-into")));
        }
        List<ServiceCase> related = services.links().related(verticalKey, one.number());
        related.forEach(other -> {
            Div item =
                    item(link(CasesNavigation.to(verticalKey, other), words.title(other)), words.state(other.state()));
            if (acts.mayWork()) {
                item.add(remove(
                        words, other, () -> services.links().unrelate(verticalKey, one.number(), other.number())));
            }
            list.add(item);
        });
        add(list);
        if (acts.mayWork()) {
            Div buttons = new Div(quiet(words.text("cases.relate"), acts::relate));
            buttons.addClassName("row");
            if (one.mergedInto() == null) {
                buttons.add(quiet(words.text("cases.merge"), acts::merge));
            }
            add(buttons);
        }
    }

    private static Anchor link(String href, String text) {
        Anchor link = new Anchor(href, text);
        link.getElement().setAttribute("router-link", true);
        link.addClassName("list-item-title");
        return link;
    }

    private static Div item(Anchor link, String text) {
        Span detail = new Span(text);
        detail.addClassName("list-item-detail");
        Div body = new Div(link, detail);
        body.addClassName("list-item-body");
        Div item = new Div(body);
        item.addClassName("list-item");
        return item;
    }

    private static Button remove(CaseWords words, ServiceCase other, Runnable act) {
        Button remove = new Button(Icon.X.create(), click -> CaseActs.attempt(act));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        remove.setAriaLabel(words.text("cases.unrelate", other.label()));
        return remove;
    }

    private static Button quiet(String text, Runnable act) {
        Button button = new Button(text, click -> act.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }
}
