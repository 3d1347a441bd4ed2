package org.clientele.customer;

import java.util.ArrayList;
import java.util.List;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.Field;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.VerticalDefinition;

/**
 * The fields of every vertical's customer columns: the declared attributes, and what each customer has besides. The latter's ids start
 * with {@code $}, which no attribute's does.
 */
public final class CustomerFields {
    public static final String REF = CustomerColumns.NUMBER;
    public static final String NAME = "$name";
    /** The owner's user id, a whole number. */
    public static final String OWNER = "$owner";

    private CustomerFields() {}

    public static List<Field> of(VerticalDefinition definition) {
        List<Field> fields = new ArrayList<>(List.of(
                new Field(REF, FieldType.TEXT), new Field(NAME, FieldType.TEXT), new Field(OWNER, FieldType.INTEGER)));
        definition.attributes().forEach(attribute -> fields.add(Field.of(attribute)));
        return fields;
    }
}
