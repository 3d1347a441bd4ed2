package org.clientele.market.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clientele.common.Problem;
import org.clientele.common.ui.ActDialog;
import org.clientele.common.ui.FigureTable;
import org.clientele.common.ui.Formats;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Card;
import org.clientele.market.Input;
import org.clientele.market.MarketBook;
import org.clientele.market.MarketEntry;
import org.clientele.market.Measure;
import org.clientele.market.Quarter;
import org.clientele.market.Unit;
import org.clientele.plugin.Vertical;
import org.jspecify.annotations.Nullable;

/** What the portal cannot know, as it was entered; and everything that was entered before, targets as well. */
final class EntriesCard extends Card {
    private static final int MOST_SHOWN = 50;

    private final transient MarketServices services;
    private final transient MarketWords words;
    private final transient Vertical vertical;
    private final transient Quarter quarter;
    private final transient List<Quarter> choices;

    EntriesCard(MarketServices services, MarketWords words, Vertical vertical, Quarter quarter, List<Quarter> choices) {
        super(words.text("market.inputs"));
        this.services = services;
        this.words = words;
        this.vertical = vertical;
        this.quarter = quarter;
        this.choices = choices;
        List<MarketEntry> history = services.book().history(vertical);
        hint(words.text("market.inputs.hint", words.quarter(quarter)));
        add(inputs(MarketBook.inputs(history, quarter)));
        if (!history.isEmpty()) {
            Details all = new Details(words.text("market.history"), table(history));
            all.addClassName("no-print");
            add(all);
        }
        if (services.book().mayEnter(vertical.key())) {
            actions(
                    new Button(words.text("market.target.set"), click -> aim()),
                    new Button(words.text("market.enter"), click -> enter()));
        }
    }

    private FigureTable inputs(Map<Input, MarketEntry> inputs) {
        FigureTable table = new FigureTable(
                        words.text("market.inputs"),
                        words.text("market.column.input"),
                        words.text("market.column.value"),
                        words.text("market.column.since"),
                        words.text("market.column.by"))
                .words(2)
                .words(3);
        for (Input input : Input.values()) {
            MarketEntry entry = inputs.get(input);
            table.row(
                    new Span(words.input(input)),
                    entry == null ? words.text("market.missing") : amount(entry),
                    entry == null ? Formats.MISSING : words.quarter(entry.quarter()),
                    entry == null ? Formats.MISSING : entry.by());
        }
        return table;
    }

    private FigureTable table(List<MarketEntry> history) {
        FigureTable table = new FigureTable(
                        words.text("market.history"),
                        words.text("market.column.input"),
                        words.text("market.column.value"),
                        words.text("market.column.quarter"),
                        words.text("market.column.by"))
                .words(2)
                .words(3);
        history.stream()
                .limit(MOST_SHOWN)
                .forEach(entry -> table.row(
                        new Span(words.name(entry)),
                        entry.amount() == null ? words.text("market.taken-back") : amount(entry),
                        words.quarter(entry.quarter()),
                        entry.by() + " · "
                                + words.formats()
                                        .dateTime(entry.at(), services.clock().getZone())));
        return table;
    }

    private String amount(MarketEntry entry) {
        Unit unit = unit(entry.name());
        return words.value(unit, unit.value(Objects.requireNonNull(entry.amount())));
    }

    private static Unit unit(String name) {
        for (Input input : Input.values()) {
            if (input.name().equals(name)) {
                return input.unit();
            }
        }
        return Measure.valueOf(name).unit();
    }

    private Select<Quarter> quarters() {
        Select<Quarter> select = new Select<>();
        select.setLabel(words.text("market.column.quarter"));
        select.setItems(choices);
        select.setItemLabelGenerator(words::quarter);
        select.setValue(quarter);
        select.setWidthFull();
        return select;
    }

    private static BigDecimalField amount() {
        BigDecimalField amount = new BigDecimalField();
        amount.setWidthFull();
        return amount;
    }

    private void enter() {
        Select<Input> input = new Select<>();
        BigDecimalField amount = amount();
        input.setLabel(words.text("market.column.input"));
        input.setItems(Input.values());
        input.setItemLabelGenerator(words::input);
        input.setWidthFull();
        input.addValueChangeListener(change -> {
            Input chosen = change.getValue();
            amount.setLabel(words.label(words.text("market.column.value"), chosen.unit()));
            amount.setHelperText(words.text(chosen.isLasting() ? "market.lasting" : "market.of-quarter"));
        });
        input.setValue(Input.MARKET_SIZE);
        Select<Quarter> when = quarters();
        open(
                "market.enter",
                () -> services.book()
                        .enter(
                                vertical,
                                input.getValue(),
                                chosen(when),
                                words.stored(input.getValue().unit(), amount.getValue())),
                input,
                when,
                amount);
    }

    private void aim() {
        Select<Measure> measure = new Select<>();
        BigDecimalField amount = amount();
        measure.setLabel(words.text("market.column.measure"));
        measure.setItems(Measure.values());
        measure.setItemLabelGenerator(words::measure);
        measure.setWidthFull();
        measure.addValueChangeListener(change -> {
            Measure chosen = change.getValue();
            amount.setLabel(words.label(words.text("market.column.target"), chosen.unit()));
            amount.setHelperText(words.text(chosen.moreIsBetter() ? "market.at-least" : "market.at-most"));
        });
        measure.setValue(Measure.COVERAGE);
        Select<Quarter> when = quarters();
        open(
                "market.target.set",
                () -> services.book()
                        .aim(
                                vertical,
                                measure.getValue(),
                                chosen(when),
                                words.typed(measure.getValue().unit(), amount.getValue())),
                measure,
                when,
                amount);
    }

    private static Quarter chosen(Select<Quarter> when) {
        @Nullable Quarter chosen = when.getValue();
        if (chosen == null) {
            throw new Problem("market.problem.quarter");
        }
        return chosen;
    }

    private void open(String title, Runnable act, Select<?> what, Select<Quarter> when, BigDecimalField amount) {
        new ActDialog(
                        words.text(title),
                        words.text("market.save"),
                        () -> {
                            act.run();
                            Messages.done(words.text("market.saved"));
                        },
                        what,
                        when,
                        amount,
                        new Div(words.text("market.enter.help")))
                .open();
    }
}
