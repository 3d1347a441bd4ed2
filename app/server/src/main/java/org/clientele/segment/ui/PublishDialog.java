package org.clientele.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import org.clientele.common.ui.PublicationFields;

/** Asks why, and from when, before something is published; shows what it changes. */
final class PublishDialog extends Dialog {
    private final PublicationFields fields;
    private final Div content = new Div();

    PublishDialog(
            SegmentWords words,
            String title,
            String action,
            DifferenceList differences,
            PublicationFields.Publication publication) {
        super(title);
        fields = new PublicationFields(words.text("segment.publish.note"));
        content.add(differences, fields);
        content.addClassName("stack");
        add(content);
        setWidth("min(760px, 96vw)");
        Button publish = new Button(action, click -> publish(publication));
        publish.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(words.text("common.cancel"), click -> close()), publish);
    }

    /** What else to know before deciding, above all the rest. */
    void remark(Component... remarks) {
        Div remark = new Div(remarks);
        remark.addClassName("stack");
        content.addComponentAsFirst(remark);
    }

    /** Asks from when, too; what applies at once only does without. */
    PublishDialog askFrom(Instant now) {
        fields.askFrom(now);
        return this;
    }

    private void publish(PublicationFields.Publication publication) {
        if (fields.attempt(publication)) {
            close();
        }
    }
}
