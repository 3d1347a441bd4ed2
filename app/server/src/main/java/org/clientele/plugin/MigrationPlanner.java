package org.clientele.plugin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.plugin.DeclaredFields.Declared;
import org.clientele.plugin.DefinitionChange.Kind;
import org.clientele.plugin.VerticalLayout.Owner;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Decides where the fields of another version of a plugin lie. A field is found under its id, then under its aliases; what is shown today goes
 * before what is hidden. A version that ran before gets its own columns again. Touches no data.
 */
final class MigrationPlanner {
    private final VerticalLayout before;
    private final Map<String, Map<String, Declared>> shown;
    private final @Nullable VerticalLayout ran;
    private final ColumnNames names;

    private final Map<String, Owner> target = new LinkedHashMap<>();
    private final List<Migration.Move> moves = new ArrayList<>();
    private final List<Migration.Choice> choices = new ArrayList<>();
    private final List<DefinitionChange> changes = new ArrayList<>();
    private final Set<String> usedOwners = new LinkedHashSet<>();

    /**
     * @param before where everything lies now
     * @param declared the definition in force; null when the vertical is not installed
     * @param ran where the version to come had its fields when it ran before; null when it never did
     */
    MigrationPlanner(
            VerticalLayout before,
            @Nullable VerticalDefinition declared,
            @Nullable VerticalLayout ran,
            ColumnNames names) {
        this.before = before;
        this.ran = ran;
        this.names = names;
        this.shown = declared == null ? Map.of() : DeclaredFields.byOwner(declared);
    }

    Migration plan(VerticalDefinition definition) {
        DeclaredFields.byOwner(definition).forEach((id, fields) -> {
            place(id, aliases(definition, id), fields);
        });
        before.owners().forEach(this::hide);
        return new Migration(before, new VerticalLayout(target), moves, choices, changes);
    }

    /** The owners that this one may have been before. */
    private static List<String> aliases(VerticalDefinition definition, String owner) {
        ActivityDefinition activity = definition.activity(owner);
        if (activity != null) {
            return activity.aliases();
        }
        return definition.references().stream()
                .filter(reference -> VerticalLayout.reference(reference.id()).equals(owner))
                .flatMap(reference -> reference.aliases().stream())
                .map(VerticalLayout::reference)
                .toList();
    }

    private void place(String id, List<String> aliases, Map<String, Declared> fields) {
        Owner again = ran == null ? null : ran.owner(id).orElse(null);
        String source = again == null
                ? FieldPlanner.source(id, aliases, before.owners().keySet(), shown.keySet())
                : ownerOf(again.table());
        Owner from = source == null ? null : before.owners().get(source);
        String table = again != null ? again.table() : from != null ? from.table() : names.table(id);
        String origin = from != null ? from.origin() : again != null ? again.origin() : freshOrigin(id, table);
        tell(id, source, id.equals(VerticalLayout.CUSTOMER));
        FieldPlanner planner = new FieldPlanner(
                id,
                new Owner(table, origin, Map.of()),
                from,
                again,
                source == null ? Map.of() : shown.getOrDefault(source, Map.of()),
                names);
        target.put(id, planner.place(fields));
        moves.addAll(planner.moves());
        choices.addAll(planner.choices());
        changes.addAll(planner.changes());
        if (source != null) {
            usedOwners.add(source);
        }
    }

    /** The id, unless another owner began with it: rows are told apart by it. */
    private String freshOrigin(String id, String table) {
        boolean taken = before.owners().values().stream()
                .anyMatch(owner -> owner.origin().equals(id));
        return taken ? "@" + table : id;
    }

    private void tell(String id, @Nullable String source, boolean customer) {
        if (customer) {
            return;
        }
        if (source == null) {
            changes.add(new DefinitionChange(Kind.ADDED, id, "", "", "", 0));
        } else if (!source.equals(id)) {
            changes.add(new DefinitionChange(Kind.RENAMED, id, "", source, id, 0));
        } else if (!shown.isEmpty() && !shown.containsKey(id)) {
            changes.add(new DefinitionChange(Kind.RETURNED, id, "", "", "", 0));
        }
    }

    private void hide(String id, Owner owner) {
        if (usedOwners.contains(id)) {
            return;
        }
        target.putIfAbsent(id, owner);
        if (shown.containsKey(id)) {
            changes.add(new DefinitionChange(Kind.HIDDEN, id, "", "", "", 0));
        }
    }

    private @Nullable String ownerOf(String table) {
        return before.owners().entrySet().stream()
                .filter(entry -> entry.getValue().table().equals(table))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
