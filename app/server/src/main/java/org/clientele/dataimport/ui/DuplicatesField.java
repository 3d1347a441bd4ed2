package org.clientele.dataimport.ui;

import com.vaadin.flow.component.select.Select;
import org.clientele.plugins.api.ImportPreset.Duplicates;

/** Asks what happens to exact duplicates. */
final class DuplicatesField {
    private DuplicatesField() {}

    /** A field that writes the choice into the draft. */
    static Select<Duplicates> create(ImportTexts texts, ImportDraft draft) {
        Select<Duplicates> field = new Select<>();
        field.setLabel(texts.text("dataimport.duplicates"));
        field.setItems(Duplicates.values());
        field.setItemLabelGenerator(choice -> texts.text("dataimport.duplicates." + choice));
        field.setValue(draft.plan().duplicates());
        field.addValueChangeListener(change -> draft.plan(draft.plan().withDuplicates(change.getValue())));
        return field;
    }
}
