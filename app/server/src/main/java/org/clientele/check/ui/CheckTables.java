package org.clientele.check.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.clientele.check.CheckSummary;
import org.clientele.check.CheckSummary.Line;
import org.clientele.common.ui.FigureTable;
import org.clientele.common.ui.IconWord;
import org.clientele.customer.CustomerFilter;
import org.clientele.customer.CustomerFilter.Checked;
import org.clientele.customer.CustomerListQuery;
import org.clientele.customer.ui.CustomersNavigation;
import org.clientele.frontend.Card;
import org.clientele.frontend.Icon;
import org.clientele.frontend.Tone;
import org.clientele.plugins.api.CheckDefinition;

/** A card for each group of checks; every number leads to its customers. */
final class CheckTables {
    private static final int SEVERITY = 1;

    private final CheckWords words;
    private final String verticalKey;

    CheckTables(CheckWords words, String verticalKey) {
        this.words = words;
        this.verticalKey = verticalKey;
    }

    List<Card> create(CheckSummary summary) {
        return summary.groups().stream()
                .map(group -> card(group, summary.lines(group)))
                .toList();
    }

    private Card card(String group, List<Line> lines) {
        FigureTable table = new FigureTable(
                        words.group(group),
                        words.text("check.column.check"),
                        words.text("check.column.severity"),
                        words.text("check.column.concerned"),
                        words.text("check.state.met"),
                        words.text("check.state.not-met"),
                        words.text("check.state.not-recorded"))
                .words(SEVERITY);
        lines.forEach(line -> table.row(name(line.check()), figures(line)));
        Card card = new Card(words.group(group), table);
        card.addClassName("check-group");
        return card;
    }

    private Component name(CheckDefinition check) {
        Div required = new Div(words.required(check));
        required.addClassNames("caption", "check-required");
        return new Div(new Span(words.name(check)), required);
    }

    private Component[] figures(Line line) {
        CheckDefinition check = line.check();
        Component severity = new IconWord(
                CheckWords.icon(check.severity()), words.severity(check.severity()), CheckWords.tone(check.severity()));
        if (line.failed()) {
            Component failed = new IconWord(Icon.CIRCLE_ALERT, words.text("check.failed"), Tone.BAD);
            return new Component[] {severity, failed, new Span(), new Span(), new Span()};
        }
        return new Component[] {
            severity,
            figure(check, Checked.CONCERNED, line.concerned()),
            figure(check, Checked.MET, line.met()),
            figure(check, Checked.NOT_MET, line.notMet()),
            figure(check, Checked.NOT_RECORDED, line.notRecorded())
        };
    }

    private Component figure(CheckDefinition check, Checked outcome, int number) {
        String text = words.formats().whole(number);
        if (number == 0) {
            Span none = new Span(text);
            none.addClassName("muted");
            return none;
        }
        Anchor link = new Anchor(
                CustomersNavigation.to(verticalKey, CustomerListQuery.of(CustomerFilter.check(check.id(), outcome))),
                text);
        link.getElement().setAttribute("router-link", true);
        link.addClassName("figure-link");
        return link;
    }
}
