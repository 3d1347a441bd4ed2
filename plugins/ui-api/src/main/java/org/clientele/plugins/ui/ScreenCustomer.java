package org.clientele.plugins.ui;

/** A customer with what is computed about them, as of the time it was read. Immutable; equal to the same customer read at another time. */
public interface ScreenCustomer {
    /** The portal's id, for links and changes. */
    long id();

    /** The number that the business knows the customer by. */
    String number();

    /** The name, or the number where there is none. */
    String title();

    /** The value of an attribute or metric, or of {@code segment_} + id of a model; {@link FieldValue#MISSING} where there is none. */
    FieldValue value(String field);

    /** The same as text in the person's language; a dash where there is none. */
    String text(String field);
}
