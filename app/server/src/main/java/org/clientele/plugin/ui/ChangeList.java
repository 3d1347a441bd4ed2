package org.clientele.plugin.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.clientele.plugin.Change;
import org.clientele.plugin.Change.Part;
import org.clientele.plugin.Inspection;
import org.clientele.plugins.api.Texts;
import org.jspecify.annotations.Nullable;

/** What the new version does to the one that is there, one line a change. */
final class ChangeList extends UnorderedList {
    private final Inspection inspection;
    private final Texts.Bundles formerTexts;

    ChangeList(Inspection inspection, Inspection.Replaced replaced) {
        this.inspection = inspection;
        this.formerTexts = replaced.texts();
        addClassName("changes");
        if (inspection.changes().isEmpty()) {
            ListItem none = new ListItem(getTranslation("plugin.inspect.changes.none"));
            none.addClassName("muted");
            add(none);
        }
        inspection.changes().forEach(change -> add(line(change)));
    }

    private ChangeLine line(Change change) {
        Span what = new Span(getTranslation("plugin.change.part." + change.part()) + " ");
        what.addClassName("muted");
        Span words = new Span(what);
        String name = name(change);
        if (!name.isEmpty()) {
            words.add(ChangeLine.strong(name));
        }
        words.add(new Span(" " + effect(change)));
        boolean field = change.part() == Part.ATTRIBUTE || change.part() == Part.FIELD;
        return new ChangeLine(sign(change.kind()), tone(change.kind()), words)
                .count(field ? "plugin.values" : "plugin.rows", change.rows());
    }

    private String name(Change change) {
        return switch (change.part()) {
            case TEXTS, CODE, PROGRAMME -> "";
            case RIGHT -> getTranslation("plugin.right." + change.textKey());
            default -> {
                String name = text(change, change.textKey());
                yield change.ownerKey() == null
                        ? name
                        : getTranslation("plugin.change.field-of", name, text(change, change.ownerKey()));
            }
        };
    }

    private String text(Change change, String key) {
        boolean gone = change.kind() == Change.Kind.REMOVED;
        return (gone ? formerTexts : inspection.texts()).get(getLocale(), key);
    }

    private String effect(Change change) {
        String key = "plugin.change." + change.kind();
        return switch (change.kind()) {
            case RENAMED -> getTranslation(key, String.valueOf(change.before()), String.valueOf(change.after()));
            case RETYPED -> getTranslation(key, type(change.before()), type(change.after()));
            case ADDED ->
                change.after() == null
                        ? getTranslation(key)
                        : getTranslation("plugin.change.ADDED.typed", type(change.after()));
            case CHANGED ->
                switch (change.part()) {
                    case TEXTS -> counted("plugin.change.texts", change);
                    case CODE -> counted("plugin.change.code", change);
                    default -> getTranslation(key);
                };
            case REMOVED, PERSONAL, NOT_PERSONAL -> getTranslation(key);
        };
    }

    private String counted(String key, Change change) {
        return getTranslation(key, Long.parseLong(String.valueOf(change.before())));
    }

    private String type(@Nullable String type) {
        return getTranslation("plugin.type." + type);
    }

    private static String sign(Change.Kind kind) {
        return switch (kind) {
            case ADDED -> "+";
            case REMOVED -> "−";
            case RENAMED, RETYPED, CHANGED -> "~";
            case PERSONAL, NOT_PERSONAL -> "!";
        };
    }

    private static String tone(Change.Kind kind) {
        return switch (kind) {
            case ADDED -> "good";
            case REMOVED -> "bad";
            case RENAMED, RETYPED, CHANGED, PERSONAL, NOT_PERSONAL -> "warn";
        };
    }
}
