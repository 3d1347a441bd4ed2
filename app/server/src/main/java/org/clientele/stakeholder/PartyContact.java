package org.clientele.stakeholder;

/** Whom to speak to at a party: personal data. */
public record PartyContact(long id, String name, String position, String phone, String email) {
    public static final int PHONE_LENGTH = 60;

    public PartyContact {
        name = name.strip();
        position = position.strip();
        phone = phone.strip();
        email = email.strip();
    }

    void requireSound() {
        StakeholderData.requireText("stakeholder.problem.contact", name, StakeholderData.NAME_LENGTH);
        StakeholderData.requireShort(position, StakeholderData.NAME_LENGTH);
        StakeholderData.requireShort(phone, PHONE_LENGTH);
        StakeholderData.requireShort(email, StakeholderData.NAME_LENGTH);
    }
}
