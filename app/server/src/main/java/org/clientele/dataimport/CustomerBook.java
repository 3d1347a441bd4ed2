package org.clientele.dataimport;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.dataimport.Interpretation.TypedRow;

/** The customers of a vertical by number, while a file is read. */
public final class CustomerBook {
    private final Map<String, BookedCustomer> byRef = new HashMap<>();
    private final int attributes;

    /** @param attributes how many attributes are mapped */
    public CustomerBook(int attributes) {
        this.attributes = attributes;
    }

    /** Adds a customer the portal has. */
    public void add(BookedCustomer known) {
        byRef.put(known.ref(), known);
    }

    /** What a row does to its customer. */
    enum Effect {
        CREATED,
        CHANGED,
        NONE
    }

    Effect apply(TypedRow row) {
        BookedCustomer customer = byRef.get(row.ref());
        if (customer == null) {
            customer = BookedCustomer.created(row.ref(), attributes);
            byRef.put(row.ref(), customer);
            customer.apply(row);
            return Effect.CREATED;
        }
        return customer.apply(row) ? Effect.CHANGED : Effect.NONE;
    }

    BookedCustomer get(String ref) {
        BookedCustomer customer = byRef.get(ref);
        if (customer == null) {
            throw new IllegalStateException("A row was stored before its customer was booked");
        }
        return customer;
    }

    /** Customers whose name or attributes must be written, in no particular order. */
    List<BookedCustomer> changed() {
        return byRef.values().stream().filter(BookedCustomer::isChanged).toList();
    }
}
