package org.clientele.check.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.clientele.common.ui.IconWord;
import org.clientele.customer.CheckFinding;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerLists;
import org.clientele.customer.CustomerPortrait;
import org.clientele.customer.ui.CustomerPanel;
import org.clientele.engine.check.CheckState;
import org.clientele.frontend.Card;
import org.clientele.frontend.Facts;
import org.clientele.frontend.Icon;
import org.clientele.frontend.Tone;
import org.clientele.plugin.Vertical;
import org.springframework.core.annotation.Order;

/** On a customer's page: every gap with what is required, what is found, what to do and which rule says so; what is met stands folded. */
@org.springframework.stereotype.Component
@Order(20)
class CheckPanel implements CustomerPanel {
    private final CustomerLists lists;

    CheckPanel(CustomerLists lists) {
        this.lists = lists;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public Optional<Component> create(Vertical vertical, Customer customer) {
        if (vertical.definition().checks().isEmpty()) {
            return Optional.empty();
        }
        CustomerPortrait portrait = lists.portrait(vertical.key(), customer);
        List<CheckFinding> findings = portrait.checks();
        return findings.isEmpty() ? Optional.empty() : Optional.of(card(portrait, findings));
    }

    private static Card card(CustomerPortrait portrait, List<CheckFinding> findings) {
        CheckWords words = new CheckWords(portrait.vertical(), UI.getCurrent().getLocale(), portrait.hidden());
        List<CheckFinding> gaps = findings.stream()
                .filter(finding -> finding.state().isGap())
                .sorted(Comparator.comparing((CheckFinding finding) ->
                                -finding.check().severity().ordinal())
                        .thenComparing(CheckFinding::state))
                .toList();
        Card card = new Card(words.text("check.title"))
                .hint(words.text(
                        "check.page.asOf",
                        words.formats().date(portrait.snapshot().asOf())));
        card.setId("customer-checks");
        if (gaps.isEmpty()) {
            card.add(new IconWord(Icon.CIRCLE_CHECK, words.text("check.page.all-met", findings.size()), Tone.GOOD));
        } else {
            card.add(new Div(words.text("check.page.gaps", gaps.size(), findings.size())));
        }
        gaps.forEach(gap -> card.add(gap(words, gap)));
        List<CheckFinding> met = findings.stream()
                .filter(finding -> finding.state() == CheckState.MET)
                .toList();
        if (!met.isEmpty()) {
            card.add(met(words, met));
        }
        return card;
    }

    private static Div gap(CheckWords words, CheckFinding gap) {
        var severity = gap.check().severity();
        Div name = new Div(words.name(gap.check()));
        name.addClassName("strong");
        Div signs = new Div(
                new IconWord(CheckWords.icon(severity), words.severity(severity), CheckWords.tone(severity)),
                new IconWord(CheckWords.icon(gap.state()), words.state(gap.state()), CheckWords.tone(gap.state())));
        signs.addClassNames("row", "check-signs");
        Facts facts = new Facts()
                .fact(words.text("check.column.required"), words.required(gap.check()))
                .fact(words.text("check.column.found"), words.found(gap.state(), gap.found()))
                .fact(words.text("check.column.remedy"), words.remedy(gap.check()));
        Div rule = new Div(words.text("check.page.rule", words.source(gap.check())));
        rule.addClassName("caption");
        Div part = new Div(name, signs, facts, rule);
        part.addClassName("why");
        return part;
    }

    private static Details met(CheckWords words, List<CheckFinding> met) {
        UnorderedList list = new UnorderedList();
        list.addClassName("list");
        for (CheckFinding finding : met) {
            Span found = new Span(words.found(finding.state(), finding.found()));
            found.addClassName("list-item-detail");
            Div body = new Div(
                    new IconWord(CheckWords.icon(CheckState.MET), words.name(finding.check()), Tone.GOOD), found);
            body.addClassName("list-item-body");
            ListItem item = new ListItem(body);
            item.addClassName("list-item");
            list.add(item);
        }
        return new Details(words.text("check.page.met", met.size()), list);
    }
}
