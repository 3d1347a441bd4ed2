package org.clientele.interaction.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.clientele.plugin.Vertical;

/** Work that another feature adds to the worklist. Every Spring bean of this type is asked, in the order of {@code @Order}. */
public interface WorklistSection {
    /**
     * What is to be done, or nothing.
     *
     * @param onlyMine only what is the user's own
     */
    Optional<Component> create(Vertical vertical, boolean onlyMine);

    /** The event after which to ask again; it is about the shown vertical or about another one. */
    Class<?> changedBy();
}
