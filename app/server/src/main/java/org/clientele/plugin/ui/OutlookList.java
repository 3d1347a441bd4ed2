package org.clientele.plugin.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Objects;
import org.clientele.plugin.DefinitionChange;
import org.clientele.plugin.Obstacle;
import org.clientele.plugin.VersionOutlook;
import org.clientele.plugin.VerticalLayout;
import org.clientele.plugins.api.Texts;
import org.jspecify.annotations.Nullable;

/** What going to another version does to the fields, one line a change, with the values that move; what would be lost first. */
final class OutlookList extends UnorderedList {
    private final transient Texts.@Nullable Bundles texts;

    /** @param texts of the version that is there; null when they cannot be read */
    OutlookList(VersionOutlook outlook, Texts.@Nullable Bundles texts) {
        this.texts = texts;
        addClassName("changes");
        outlook.obstacles().forEach(obstacle -> add(line(obstacle)));
        outlook.changes().forEach(change -> add(line(change)));
        if (outlook.changes().isEmpty() && outlook.obstacles().isEmpty()) {
            ListItem none = new ListItem(getTranslation("plugin.outlook.none"));
            none.addClassName("muted");
            add(none);
        }
    }

    private ListItem line(Obstacle obstacle) {
        String effect = getTranslation(
                "plugin.outlook.obstacle",
                getTranslation("plugin.type." + obstacle.stored()),
                getTranslation("plugin.type." + obstacle.declared()));
        return line("!", "bad", name(obstacle.owner(), obstacle.field()), effect, obstacle.misfits());
    }

    private ListItem line(DefinitionChange change) {
        String key = "plugin.outlook." + change.kind();
        String effect =
                switch (change.kind()) {
                    case RENAMED -> getTranslation(key, change.before(), change.after());
                    case RETYPED ->
                        getTranslation(
                                key,
                                getTranslation("plugin.type." + change.before()),
                                getTranslation("plugin.type." + change.after()));
                    case ADDED, RETURNED, HIDDEN, OUTSIDE, LEFT_BEHIND -> getTranslation(key);
                };
        return switch (change.kind()) {
            case ADDED, RETURNED -> line("+", "good", name(change), effect, change.rows());
            case HIDDEN -> line("−", "bad", name(change), effect, change.rows());
            case RENAMED, RETYPED -> line("~", "warn", name(change), effect, change.rows());
            case OUTSIDE, LEFT_BEHIND -> line("!", "warn", name(change), effect, change.rows());
        };
    }

    private ListItem line(String sign, String tone, String name, String effect, long rows) {
        Span mark = new Span(sign);
        mark.addClassNames("change-sign", tone);
        mark.getElement().setAttribute("aria-hidden", "true");
        Span strong = new Span(name);
        strong.addClassName("strong");
        Span words = new Span(strong, new Span(" " + effect));
        words.addClassName("grow");
        ListItem line = new ListItem(mark, words);
        if (rows > 0) {
            Span count = new Span(getTranslation("plugin.rows", rows));
            count.addClassNames("num", "muted");
            line.add(count);
        }
        return line;
    }

    private String name(DefinitionChange change) {
        return name(change.owner(), change.field());
    }

    private String name(String owner, String field) {
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
        return getTranslation("plugin.change.field-of", text(key, field), called);
    }

    private String text(String key, String fallback) {
        return texts == null ? fallback : Objects.requireNonNullElse(texts.find(getLocale(), key), fallback);
    }
}
