package org.clientele.cases.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientele.cases.CaseEvent;
import org.clientele.cases.CaseReason;
import org.clientele.cases.CaseType;
import org.clientele.cases.ComplaintPath.Done;
import org.clientele.cases.ComplaintStep;
import org.clientele.cases.ServiceCase;
import org.clientele.common.AddressParameters;
import org.clientele.common.Money;
import org.clientele.common.Problem;
import org.clientele.common.ui.ActDialog;
import org.clientele.frontend.Card;
import org.clientele.frontend.Icon;
import org.clientele.frontend.Timeline;
import org.clientele.frontend.Tone;
import org.clientele.plugin.Vertical;
import org.jspecify.annotations.Nullable;

/** The way of a complaint, each step with what was done or the means to record it. */
final class ComplaintCard extends Card {
    private final CaseServices services;
    private final CaseWords words;
    private final Vertical vertical;
    private final ServiceCase one;

    ComplaintCard(CaseServices services, CaseWords words, Vertical vertical, ServiceCase one) {
        super(words.text("cases.path"));
        this.services = services;
        this.words = words;
        this.vertical = vertical;
        this.one = one;
        Map<ComplaintStep, Done> done = services.complaints().of(vertical.key(), one.number());
        Timeline timeline = new Timeline();
        for (ComplaintStep step : ComplaintStep.values()) {
            timeline.add(item(step, done.get(step)));
        }
        add(timeline);
    }

    private ListItem item(ComplaintStep step, @Nullable Done done) {
        Component[] acts = services.mayWork(vertical.key()) && one.mergedInto() == null
                ? new Component[] {record(step, done)}
                : new Component[0];
        String title = words.step(step);
        if (done == null) {
            return Timeline.item(
                    words.text("cases.path.to-do"),
                    Icon.MINUS,
                    Tone.MUTED,
                    title,
                    words.text("cases.path." + code(step)),
                    acts);
        }
        String more =
                switch (step) {
                    case ROOT_CAUSE -> words.reason(one.reason()) + "\n";
                    case COST -> one.cost() == null ? "" : words.formats().money(one.cost()) + "\n";
                    default -> "";
                };
        return Timeline.item(
                words.time(done.at()), Icon.CHECK, Tone.GOOD, title, more + done.note() + "\n" + done.by(), acts);
    }

    private static String code(ComplaintStep step) {
        return AddressParameters.code(step);
    }

    private Button record(ComplaintStep step, @Nullable Done done) {
        String text = words.text(done == null ? "cases.path.record" : "cases.path.change");
        Button button = new Button(text, click -> ask(step, done));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(text + ": " + words.step(step));
        return button;
    }

    private void ask(ComplaintStep step, @Nullable Done done) {
        TextArea note = new TextArea(words.text("cases.path." + code(step)));
        note.setMaxLength(CaseEvent.NOTE_LENGTH);
        note.setMinRows(2);
        note.setWidthFull();
        note.setValue(done == null ? "" : done.note());
        Select<CaseReason> reason = new Select<>();
        reason.setLabel(words.text("cases.solve.reason"));
        reason.setItems(CaseReason.values());
        reason.setItemLabelGenerator(words::reason);
        reason.setValue(one.reason());
        int digits = Money.fractionDigits(vertical.currency());
        BigDecimalField cost = new BigDecimalField(words.text("cases.path.amount", vertical.currency()));
        cost.setValue(one.cost() == null ? null : BigDecimal.valueOf(one.cost(), digits));
        List<Component> fields = new ArrayList<>(List.of(note));
        if (step == ComplaintStep.ROOT_CAUSE) {
            fields.add(reason);
        } else if (step == ComplaintStep.COST) {
            fields.addFirst(cost);
        }
        new ActDialog(
                        words.step(step),
                        words.text("cases.path.save"),
                        () -> services.complaints()
                                .record(
                                        vertical.key(),
                                        one,
                                        step,
                                        note.getValue(),
                                        step == ComplaintStep.ROOT_CAUSE ? reason.getValue() : null,
                                        step == ComplaintStep.COST ? minor(cost.getValue(), digits) : null),
                        fields.toArray(Component[]::new))
                .open();
    }

    private static @Nullable Long minor(@Nullable BigDecimal amount, int digits) {
        try {
            return amount == null ? null : amount.movePointRight(digits).longValueExact();
        } catch (ArithmeticException tooFine) {
            throw new Problem("cases.problem.step-cost");
        }
    }

    /** Beside a case that is no complaint there is nothing. */
    static Div of(CaseServices services, CaseWords words, Vertical vertical, ServiceCase one) {
        Div place = new Div();
        place.setVisible(one.data().type() == CaseType.COMPLAINT);
        if (place.isVisible()) {
            place.add(new ComplaintCard(services, words, vertical, one));
        }
        return place;
    }
}
