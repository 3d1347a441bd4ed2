package org.clientele.loyalty.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import org.clientele.common.Problem;
import org.clientele.common.ui.ActDialog;
import org.clientele.common.ui.AnswerPanel;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Card;
import org.clientele.frontend.Tone;
import org.clientele.loyalty.Adjustment;

/** What was posted for many customers at once, newest first; each can be undone. */
final class AdjustmentHistory extends Div {
    private static final List<String> COLUMNS = List.of("when", "source", "by", "entries", "given", "taken", "left");
    private static final int WORDS = 3;

    private final LoyaltyServices services;
    private final LoyaltyWords words;
    private final String verticalKey;
    private final Div undoing;

    /** @param undoing shows how undoing goes on; outlives this list, which is made anew with every change */
    AdjustmentHistory(LoyaltyServices services, LoyaltyWords words, String verticalKey, Div undoing) {
        this.services = services;
        this.words = words;
        this.verticalKey = verticalKey;
        this.undoing = undoing;
        List<Adjustment> all = services.adjustments().history(verticalKey);
        Card card = new Card(words.text("loyalty.bulk.history"));
        if (all.isEmpty()) {
            Div none = new Div(words.text("loyalty.bulk.none"));
            none.addClassName("muted");
            card.add(none);
        } else {
            card.add(table(all));
        }
        add(card);
    }

    private Component table(List<Adjustment> all) {
        NativeTable table = new NativeTable();
        table.addClassName("table");
        table.setCaptionText(words.text("loyalty.bulk.history"));
        table.getCaption().addClassName("visually-hidden");
        NativeTableRow head = new NativeTableRow();
        for (int column = 0; column < COLUMNS.size(); column++) {
            head.add(heading(words.text("loyalty.bulk.head." + COLUMNS.get(column)), column >= WORDS));
        }
        head.add(heading(words.text("loyalty.column.act"), false));
        table.getHead().add(head);
        all.forEach(one -> table.getBody().add(row(one)));
        Div scroll = new Div(table);
        scroll.addClassName("table-scroll");
        scroll.getElement().setAttribute("tabindex", "0");
        return scroll;
    }

    private NativeTableRow row(Adjustment one) {
        Adjustment.Counts counts = one.counts();
        NativeTableRow row = new NativeTableRow(
                cell(words.day(one.postedAt())),
                cell(one.source()),
                cell(one.by()),
                number(words.formats().whole(counts.entries())),
                number(words.change(counts.given())),
                number(words.change(-counts.taken())),
                number(words.formats().whole(counts.leftOut())));
        row.add(new NativeTableCell(act(one)));
        return row;
    }

    private Component act(Adjustment one) {
        Instant undone = one.undoneAt();
        if (undone != null) {
            return new Span(words.text("loyalty.bulk.undone", words.day(undone), String.valueOf(one.undoneBy())));
        }
        Button undo = new Button(words.text("loyalty.bulk.undo"), click -> ask(one));
        undo.setAriaLabel(words.text("loyalty.bulk.undo.of", one.source()));
        return undo;
    }

    private void ask(Adjustment one) {
        Paragraph text = new Paragraph(words.text(
                "loyalty.bulk.undo.text", words.formats().whole(one.counts().entries())));
        text.addClassName("text");
        new ActDialog(
                        words.text("loyalty.bulk.undo.of", one.source()),
                        words.text("loyalty.bulk.undo"),
                        () -> undo(one),
                        text)
                .open();
    }

    private void undo(Adjustment one) {
        try {
            var answer = services.adjustments().undo(verticalKey, one.id());
            undoing.removeAll();
            undoing.add(new AnswerPanel<>(
                    words.text("loyalty.bulk.undoing"),
                    answer,
                    undone -> new Banner(
                            Tone.GOOD,
                            words.text(
                                    undone.writtenOff() > 0 ? "loyalty.bulk.undo.short" : "loyalty.bulk.undo.done",
                                    words.formats().whole(undone.entries()),
                                    words.points(undone.writtenOff())))));
        } catch (Problem problem) {
            Messages.problem(problem);
        }
    }

    private static NativeTableHeaderCell heading(String text, boolean number) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", "col");
        cell.addClassName("nowrap");
        cell.setClassName("num", number);
        return cell;
    }

    private static NativeTableCell cell(String text) {
        return new NativeTableCell(text);
    }

    private static NativeTableCell number(String text) {
        NativeTableCell cell = new NativeTableCell(text);
        cell.addClassName("num");
        return cell;
    }
}
