package org.clientele.customer;

import java.util.Map;
import java.util.TreeMap;
import org.clientele.engine.column.Value;

/** A customer's data in one line for the audit: attribute ids in alphabetical order with their values. */
public final class CustomerState {
    private CustomerState() {}

    static String of(CustomerData data) {
        StringBuilder line = new StringBuilder();
        append(line, "ref", data.ref());
        append(line, "name", data.name() == null ? "" : data.name());
        append(
                line,
                "owner",
                data.ownerUserId() == null ? "" : data.ownerUserId().toString());
        for (Map.Entry<String, Value> entry : new TreeMap<>(data.attributes()).entrySet()) {
            append(line, entry.getKey(), text(entry.getValue()));
        }
        return line.toString();
    }

    private static void append(StringBuilder line, String name, String value) {
        line.append(line.isEmpty() ? "" : "; ").append(name).append('=').append(value);
    }

    /** A value as the audit has it. */
    public static String text(Value value) {
        return switch (value) {
            case Value.Missing _ -> "";
            case Value.Whole(long number) -> Long.toString(number);
            case Value.Decimal(double number) -> Double.toString(number);
            case Value.Money money -> money.major().toPlainString();
            case Value.Date(var date) -> date.toString();
            case Value.Flag(boolean yes) -> Boolean.toString(yes);
            case Value.Text(String text) -> text;
        };
    }
}
