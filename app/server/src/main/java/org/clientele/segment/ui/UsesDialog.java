package org.clientele.segment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Tone;

/** Says what has to be resolved before segments can go: where each is used and what to do there. */
final class UsesDialog extends Dialog {
    UsesDialog(SegmentWords words, UseTable uses) {
        super(words.text("segment.use.refused"));
        Div content = new Div(new Banner(Tone.BAD, words.text("segment.use.refused.why")), uses);
        content.addClassName("stack");
        add(content);
        setWidth("min(760px, 96vw)");
        Button close = new Button(words.text("common.close"), click -> close());
        close.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(close);
    }
}
