package org.clientele.interaction.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.clientele.interaction.InteractionData;
import org.clientele.interaction.Revision;

/** What a contact said before each edit, newest first. */
final class HistoryDialog extends Dialog {
    private final InteractionTexts texts = new InteractionTexts((key, arguments) -> getTranslation(key, arguments));
    private final DateTimeFormatter when;
    private final DateTimeFormatter day;

    HistoryDialog(List<Revision> revisions, ZoneId zone) {
        when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(getLocale())
                .withZone(zone);
        day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(getLocale());
        setHeaderTitle(getTranslation("interaction.history.title"));
        setWidth("560px");
        setMaxWidth("100%");
        Div list = new Div();
        list.addClassName("list");
        revisions.forEach(revision -> list.add(item(revision)));
        add(list);
        getFooter().add(new Button(getTranslation("common.close"), click -> close()));
    }

    private Div item(Revision revision) {
        InteractionData before = revision.before();
        Paragraph who = new Paragraph(
                getTranslation("interaction.history.entry", revision.editedBy(), when.format(revision.editedAt())));
        who.addClassName("list-item-detail");
        Paragraph title = new Paragraph(texts.title(before));
        title.addClassName("list-item-title");
        Paragraph notes = new Paragraph(before.notes());
        notes.addClassName("pre-line");
        Div body = new Div(who, title, notes);
        body.addClassName("list-item-body");
        LocalDate followUpOn = before.followUpOn();
        if (followUpOn != null) {
            Paragraph due = new Paragraph(getTranslation("interaction.follow-up.due", day.format(followUpOn)));
            due.addClassName("list-item-detail");
            body.add(due);
        }
        Div item = new Div(body);
        item.addClassName("list-item");
        return item;
    }
}
