package org.clientele.stakeholder.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import org.clientele.common.Problem;
import org.clientele.common.ui.ActDialog;
import org.clientele.common.ui.DateFields;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Card;
import org.clientele.frontend.Icon;
import org.clientele.plugin.Vertical;
import org.clientele.stakeholder.Agreement;
import org.clientele.stakeholder.NewRow;
import org.clientele.stakeholder.StakeholderData;

/** The agreements with a party, with their days. */
final class AgreementsCard extends Card {
    private final transient StakeholderServices services;
    private final transient StakeholderWords words;
    private final transient Vertical vertical;
    private final long partyId;

    AgreementsCard(StakeholderServices services, StakeholderWords words, Vertical vertical, long partyId) {
        super(words.text("stakeholder.agreements"));
        this.services = services;
        this.words = words;
        this.vertical = vertical;
        this.partyId = partyId;
        boolean mayEdit = services.register().mayEdit(vertical.key());
        LocalDate today = LocalDate.now(services.clock());
        List<Agreement> agreements = services.register().agreements(vertical, partyId);
        if (agreements.isEmpty()) {
            add(Entries.none(words.text("stakeholder.agreements.none")));
        }
        Entries list = new Entries();
        for (Agreement agreement : agreements) {
            LocalDate told = agreement.remindOn();
            String days = words.agreement(agreement, today);
            list.entry(
                    agreement.title(),
                    told == null
                            ? days
                            : days
                                    + " · "
                                    + words.text(
                                            "stakeholder.agreement.told",
                                            words.formats().date(told)),
                    mayEdit ? buttons(agreement) : new Button[0]);
        }
        add(list);
        if (mayEdit) {
            actions(new Button(
                    words.text("stakeholder.agreement.new"),
                    click -> edit(new Agreement(NewRow.ID, "", today, null, null))));
        }
    }

    private Button[] buttons(Agreement agreement) {
        return new Button[] {
            Entries.small(
                    Icon.PENCIL, words.text("stakeholder.agreement.edit", agreement.title()), () -> edit(agreement)),
            Entries.small(Icon.TRASH_2, words.text("stakeholder.agreement.delete", agreement.title()), () -> {
                Runnable back = services.register().deleteAgreement(vertical, partyId, agreement);
                Messages.done(words.text("stakeholder.agreement.deleted"), back);
            })
        };
    }

    private void edit(Agreement agreement) {
        TextField title = new TextField(words.text("stakeholder.agreement.title"));
        title.setMaxLength(StakeholderData.NAME_LENGTH);
        title.setValue(agreement.title());
        title.setWidthFull();
        DatePicker starts = DateFields.create(words.text("stakeholder.agreement.starts"));
        starts.setValue(agreement.startsOn());
        DatePicker ends = DateFields.create(words.text("stakeholder.agreement.ends"));
        ends.setClearButtonVisible(true);
        ends.setValue(agreement.endsOn());
        DatePicker remind = DateFields.create(words.text("stakeholder.agreement.remind"));
        remind.setClearButtonVisible(true);
        remind.setValue(agreement.remindOn());
        remind.setHelperText(words.text("stakeholder.agreement.remind.help", Agreement.NOTICE));
        ends.addValueChangeListener(change -> {
            LocalDate end = change.getValue();
            remind.setValue(end == null ? null : end.minusDays(Agreement.NOTICE));
        });
        new ActDialog(
                        words.text("stakeholder.agreement"),
                        words.text("stakeholder.save"),
                        () -> {
                            LocalDate first = starts.getValue();
                            if (first == null) {
                                throw new Problem("stakeholder.problem.starts");
                            }
                            services.register()
                                    .save(
                                            vertical,
                                            partyId,
                                            new Agreement(
                                                    agreement.id(),
                                                    title.getValue(),
                                                    first,
                                                    ends.getValue(),
                                                    remind.getValue()));
                            Messages.done(words.text("stakeholder.saved"));
                        },
                        title,
                        starts,
                        ends,
                        remind)
                .open();
    }
}
