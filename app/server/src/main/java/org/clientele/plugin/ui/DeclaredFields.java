package org.clientele.plugin.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.clientele.plugin.Inspection;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;

/** How many fields customers and activities would have, and which when opened. */
final class DeclaredFields extends Details {
    private final transient Texts.Bundles texts;

    DeclaredFields(Inspection inspection) {
        texts = inspection.texts();
        addClassName("quiet-details");
        setSummaryText(Integer.toString(inspection.fields()));
        UnorderedList list = new UnorderedList();
        list.addClassNames("bullets", "caption");
        VerticalDefinition definition = inspection.definition();
        list.add(line(
                getTranslation("plugin.inspect.data.attributes"),
                definition.attributes(),
                AttributeDefinition::id,
                Texts::attribute));
        for (ActivityDefinition activity : definition.activities()) {
            list.add(line(
                    text(Texts.activity(activity.id())),
                    activity.fields(),
                    ActivityDefinition.ActivityField::id,
                    field -> Texts.activityField(activity.id(), field)));
        }
        add(list);
    }

    private <F> ListItem line(String owner, List<F> fields, Function<F, String> id, Function<String, String> key) {
        Span called = new Span(owner);
        called.addClassName("strong");
        List<String> names = fields.stream().map(id).map(key).map(this::text).toList();
        return new ListItem(called, new Span(" · " + String.join(getTranslation("plugin.inspect.separator"), names)));
    }

    private String text(String key) {
        Locale locale = getLocale();
        return texts.get(locale, key);
    }
}
