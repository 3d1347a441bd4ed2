package org.clientele.plugins.ui;

import java.time.LocalDate;

/** How the portal writes names and figures in the person's language. Everything returned is plain text. */
public interface ScreenFormats {
    /** The name of an attribute or metric; anything else is its own name. */
    String name(String field);

    /** A value of that attribute or metric, with its unit or translation; a dash where there is none. */
    String value(String field, FieldValue value);

    /** The name of a segment. */
    String segment(String model, String segment);

    /** A whole number: 12,400. */
    String whole(long number);

    /** A number with at most two decimals. */
    String decimal(double number);

    /** A share from 0 to 1 in percent. */
    String percent(double share);

    /** An exact amount in minor units of the vertical's currency. */
    String money(long minor);

    /** A day: 14 Mar 2023, 2023年3月14日. */
    String date(LocalDate date);
}
