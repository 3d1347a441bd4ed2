package org.clientele.segment.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.clientele.segment.OwnModels;

/** Links to the models that nobody published yet; hidden where there is none. */
final class UnpublishedModels extends Nav {
    UnpublishedModels(SegmentWords words, List<OwnModels.Unpublished> models) {
        addClassNames("chips", "row");
        setAriaLabel(words.text("segment.new.unpublished"));
        setVisible(!models.isEmpty());
        Span title = new Span(words.text("segment.new.unpublished"));
        title.addClassName("caption");
        add(title);
        for (OwnModels.Unpublished model : models) {
            Anchor chip = new Anchor(
                    SegmentsNavigation.studio(words.vertical().key(), model.model()),
                    model.name().in(getLocale()));
            chip.getElement().setAttribute("router-link", true);
            chip.addClassName("chip");
            add(chip);
        }
    }
}
