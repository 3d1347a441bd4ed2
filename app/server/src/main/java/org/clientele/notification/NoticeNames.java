package org.clientele.notification;

import java.util.Locale;
import java.util.Optional;

/** Names what a notice tells of where only the feature that told knows the name: a name has several languages, a notice has one text. */
@FunctionalInterface
public interface NoticeNames {
    /** The name in the language of the reader; empty: the feature does not know it, or did not tell. */
    Optional<String> name(Notification told, Locale locale);
}
