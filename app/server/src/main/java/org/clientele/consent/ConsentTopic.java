package org.clientele.consent;

/** What a customer can allow or refuse. */
public enum ConsentTopic {
    /** Any contact that the customer did not begin; refused: do not contact. */
    CONTACT,
    /** Being treated by segment: tasks of strategies, care dates, lists that leave the portal. */
    PERSONALISATION,
    /** News about matters that the customer has with us. */
    SERVICE,
    /** Offers. */
    MARKETING,
    /** Questions about satisfaction. */
    SURVEYS
}
