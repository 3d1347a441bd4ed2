package org.clientele.common.ui;

/** A screen about one customer, on which a contact with that customer is written. */
public interface ContactPlace {
    /**
     * Puts the cursor where a contact is written.
     *
     * @return false where there is no such place, because the customer is gone or this user logs no contacts
     */
    boolean writeContact();
}
