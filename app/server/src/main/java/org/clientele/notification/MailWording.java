package org.clientele.notification;

import java.util.Locale;

/** Puts notifications into words for mail. */
public interface MailWording {
    /** @param portal address of the portal, without a slash at its end */
    MailText notification(Notification told, String portal, Locale locale);

    MailText test(String portal, Locale locale);
}
