package org.clientele.cases.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.access.User;
import org.clientele.cases.CaseEvent;
import org.clientele.cases.CaseReason;
import org.clientele.cases.CaseState;
import org.clientele.cases.ServiceCase;
import org.clientele.common.Problem;
import org.clientele.common.ui.ActDialog;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Icon;
import org.clientele.plugin.Vertical;
import org.jspecify.annotations.Nullable;

/** What somebody can do with a case, as far as its state and the user's rights allow. */
final class CaseActs {
    private static final int NOTE_ROWS = 3;

    private final CaseServices services;
    private final CaseWords words;
    private final Vertical vertical;
    private final ServiceCase one;

    CaseActs(CaseServices services, CaseWords words, Vertical vertical, ServiceCase one) {
        this.services = services;
        this.words = words;
        this.vertical = vertical;
        this.one = one;
    }

    String verticalKey() {
        return vertical.key();
    }

    boolean mayWork() {
        return services.mayWork(vertical.key());
    }

    /** The step that is next in most cases. */
    Optional<Button> primary() {
        if (!mayWork() || one.mergedInto() != null) {
            return Optional.empty();
        }
        if (one.state().isOpen() && one.data().ownerId() == null) {
            return Optional.of(
                    new Button(words.text("cases.take"), Icon.USER_CHECK.create(), click -> attempt(this::take)));
        }
        return switch (one.state()) {
            case SOLVED ->
                Optional.of(new Button(
                        words.text("cases.close"),
                        Icon.CHECK.create(),
                        click -> attempt(() -> move(CaseState.CLOSED, "", null))));
            case CLOSED -> Optional.empty();
            default -> Optional.of(new Button(words.text("cases.solve"), Icon.CHECK.create(), click -> solve()));
        };
    }

    /** Everything else. */
    List<Component> buttons() {
        List<Component> buttons = new ArrayList<>();
        if (!mayWork()) {
            return buttons;
        }
        buttons.add(new Button(words.text("cases.edit"), Icon.PENCIL.create(), click -> edit()));
        if (one.mergedInto() == null && !one.state().isOpen()) {
            buttons.add(new Button(words.text("cases.reopen"), Icon.ROTATE_CCW.create(), click -> reopen()));
        }
        return buttons;
    }

    /** The states that one click leads to. */
    List<Button> moves() {
        if (!mayWork() || one.mergedInto() != null || !one.state().isOpen()) {
            return List.of();
        }
        List<Button> moves = new ArrayList<>();
        one.state().next().stream()
                .filter(CaseState::isOpen)
                .forEach(to -> moves.add(new Button(words.state(to), click -> attempt(() -> move(to, "", null)))));
        if (one.data().ownerId() == null) {
            moves.add(new Button(words.text("cases.solve"), click -> solve()));
        }
        return moves;
    }

    private void take() {
        User user = services.rights().user();
        services.cases().assign(vertical.key(), one, user.id());
        if (one.state() == CaseState.NEW) {
            ServiceCase taken = services.cases().get(vertical.key(), one.number());
            services.cases().move(vertical.key(), taken, CaseState.OPEN, "", null);
        }
        Messages.done(words.text("cases.taken", one.label()));
    }

    private void move(CaseState to, String note, @Nullable CaseReason reason) {
        services.cases().move(vertical.key(), one, to, note, reason);
        Messages.done(words.text("cases.moved", one.label(), words.state(to)));
    }

    private void solve() {
        TextArea solution = note("cases.solve.text");
        Select<CaseReason> reason = new Select<>();
        reason.setLabel(words.text("cases.solve.reason"));
        reason.setItems(CaseReason.values());
        reason.setItemLabelGenerator(words::reason);
        reason.setRequiredIndicatorVisible(true);
        reason.setValue(one.reason());
        reason.setWidthFull();
        new ActDialog(
                        words.text("cases.solve.title", one.label()),
                        words.text("cases.solve.do"),
                        () -> move(CaseState.SOLVED, solution.getValue(), reason.getValue()),
                        solution,
                        reason)
                .open();
    }

    private void reopen() {
        TextArea why = note("cases.reopen.text");
        new ActDialog(
                        words.text("cases.reopen.title", one.label()),
                        words.text("cases.reopen.do"),
                        () -> move(CaseState.REOPENED, why.getValue(), null),
                        why)
                .open();
    }

    private void edit() {
        new CaseForm(services, vertical).edit(one, () -> Messages.done(words.text("cases.edit.done")));
    }

    /** Writes a note for colleagues. */
    void writeNote() {
        TextArea note = note("cases.note.text");
        new ActDialog(
                        words.text("cases.note.title", one.label()),
                        words.text("cases.note.do"),
                        () -> services.cases().note(vertical.key(), one.number(), note.getValue()),
                        note)
                .open();
    }

    void answered() {
        attempt(() -> services.cases().answered(vertical.key(), one.number()));
    }

    void watch(boolean watching) {
        attempt(() -> services.links().watch(vertical.key(), one.number(), watching));
    }

    void relate() {
        IntegerField other = number();
        new ActDialog(
                        words.text("cases.relate.title", one.label()),
                        words.text("cases.relate.do"),
                        () -> services.links().relate(vertical.key(), one.number(), number(other)),
                        other)
                .open();
    }

    void merge() {
        IntegerField into = number();
        into.setHelperText(words.text("cases.merge.help"));
        new ActDialog(
                        words.text("cases.merge.title", one.label()),
                        words.text("cases.merge.do"),
                        () -> services.links().merge(vertical.key(), one, number(into)),
                        into)
                .open();
    }

    private IntegerField number() {
        IntegerField field = new IntegerField(words.text("cases.other"));
        field.setPrefixComponent(new com.vaadin.flow.component.html.Span("C-"));
        field.setWidthFull();
        return field;
    }

    private static int number(IntegerField field) {
        Integer number = field.getValue();
        if (number == null) {
            throw new Problem("cases.problem.number");
        }
        return number;
    }

    private TextArea note(String label) {
        TextArea note = new TextArea(words.text(label));
        note.setMaxLength(CaseEvent.NOTE_LENGTH);
        note.setMinRows(NOTE_ROWS);
        note.setRequiredIndicatorVisible(true);
        note.setWidthFull();
        return note;
    }

    static void attempt(Runnable act) {
        try {
            act.run();
        } catch (Problem problem) {
            Messages.problem(problem);
        }
    }
}
