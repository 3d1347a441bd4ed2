package org.clientele.plugin;

import org.clientele.plugins.api.FieldType;

/**
 * A field whose stored values would not all survive a change of its type.
 *
 * @param owner {@link VerticalLayout#CUSTOMER}, or the activity's id
 * @param stored the type the values have
 * @param declared the type they would get
 * @param misfits how many values would be lost
 * @param customerId a customer who has one; -1 when it is no customer's
 */
public record Obstacle(
        String owner, String field, FieldType stored, FieldType declared, long misfits, long customerId) {}
