package org.clientele.plugin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.clientele.plugin.DeclaredFields.Declared;
import org.clientele.plugin.DefinitionChange.Kind;
import org.clientele.plugin.VerticalLayout.Column;
import org.clientele.plugin.VerticalLayout.Owner;
import org.clientele.plugins.api.FieldType;
import org.jspecify.annotations.Nullable;

/** Places the fields of one owner in its table. Used once, by one thread. */
final class FieldPlanner {
    private final String owner;
    private final Owner place;
    private final boolean isNew;
    private final Map<String, Column> known;
    private final Map<String, Column> again;
    private final Map<String, Declared> shown;
    private final ColumnNames names;

    private final Map<String, Column> placed = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private final List<Migration.Move> moves = new ArrayList<>();
    private final List<Migration.Choice> choices = new ArrayList<>();
    private final List<DefinitionChange> changes = new ArrayList<>();

    /**
     * @param place the owner's table
     * @param from where its fields lie now; null when it is new
     * @param again where they lay when the version to come ran before; null when it never did
     * @param shown the fields that people see today
     */
    FieldPlanner(
            String owner,
            Owner place,
            @Nullable Owner from,
            @Nullable Owner again,
            Map<String, Declared> shown,
            ColumnNames names) {
        this.owner = owner;
        this.place = place;
        this.isNew = from == null;
        this.known = from == null ? Map.of() : from.columns();
        this.again = again == null ? Map.of() : again.columns();
        this.shown = shown;
        this.names = names;
    }

    /** The owner with all its columns: what is no longer declared stays, hidden, unless its id now means something else. */
    Owner place(Map<String, Declared> fields) {
        fields.forEach(this::placeField);
        known.forEach((id, column) -> {
            if (!used.contains(id)) {
                placed.putIfAbsent(id, column);
                if (shown.containsKey(id)) {
                    tell(Kind.HIDDEN, id, "", "");
                }
            }
        });
        return new Owner(place.table(), place.origin(), placed);
    }

    List<Migration.Move> moves() {
        return moves;
    }

    List<Migration.Choice> choices() {
        return choices;
    }

    List<DefinitionChange> changes() {
        return changes;
    }

    /** The id under which something is known that has one of these ids: a shown one before a hidden one, the id before its aliases. */
    static @Nullable String source(String id, List<String> aliases, Set<String> known, Set<String> shown) {
        List<String> ids = Stream.concat(Stream.of(id), aliases.stream()).toList();
        return Stream.concat(ids.stream().filter(shown::contains), ids.stream())
                .filter(known::contains)
                .findFirst()
                .orElse(null);
    }

    private void placeField(String id, Declared declared) {
        Column had = again.get(id);
        Column own = had != null && keptAlike(had.type(), declared.type()) ? had : null;
        String source =
                own == null ? source(id, declared.aliases(), known.keySet(), shown.keySet()) : inFamily(own.family());
        if (source == null) {
            placeNew(id, declared.type(), own);
        } else {
            placeKnown(id, declared, source, own);
        }
    }

    private void placeNew(String id, FieldType type, @Nullable Column own) {
        placed.put(id, own != null ? own : fresh(id, type));
        if (!isNew) {
            tell(own == null ? Kind.ADDED : Kind.RETURNED, id, "", type.name());
        }
    }

    /** Its origin is its id, unless another field began with that: rows are told apart by it. */
    private Column fresh(String id, FieldType type) {
        String name = names.column(place.table());
        boolean taken =
                known.values().stream().anyMatch(column -> column.origin().equals(id));
        return new Column(name, type, taken ? "@" + name : id, type);
    }

    private void placeKnown(String id, Declared declared, String source, @Nullable Column own) {
        used.add(source);
        Column from = Objects.requireNonNull(known.get(source));
        Column to = new Column(name(from, own, declared.type()), declared.type(), from.origin(), from.originType());
        placed.put(id, to);
        tellOf(id, source, from.type(), declared.type());
        tellOfPrivacy(id, shown.get(source), declared);
        Migration.Spot spot = new Migration.Spot(owner, id, place);
        if (!to.name().equals(from.name())) {
            moves.add(new Migration.Move(spot, from, to, own != null));
        }
        if (declared.type() == FieldType.CHOICE && !isWithin(shown.get(source), declared.values())) {
            boolean lenient = own != null || from.type() == FieldType.CHOICE;
            choices.add(new Migration.Choice(spot, from, Set.copyOf(declared.values()), lenient));
        }
    }

    private String name(Column from, @Nullable Column own, FieldType type) {
        if (own != null) {
            return own.name();
        }
        return keptAlike(from.type(), type) ? from.name() : names.sibling(place.table(), from.family());
    }

    private void tellOf(String id, String source, FieldType was, FieldType becomes) {
        if (!source.equals(id)) {
            tell(Kind.RENAMED, id, source, id);
        } else if (!shown.containsKey(source) && !shown.isEmpty()) {
            tell(Kind.RETURNED, id, "", becomes.name());
        }
        if (was != becomes) {
            tell(Kind.RETYPED, id, was.name(), becomes.name());
        }
    }

    private void tellOfPrivacy(String id, @Nullable Declared before, Declared declared) {
        if (before != null && before.personal() != declared.personal()) {
            tell(declared.personal() ? Kind.PERSONAL : Kind.NOT_PERSONAL, id, "", "");
        }
    }

    /** The field that has a column of the family today: a shown one before a hidden one. */
    private @Nullable String inFamily(String family) {
        List<String> ids = known.entrySet().stream()
                .filter(entry -> entry.getValue().family().equals(family))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return Stream.concat(ids.stream().filter(shown::containsKey), ids.stream())
                .findFirst()
                .orElse(null);
    }

    private void tell(Kind kind, String field, String was, String becomes) {
        changes.add(new DefinitionChange(kind, owner, field, was, becomes, 0));
    }

    /** Whether the list took nothing that it did not hold before. */
    private static boolean isWithin(@Nullable Declared before, List<String> values) {
        return before != null && before.type() == FieldType.CHOICE && values.containsAll(before.values());
    }

    private static boolean keptAlike(FieldType one, FieldType other) {
        return ValueConversion.stored(one) == ValueConversion.stored(other);
    }
}
