package org.clientele.plugin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.plugin.Change.Kind;
import org.clientele.plugin.Change.Part;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.ReferenceDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;

/** Compares what holds data in two versions of a vertical: attributes, activities, references and their fields. */
final class FieldChanges {
    private final StoredData data;
    private final List<Change> changes = new ArrayList<>();

    FieldChanges(StoredData data) {
        this.data = data;
    }

    List<Change> changes() {
        return List.copyOf(changes);
    }

    void compare(VerticalDefinition before, VerticalDefinition after) {
        compareFields(
                new Owner(Part.ATTRIBUTE, VerticalLayout.CUSTOMER, null),
                before.attributes().stream().map(FieldChanges::field).toList(),
                after.attributes().stream().map(FieldChanges::field).toList());
        compareActivities(before.activities(), after.activities());
        compareReferences(before.references(), after.references());
    }

    /**
     * What fields belong to.
     *
     * @param former what the present version calls it
     * @param nameKey key of its name; null for the customer
     */
    private record Owner(Part part, String former, @Nullable String nameKey) {}

    /** @param rest everything but id, former ids and personal mark, for comparing */
    private record Field(
            String id, FieldType type, boolean personal, List<String> aliases, Object rest, String textKey) {}

    private void compareActivities(List<ActivityDefinition> before, List<ActivityDefinition> after) {
        Map<String, ActivityDefinition> old = DefinitionChanges.byId(before, ActivityDefinition::id);
        Map<String, ActivityDefinition> now = DefinitionChanges.byId(after, ActivityDefinition::id);
        Set<String> found = new HashSet<>();
        for (ActivityDefinition activity : after) {
            String key = Texts.activity(activity.id());
            String formerId = formerId(activity.id(), activity.aliases(), old.keySet(), now.keySet());
            ActivityDefinition former = formerId == null ? null : old.get(formerId);
            if (former == null) {
                add(Kind.ADDED, Part.ACTIVITY, key, null, null, null, 0);
                continue;
            }
            found.add(former.id());
            if (!former.id().equals(activity.id())) {
                add(Kind.RENAMED, Part.ACTIVITY, key, null, former.id(), activity.id(), data.rows(former.id()));
            }
            compareFields(new Owner(Part.FIELD, former.id(), key), fields(former), fields(activity));
        }
        old.keySet().stream()
                .filter(id -> !found.contains(id))
                .forEach(id -> add(Kind.REMOVED, Part.ACTIVITY, Texts.activity(id), null, null, null, data.rows(id)));
    }

    private void compareReferences(List<ReferenceDefinition> before, List<ReferenceDefinition> after) {
        Map<String, ReferenceDefinition> old = DefinitionChanges.byId(before, ReferenceDefinition::id);
        Map<String, ReferenceDefinition> now = DefinitionChanges.byId(after, ReferenceDefinition::id);
        Set<String> found = new HashSet<>();
        now.forEach((id, reference) -> {
            String formerId = formerId(id, reference.aliases(), old.keySet(), now.keySet());
            ReferenceDefinition former = formerId == null ? null : old.get(formerId);
            String key = Texts.reference(id);
            if (former == null) {
                add(Kind.ADDED, Part.REFERENCE, key, null, null, null, 0);
                return;
            }
            found.add(former.id());
            long rows = data.rows(VerticalLayout.reference(former.id()));
            if (!former.id().equals(id)) {
                add(Kind.RENAMED, Part.REFERENCE, key, null, former.id(), id, rows);
            }
            compareFields(
                    new Owner(Part.FIELD, VerticalLayout.reference(former.id()), key),
                    fields(former),
                    fields(reference));
        });
        old.keySet().stream()
                .filter(id -> !found.contains(id))
                .forEach(id -> add(
                        Kind.REMOVED,
                        Part.REFERENCE,
                        Texts.reference(id),
                        null,
                        null,
                        null,
                        data.rows(VerticalLayout.reference(id))));
    }

    private void compareFields(Owner owner, List<Field> before, List<Field> after) {
        Map<String, Field> old = DefinitionChanges.byId(before, Field::id);
        Map<String, Field> now = DefinitionChanges.byId(after, Field::id);
        Set<String> found = new HashSet<>();
        for (Field field : after) {
            String formerId = formerId(field.id(), field.aliases(), old.keySet(), now.keySet());
            Field former = formerId == null ? null : old.get(formerId);
            if (former == null) {
                add(Kind.ADDED, owner, field, null, field.type().name(), 0);
            } else {
                found.add(former.id());
                compareField(owner, former, field);
            }
        }
        before.stream()
                .filter(field -> !found.contains(field.id()))
                .forEach(field -> add(Kind.REMOVED, owner, field, null, null, data.values(owner.former(), field.id())));
    }

    private void compareField(Owner owner, Field former, Field now) {
        if (!former.id().equals(now.id())) {
            add(Kind.RENAMED, owner, now, former.id(), now.id(), data.values(owner.former(), former.id()));
        }
        if (former.type() != now.type()) {
            add(
                    Kind.RETYPED,
                    owner,
                    now,
                    former.type().name(),
                    now.type().name(),
                    data.values(owner.former(), former.id()));
        } else if (!former.rest().equals(now.rest())) {
            add(Kind.CHANGED, owner, now, null, null, 0);
        }
        if (now.personal() != former.personal()) {
            add(now.personal() ? Kind.PERSONAL : Kind.NOT_PERSONAL, owner, now, null, null, 0);
        }
    }

    /** The id that the part had before: its own, or the first alias that is nobody's today. */
    private static @Nullable String formerId(String id, List<String> aliases, Set<String> before, Set<String> after) {
        if (before.contains(id)) {
            return id;
        }
        return aliases.stream()
                .filter(alias -> before.contains(alias) && !after.contains(alias))
                .findFirst()
                .orElse(null);
    }

    private static Field field(AttributeDefinition attribute) {
        AttributeDefinition rest = new AttributeDefinition(
                "",
                attribute.type(),
                attribute.layer(),
                false,
                attribute.values(),
                attribute.unit(),
                attribute.reference(),
                attribute.source());
        return new Field(
                attribute.id(),
                attribute.type(),
                attribute.personal(),
                attribute.aliases(),
                rest,
                Texts.attribute(attribute.id()));
    }

    private static List<Field> fields(ActivityDefinition activity) {
        return activity.fields().stream()
                .map(field -> field(field, Texts.activityField(activity.id(), field.id())))
                .toList();
    }

    private static List<Field> fields(ReferenceDefinition reference) {
        return reference.fields().stream()
                .map(field -> field(field, Texts.referenceField(reference.id(), field.id())))
                .toList();
    }

    private static Field field(ActivityField field, String textKey) {
        ActivityField rest = new ActivityField("", field.type(), field.values(), field.unit(), field.reference());
        return new Field(field.id(), field.type(), false, field.aliases(), rest, textKey);
    }

    private void add(Kind kind, Owner owner, Field field, @Nullable String before, @Nullable String after, long rows) {
        add(kind, owner.part(), field.textKey(), owner.nameKey(), before, after, rows);
    }

    private void add(
            Kind kind,
            Part part,
            String textKey,
            @Nullable String ownerKey,
            @Nullable String before,
            @Nullable String after,
            long rows) {
        changes.add(new Change(kind, part, textKey, ownerKey, before, after, rows));
    }
}
