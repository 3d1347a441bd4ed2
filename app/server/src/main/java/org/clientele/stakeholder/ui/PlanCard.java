package org.clientele.stakeholder.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import org.clientele.access.User;
import org.clientele.common.Problem;
import org.clientele.common.ui.ActDialog;
import org.clientele.common.ui.DateFields;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Card;
import org.clientele.frontend.Icon;
import org.clientele.plugin.Vertical;
import org.clientele.stakeholder.PlanAction;
import org.clientele.stakeholder.Stakeholder;
import org.clientele.stakeholder.StakeholderData;

/** The relationship plan of a party: its goals and actions. */
final class PlanCard extends Card {
    private final transient StakeholderServices services;
    private final transient StakeholderWords words;
    private final transient Vertical vertical;
    private final transient Stakeholder party;
    private final LocalDate today;

    PlanCard(
            StakeholderServices services,
            StakeholderWords words,
            Vertical vertical,
            Stakeholder party,
            List<PlanAction> actions) {
        super(words.text("stakeholder.plan"));
        this.services = services;
        this.words = words;
        this.vertical = vertical;
        this.party = party;
        today = LocalDate.now(services.clock());
        boolean mayEdit = services.register().mayEdit(vertical.key());
        String goals = party.data().goals();
        Div text = new Div(goals.isEmpty() ? words.text("stakeholder.goals.none") : goals);
        text.addClassName(goals.isEmpty() ? "caption" : "pre-line");
        add(text);
        if (actions.isEmpty()) {
            add(Entries.none(words.text("stakeholder.actions.none")));
        }
        Entries list = new Entries();
        actions.forEach(action -> list.entry(
                action.title(),
                words.action(action, today),
                mayEdit && action.state() == PlanAction.State.OPEN ? buttons(action) : new Button[0]));
        add(list);
        if (mayEdit) {
            actions(
                    new Button(words.text("stakeholder.goals.edit"), click -> goals()),
                    new Button(
                            words.text("stakeholder.action.new"),
                            click -> edit(PlanAction.open("", party.data().ownerId(), today.plusMonths(1)))));
        }
    }

    private Button[] buttons(PlanAction action) {
        return new Button[] {
            Entries.small(Icon.PENCIL, words.text("stakeholder.action.edit", action.title()), () -> edit(action)),
            Entries.small(Icon.TRASH_2, words.text("stakeholder.action.delete", action.title()), () -> {
                Runnable back = services.plans().delete(vertical, party.id(), action);
                Messages.done(words.text("stakeholder.action.deleted"), back);
            })
        };
    }

    private void goals() {
        TextArea goals = new TextArea(words.text("stakeholder.goals"));
        goals.setHelperText(words.text("stakeholder.goals.help"));
        goals.setMaxLength(StakeholderData.TEXT_LENGTH);
        goals.setValue(party.data().goals());
        goals.setWidthFull();
        new ActDialog(
                        words.text("stakeholder.goals.edit"),
                        words.text("stakeholder.save"),
                        () -> {
                            services.register()
                                    .change(vertical, party, party.data().withGoals(goals.getValue()));
                            Messages.done(words.text("stakeholder.saved"));
                        },
                        goals)
                .open();
    }

    private void edit(PlanAction action) {
        TextField title = new TextField(words.text("stakeholder.action.title"));
        title.setMaxLength(StakeholderData.NAME_LENGTH);
        title.setValue(action.title());
        title.setWidthFull();
        DatePicker due = DateFields.create(words.text("stakeholder.action.due"));
        due.setValue(action.dueOn());
        ComboBox<User> owner = PartyForm.owner(services, words, vertical);
        PartyForm.choose(owner, action.ownerId());
        new ActDialog(
                        words.text("stakeholder.action"),
                        words.text("stakeholder.save"),
                        () -> {
                            LocalDate day = due.getValue();
                            if (day == null) {
                                throw new Problem("stakeholder.problem.due");
                            }
                            PlanAction entered = new PlanAction(
                                    action.id(),
                                    title.getValue(),
                                    PartyForm.chosen(owner),
                                    null,
                                    day,
                                    PlanAction.State.OPEN,
                                    null);
                            services.plans().save(vertical, party.id(), entered);
                            Messages.done(words.text("stakeholder.saved"));
                        },
                        title,
                        due,
                        owner)
                .open();
    }
}
