package org.clientele.interaction.ui;

import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Locale;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.worklist.WorkAct;
import org.clientele.worklist.WorkItem;
import org.clientele.worklist.WorkOutcome;
import org.clientele.worklist.Worklist;
import org.springframework.stereotype.Component;

/** What helps to write a contact down: texts to begin with, and work that the contact finishes. */
@Component
public class ContactAids {
    private final Worklist worklist;
    private final List<ContactTemplates> templates;
    private final Verticals verticals;

    public ContactAids(Worklist worklist, List<ContactTemplates> templates, Verticals verticals) {
        this.worklist = worklist;
        this.templates = templates;
        this.verticals = verticals;
    }

    List<ContactTemplates.Template> templates(String verticalKey) {
        Vertical vertical = verticals.get(verticalKey);
        Locale locale = UI.getCurrent().getLocale();
        return templates.stream()
                .flatMap(source -> source.of(vertical, locale).stream())
                .toList();
    }

    List<WorkItem> open(String verticalKey, long customerId) {
        return worklist.ofCustomer(
                verticals.get(verticalKey), customerId, UI.getCurrent().getLocale());
    }

    /** Finishes a piece of work by a contact. */
    void finish(String verticalKey, WorkItem item, WorkOutcome outcome, String note) {
        String kept = note.length() > Worklist.NOTE_LENGTH ? note.substring(0, Worklist.NOTE_LENGTH) : note;
        worklist.act(verticals.get(verticalKey), item, new WorkAct.Done(outcome, kept));
    }
}
