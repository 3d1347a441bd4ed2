package org.clientele.plugin.ui;

import com.vaadin.flow.component.UI;
import org.clientele.plugins.api.VerticalDefinition;

/** How much a plugin declares, in one line. */
final class Contents {
    private Contents() {}

    static String of(VerticalDefinition definition) {
        return UI.getCurrent()
                .getTranslation(
                        "plugin.declares",
                        definition.attributes().size(),
                        definition.activities().size(),
                        definition.metrics().size(),
                        definition.models().size(),
                        definition.strategies().size(),
                        definition.imports().size());
    }
}
