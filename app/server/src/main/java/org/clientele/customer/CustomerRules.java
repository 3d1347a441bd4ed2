package org.clientele.customer;

import java.util.List;
import org.clientele.common.Problem;
import org.clientele.engine.column.Value;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;

/** What a customer's data must keep to, whichever way it comes in. */
public final class CustomerRules {
    public static final int REF_LENGTH = 100;
    public static final int NAME_LENGTH = 200;
    public static final int TEXT_LENGTH = 500;

    private CustomerRules() {}

    /** Fails with a problem that names the first rule that is broken. */
    public static void check(Vertical vertical, CustomerData data) {
        if (data.ref().isBlank()) {
            throw new Problem("customer.problem.refMissing");
        }
        checkLength(data.ref(), REF_LENGTH);
        checkLength(data.name() == null ? "" : data.name(), NAME_LENGTH);
        for (AttributeDefinition attribute : vertical.definition().attributes()) {
            check(attribute.type(), attribute.values(), data.attribute(attribute.id()));
        }
    }

    /** Fails with a problem unless the value keeps to the field's length and choice. */
    public static void check(FieldType type, List<String> allowed, Value value) {
        if (!(value instanceof Value.Text(String text))) {
            return;
        }
        checkLength(text, TEXT_LENGTH);
        if (type == FieldType.CHOICE && !allowed.contains(text)) {
            throw new Problem("customer.problem.choice", text, String.join(", ", allowed));
        }
    }

    private static void checkLength(String text, int limit) {
        if (text.length() > limit) {
            throw new Problem("customer.problem.tooLong", text.length(), limit);
        }
    }
}
