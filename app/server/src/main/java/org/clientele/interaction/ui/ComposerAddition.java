package org.clientele.interaction.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.clientele.interaction.Interaction;

/** What another feature lets somebody do with a contact in the step that writes it down. Every Spring bean of this type is asked. */
public interface ComposerAddition {
    /** A field in the composer. */
    interface Field {
        Component component();

        /** The contact was written down; may be told again of the same one after it failed with a problem. */
        void logged(Interaction contact);

        /** Ready for the next contact. */
        void clear();
    }

    /** A field for a contact with the customer, or nothing when the user may not use it. */
    Optional<Field> create(String verticalKey, long customerId);
}
