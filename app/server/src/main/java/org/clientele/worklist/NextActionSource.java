package org.clientele.worklist;

import java.util.List;
import java.util.Locale;
import org.clientele.plugin.Vertical;

/** What might be done next for a customer. Every Spring bean of this type is asked; it checks rights as its feature's service does. */
public interface NextActionSource {
    /** In the words of the language, in no order. */
    List<NextAction> next(Vertical vertical, long customerId, Locale locale);
}
