package org.clientele.engine.column;

import java.util.List;
import java.util.Set;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;

/**
 * What a column holds.
 *
 * @param id the variable's name in conditions
 * @param type decides the kind of column: TEXT and CHOICE {@link CodeColumn}, INTEGER {@link WholeColumn}, DECIMAL
 *     {@link NumberColumn}, MONEY {@link MoneyColumn}, BOOLEAN {@link FlagColumn}, DATE {@link DateColumn}
 */
public record Field(String id, FieldType type) {
    /** The field of a customer's attribute. */
    public static Field of(AttributeDefinition attribute) {
        return new Field(attribute.id(), attribute.type());
    }

    /** The field of an activity. */
    public static Field of(ActivityDefinition.ActivityField field) {
        return new Field(field.id(), field.type());
    }

    /** The fields of these ids of an activity, in its order. */
    public static List<Field> of(ActivityDefinition activity, Set<String> ids) {
        return activity.fields().stream()
                .filter(field -> ids.contains(field.id()))
                .map(Field::of)
                .toList();
    }
}
