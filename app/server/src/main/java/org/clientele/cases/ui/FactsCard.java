package org.clientele.cases.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.Map;
import java.util.Objects;
import org.clientele.cases.ServiceCase;
import org.clientele.common.ui.Formats;
import org.clientele.customer.ui.CustomersNavigation;
import org.clientele.frontend.Card;
import org.clientele.frontend.Facts;

/** Whose case it is, who works on it, and the states that it can be brought to. */
final class FactsCard extends Card {
    FactsCard(CaseServices services, CaseWords words, String verticalKey, ServiceCase one, CaseActs acts) {
        super(words.text("cases.facts"));
        Anchor customer = new Anchor(CustomersNavigation.to(verticalKey, one.customerId()), one.customer());
        customer.getElement().setAttribute("router-link", true);
        Map<Long, String> watchers = services.links().watchers(verticalKey, one.number());
        Facts facts = new Facts()
                .fact(words.text("cases.field.customer"), customer)
                .fact(words.text("cases.field.owner"), words.owner(one))
                .fact(
                        words.text("cases.field.team"),
                        Objects.requireNonNullElse(one.data().team(), Formats.MISSING))
                .fact(
                        words.text("cases.field.priority"),
                        words.priority(one.data().priority()));
        if (one.answeredAt() != null) {
            facts.fact(words.text("cases.field.answered"), words.time(one.answeredAt()));
        }
        if (one.reason() != null) {
            facts.fact(words.text("cases.field.reason"), words.reason(one.reason()));
        }
        if (one.solvedAt() != null) {
            facts.fact(words.text("cases.field.solved"), words.time(one.solvedAt()));
        }
        if (!watchers.isEmpty()) {
            facts.fact(words.text("cases.field.watchers"), String.join(words.text("cases.list"), watchers.values()));
        }
        add(facts, new ClockFacts(services, words, verticalKey, one));
        Div moves = new Div();
        moves.addClassName("row");
        moves.getElement().setAttribute("role", "group").setAttribute("aria-label", words.text("cases.moves"));
        acts.moves().forEach(moves::add);
        if (acts.mayWork() && one.state().isOpen() && one.answeredAt() == null) {
            moves.add(new Button(words.text("cases.answered"), click -> acts.answered()));
        }
        boolean watching = watchers.containsKey(services.rights().user().id());
        Button watch =
                new Button(words.text(watching ? "cases.unwatch" : "cases.watch"), click -> acts.watch(!watching));
        watch.addThemeVariants(ButtonVariant.TERTIARY);
        moves.add(watch);
        add(moves);
    }
}
