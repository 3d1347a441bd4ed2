package org.clientele.plugin.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.clientele.plugin.Vertical;

/** What a feature lets people set for a whole vertical; shown beside where its data comes from. A bean. */
public interface SettingPanel {
    /** The setting, or nothing for whoever has no business with it. */
    Optional<Component> create(Vertical vertical);
}
