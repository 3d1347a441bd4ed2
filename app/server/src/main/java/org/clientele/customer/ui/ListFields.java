package org.clientele.customer.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clientele.access.User;
import org.clientele.common.ui.VerticalFormats;
import org.clientele.common.ui.condition.ConditionSubjects;
import org.clientele.common.ui.condition.ListField;
import org.clientele.common.ui.condition.ListField.Choice;
import org.clientele.common.ui.condition.ListField.Kind;
import org.clientele.customer.CustomerFields;
import org.clientele.engine.Snapshot;
import org.clientele.engine.column.Value;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;

/** The fields of one vertical's customer list in a language, and how their values are written. */
final class ListFields {
    private static final int USUAL_SEGMENTS = 3;
    private static final int USUAL_METRICS = 2;
    private static final int USUAL_ATTRIBUTES = 1;

    private final Map<String, ListField> fields = new LinkedHashMap<>();
    private final VerticalDefinition definition;
    private final VerticalFormats formats;
    private final ConditionSubjects subjects;

    /**
     * @param ownerName how the owner's column is called
     * @param colleagues who may look after customers
     * @param hidden attributes that the reader may not see: there are no fields of them
     */
    ListFields(Vertical vertical, Locale locale, String ownerName, List<User> colleagues, Set<String> hidden) {
        definition = vertical.definition();
        formats = new VerticalFormats(definition, vertical.texts(), vertical.currency(), locale);
        subjects = ConditionSubjects.of(definition, formats, hidden);
        subjects.all().forEach(this::put);
        List<Choice> owners = colleagues.stream()
                .map(user -> new Choice(Long.toString(user.id()), user.displayName(), null))
                .toList();
        put(new ListField(CustomerFields.OWNER, ownerName, Kind.OWNER, owners));
    }

    /** Whether the vertical has no such field, be it hidden from the reader or not. */
    boolean isUnknown(String id) {
        return !fields.containsKey(id) && definition.attribute(id) == null;
    }

    List<ListField> all() {
        return List.copyOf(fields.values());
    }

    Optional<ListField> find(String id) {
        return Optional.ofNullable(fields.get(id));
    }

    /** What conditions can compare of them. */
    ConditionSubjects subjects() {
        return subjects;
    }

    VerticalFormats formats() {
        return formats;
    }

    VerticalDefinition definition() {
        return definition;
    }

    /** What a list shows when nobody chose: the value, the segments, and a few metrics and attributes. */
    List<ListField> usual() {
        Stream<String> segments =
                definition.models().stream().limit(USUAL_SEGMENTS).map(model -> Snapshot.SEGMENT_PREFIX + model.id());
        Stream<String> metrics = definition.metrics().stream()
                .map(MetricDefinition::id)
                .filter(id -> !id.equals(definition.valueMetric()))
                .limit(USUAL_METRICS);
        Stream<String> attributes =
                definition.attributes().stream().map(AttributeDefinition::id).limit(USUAL_ATTRIBUTES);
        return Stream.of(Stream.of(definition.valueMetric()), segments, metrics, attributes)
                .flatMap(ids -> ids)
                .map(fields::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** A value as people read it. */
    String text(ListField field, Value value) {
        return switch (field.kind()) {
            case SEGMENT ->
                value instanceof Value.Text(String segment)
                        ? field.choice(segment).name()
                        : text(value);
            case OWNER ->
                value instanceof Value.Whole(long user)
                        ? field.choice(Long.toString(user)).name()
                        : text(value);
            case MONEY ->
                value instanceof Value.Money(long minor, int _)
                        ? formats.formats().moneyInFull(minor)
                        : formats.value(field.id(), value);
            default -> formats.value(field.id(), value);
        };
    }

    private static String text(Value value) {
        return value.isMissing() ? org.clientele.common.ui.Formats.MISSING : value.toString();
    }

    private void put(ListField field) {
        fields.put(field.id(), field);
    }

    /** The model of a segment's field, or null. */
    static @Nullable String model(String field) {
        return field.startsWith(Snapshot.SEGMENT_PREFIX) ? field.substring(Snapshot.SEGMENT_PREFIX.length()) : null;
    }
}
