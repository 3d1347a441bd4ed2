package org.clientele.worklist.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clientele.access.User;
import org.clientele.common.Problem;
import org.clientele.common.ui.ActDialog;
import org.clientele.common.ui.DateFields;
import org.clientele.common.ui.Messages;
import org.clientele.worklist.WorkAct;
import org.clientele.worklist.WorkItem;
import org.clientele.worklist.WorkOutcome;
import org.clientele.worklist.Worklist;
import org.jspecify.annotations.Nullable;

/** What can be done with an item: asks what has to be known, does it, and remembers how to take the last act back. */
final class WorkActs {
    private final BiFunction<WorkItem, WorkAct, Runnable> acting;
    private final WorkWords words;
    private final List<User> colleagues;
    private final LocalDate today;
    private final Consumer<WorkItem> whenDone;
    private @Nullable Runnable undo;

    /**
     * @param acting carries an act out and says how to take it back
     * @param whenDone is told the item
     */
    WorkActs(
            BiFunction<WorkItem, WorkAct, Runnable> acting,
            WorkWords words,
            List<User> colleagues,
            LocalDate today,
            Consumer<WorkItem> whenDone) {
        this.acting = acting;
        this.words = words;
        this.colleagues = colleagues;
        this.today = today;
        this.whenDone = whenDone;
    }

    /** Begins an act; nothing happens where the item does not allow it. */
    void begin(WorkAct.Kind kind, WorkItem item) {
        if (!item.acts().contains(kind)) {
            Messages.done(words.text("worklist.act.not", words.act(kind), item.customer()));
            return;
        }
        switch (kind) {
            case CLAIM -> claim(item);
            case DONE -> done(item);
            case POSTPONE -> postpone(item);
            case HAND_OVER -> handOver(item);
            case SKIP -> ask(kind, item, WorkAct.Skip::new);
        }
    }

    private void claim(WorkItem item) {
        try {
            carryOut(item, new WorkAct.Claim());
        } catch (Problem problem) {
            Messages.problem(problem);
        }
    }

    private void done(WorkItem item) {
        RadioButtonGroup<WorkOutcome> outcome = new RadioButtonGroup<>(words.text("worklist.dialog.outcome"));
        outcome.addClassName("choice");
        outcome.setItems(WorkOutcome.values());
        outcome.setItemLabelGenerator(words::outcome);
        outcome.setValue(WorkOutcome.ACHIEVED);
        ask(WorkAct.Kind.DONE, item, note -> new WorkAct.Done(outcome.getValue(), note), outcome);
    }

    private void postpone(WorkItem item) {
        LocalDate from = item.dueOn().isBefore(today) ? today : item.dueOn();
        DatePicker day = DateFields.create(words.text("worklist.dialog.day"));
        day.setMin(today);
        day.setValue(from.plusDays(1));
        Function<String, WorkAct> act = note -> {
            LocalDate chosen = day.getValue();
            if (chosen == null) {
                throw new Problem("worklist.problem.day");
            }
            return new WorkAct.Postpone(chosen, note);
        };
        ask(WorkAct.Kind.POSTPONE, item, act, day, days(day, from));
    }

    private Component days(DatePicker day, LocalDate from) {
        Div days = new Div();
        days.addClassName("row");
        for (int ahead : new int[] {1, 3, 7, 14}) {
            Button button = new Button(
                    words.text("worklist.dialog.later", words.formats().days(ahead)),
                    click -> day.setValue(from.plusDays(ahead)));
            button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            days.add(button);
        }
        return days;
    }

    private void handOver(WorkItem item) {
        ComboBox<User> person = new ComboBox<>(words.text("worklist.dialog.person"));
        person.setItems(colleagues.stream()
                .filter(user -> item.ownerId() == null || user.id() != item.ownerId())
                .toList());
        person.setItemLabelGenerator(User::displayName);
        person.setWidthFull();
        Function<String, WorkAct> act = note -> {
            User chosen = person.getValue();
            if (chosen == null) {
                throw new Problem("worklist.problem.person");
            }
            return new WorkAct.HandOver(chosen.id(), note);
        };
        ask(WorkAct.Kind.HAND_OVER, item, act, person);
    }

    /** Asks for the fields, and for a note behind them. */
    private void ask(WorkAct.Kind kind, WorkItem item, Function<String, WorkAct> act, Component... fields) {
        boolean skipped = kind == WorkAct.Kind.SKIP;
        TextField note = new TextField(words.text(skipped ? "worklist.dialog.reason" : "worklist.dialog.note"));
        note.setMaxLength(Worklist.NOTE_LENGTH);
        note.setRequiredIndicatorVisible(skipped);
        note.setWidthFull();
        new ActDialog(
                        words.text("worklist.dialog.title", words.act(kind), item.customer()),
                        words.act(kind),
                        () -> carryOut(item, act.apply(note.getValue().strip())),
                        Stream.concat(Stream.of(fields), Stream.of(note)).toArray(Component[]::new))
                .confirmedIn(note)
                .open();
    }

    private void carryOut(WorkItem item, WorkAct act) {
        Runnable back = acting.apply(item, act);
        undo = back;
        Messages.done(words.done(act.kind(), item.customer()), this::undo);
        whenDone.accept(item);
    }

    /** Takes the last act back; once. */
    void undo() {
        Runnable back = undo;
        undo = null;
        if (back == null) {
            Messages.done(words.text("worklist.undo.none"));
            return;
        }
        try {
            back.run();
            Messages.done(words.text("worklist.undo.done"));
        } catch (Problem problem) {
            Messages.problem(problem);
        }
    }
}
