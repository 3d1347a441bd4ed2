package org.clientele.plugin.ui;

import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.clientele.plugin.VerticalLayout;
import org.clientele.plugins.api.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What the fields of a vertical are called in the reader's language.
 *
 * @param texts where to look, one after the other; a field that none names is called by its id
 */
record FieldNames(List<Texts.Bundles> texts) {
    /** @param texts the vertical's; null when they cannot be read */
    FieldNames(Texts.@Nullable Bundles texts) {
        this(texts == null ? List.of() : List.of(texts));
    }

    /**
     * The name of the field with that of the activity or reference it belongs to.
     *
     * @param owner {@link VerticalLayout#CUSTOMER}, the activity's id, or {@link VerticalLayout#reference} of the reference's
     * @param field empty when the whole activity or reference is meant
     */
    String of(String owner, String field) {
        if (owner.equals(VerticalLayout.CUSTOMER)) {
            return text(Texts.attribute(field), field);
        }
        String id = VerticalLayout.idOf(owner);
        boolean reference = VerticalLayout.isReference(owner);
        String called = text(reference ? Texts.reference(id) : Texts.activity(id), id);
        if (field.isEmpty()) {
            return called;
        }
        String key = reference ? Texts.referenceField(id, field) : Texts.activityField(id, field);
        return UI.getCurrent().getTranslation("plugin.change.field-of", text(key, field), called);
    }

    private String text(String key, String fallback) {
        Locale locale = UI.getCurrent().getLocale();
        return texts.stream()
                .map(bundles -> bundles.find(locale, key))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(fallback);
    }
}
