package org.clientele.segment.ui;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.clientele.segment.LocalName;
import org.clientele.segment.NewModel;

/** What a new model is made of, and what its segments are called. */
abstract class StartFields extends Div {
    StartFields() {
        addClassName("stack");
    }

    /** Fails with a problem when something is missing. */
    abstract NewModel.Start start();

    abstract List<LocalName> segments();
}
