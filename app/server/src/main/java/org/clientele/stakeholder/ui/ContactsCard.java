package org.clientele.stakeholder.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.common.ui.ActDialog;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Card;
import org.clientele.frontend.Icon;
import org.clientele.plugin.Vertical;
import org.clientele.stakeholder.NewRow;
import org.clientele.stakeholder.PartyContact;
import org.clientele.stakeholder.StakeholderData;

/** Whom to speak to at a party: personal data, marked as such and erased one by one. */
final class ContactsCard extends Card {
    private final transient StakeholderServices services;
    private final transient StakeholderWords words;
    private final transient Vertical vertical;
    private final long partyId;

    ContactsCard(StakeholderServices services, StakeholderWords words, Vertical vertical, long partyId) {
        super(words.text("stakeholder.contacts"));
        this.services = services;
        this.words = words;
        this.vertical = vertical;
        this.partyId = partyId;
        if (!services.register().maySeeContacts(vertical.key())) {
            add(Entries.none(words.text("stakeholder.contacts.hidden")));
            return;
        }
        boolean mayEdit = services.register().mayEdit(vertical.key());
        List<PartyContact> contacts = services.register().contacts(vertical, partyId);
        if (contacts.isEmpty()) {
            add(Entries.none(words.text("stakeholder.contacts.none")));
        }
        Entries list = new Entries();
        contacts.forEach(contact -> list.entry(
                contact.name(),
                Stream.of(contact.position(), contact.phone(), contact.email())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" · ")),
                mayEdit ? buttons(contact) : new Button[0]));
        add(list, Entries.none(words.text("stakeholder.contacts.personal")));
        if (mayEdit) {
            actions(new Button(
                    words.text("stakeholder.contact.new"), click -> edit(new PartyContact(NewRow.ID, "", "", "", ""))));
        }
    }

    private Button[] buttons(PartyContact contact) {
        return new Button[] {
            Entries.small(Icon.PENCIL, words.text("stakeholder.contact.edit", contact.name()), () -> edit(contact)),
            Entries.small(Icon.TRASH_2, words.text("stakeholder.contact.erase", contact.name()), () -> erase(contact))
        };
    }

    private void edit(PartyContact contact) {
        TextField name = field("name", contact.name(), StakeholderData.NAME_LENGTH);
        TextField position = field("position", contact.position(), StakeholderData.NAME_LENGTH);
        TextField phone = field("phone", contact.phone(), PartyContact.PHONE_LENGTH);
        TextField email = field("email", contact.email(), StakeholderData.NAME_LENGTH);
        new ActDialog(
                        words.text("stakeholder.contact"),
                        words.text("stakeholder.save"),
                        () -> {
                            services.register()
                                    .save(
                                            vertical,
                                            partyId,
                                            new PartyContact(
                                                    contact.id(),
                                                    name.getValue(),
                                                    position.getValue(),
                                                    phone.getValue(),
                                                    email.getValue()));
                            Messages.done(words.text("stakeholder.saved"));
                        },
                        name,
                        position,
                        phone,
                        email)
                .open();
    }

    private TextField field(String key, String value, int longest) {
        TextField field = new TextField(words.text("stakeholder.contact." + key));
        field.setMaxLength(longest);
        field.setValue(value);
        field.setWidthFull();
        return field;
    }

    private void erase(PartyContact contact) {
        new ActDialog(
                        words.text("stakeholder.contact.erase", contact.name()),
                        words.text("stakeholder.contact.erase.do"),
                        () -> {
                            services.register().eraseContact(vertical, partyId, contact.id());
                            Messages.done(words.text("stakeholder.contact.erased"));
                        },
                        new Div(words.text("stakeholder.contact.erase.text")))
                .open();
    }
}
