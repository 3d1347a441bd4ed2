package org.clientele.plugin.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.clientele.plugin.DefinitionChange;
import org.clientele.plugin.VersionOutlook;
import org.clientele.plugins.api.Texts;
import org.jspecify.annotations.Nullable;

/** What going to another version does to the fields, one line a change, with the values that move; what would be lost first. */
final class OutlookList extends UnorderedList {
    private final transient FieldNames names;

    /** @param texts of the version that is there; null when they cannot be read */
    OutlookList(VersionOutlook outlook, Texts.@Nullable Bundles texts) {
        names = new FieldNames(texts == null ? List.of(outlook.texts()) : List.of(outlook.texts(), texts));
        addClassName("changes");
        outlook.obstacles().forEach(obstacle -> add(ChangeLine.of(obstacle, names)));
        outlook.changes().forEach(change -> add(line(change)));
        if (outlook.changes().isEmpty() && outlook.obstacles().isEmpty()) {
            ListItem none = new ListItem(getTranslation("plugin.outlook.none"));
            none.addClassName("muted");
            add(none);
        }
    }

    private ChangeLine line(DefinitionChange change) {
        String key = "plugin.outlook." + change.kind();
        String effect =
                switch (change.kind()) {
                    case RENAMED -> getTranslation(key, change.before(), change.after());
                    case RETYPED ->
                        getTranslation(
                                key,
                                getTranslation("plugin.type." + change.before()),
                                getTranslation("plugin.type." + change.after()));
                    case ADDED, RETURNED, HIDDEN, OUTSIDE, PERSONAL, NOT_PERSONAL, LEFT_BEHIND -> getTranslation(key);
                };
        return switch (change.kind()) {
            case ADDED, RETURNED -> line("+", "good", change, effect);
            case HIDDEN -> line("−", "bad", change, effect);
            case RENAMED, RETYPED -> line("~", "warn", change, effect);
            case OUTSIDE, PERSONAL, NOT_PERSONAL, LEFT_BEHIND -> line("!", "warn", change, effect);
        };
    }

    private ChangeLine line(String sign, String tone, DefinitionChange change, String effect) {
        String name = names.of(change.owner(), change.field());
        return new ChangeLine(sign, tone, name, effect)
                .count(change.field().isEmpty() ? "plugin.rows" : "plugin.values", change.rows());
    }
}
