package org.clientele.segment.ui;

import com.vaadin.flow.component.html.Div;
import org.clientele.segment.ModelChange;

/** The fields of a model in its dialog. */
abstract class ModelFields extends Div {
    /** What the fields say; whether it fits is for the service to say. */
    abstract ModelChange change();
}
