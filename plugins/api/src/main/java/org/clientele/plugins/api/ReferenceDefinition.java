package org.clientele.plugins.api;

import java.util.List;
import java.util.stream.Stream;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.jspecify.annotations.Nullable;

/**
 * A keyed list that customers and activities point to, such as the units of an estate or the members of a sales team. Its rows are
 * imported like customers; the text attributes and text fields that name it as their {@code reference} hold its keys.
 *
 * @param id lower case, {@code [a-z][a-z0-9_]{0,39}}; unique among activities and references
 * @param icon a name from the portal's icon set
 * @param fields the declared fields besides the key, a text of at most 100 characters
 * @param title the field whose value names a row on screens, or null: the key does
 * @param source id of where it comes from ({@link Texts#source}), or null
 * @param aliases ids the reference had in earlier versions, so that an upgrade finds its rows; none of them a reference's id today
 */
public record ReferenceDefinition(
        String id,
        String icon,
        List<ActivityField> fields,
        @Nullable String title,
        @Nullable String source,
        List<String> aliases) {
    public ReferenceDefinition {
        fields = List.copyOf(fields);
        aliases = List.copyOf(aliases);
    }

    /** One that never had another id. */
    public ReferenceDefinition(
            String id, String icon, List<ActivityField> fields, @Nullable String title, @Nullable String source) {
        this(id, icon, fields, title, source, List.of());
    }

    /** Whether the reference has that id, or had it in an earlier version. */
    public boolean isCalled(String name) {
        return id.equals(name) || aliases.contains(name);
    }

    /** The id, and those of earlier versions. */
    public List<String> names() {
        return Stream.concat(Stream.of(id), aliases.stream()).toList();
    }

    /** The field of that id, or null. */
    public @Nullable ActivityField field(String id) {
        return fields.stream().filter(f -> f.id().equals(id)).findFirst().orElse(null);
    }
}
