package org.clientele.dataimport;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.dataimport.Interpretation.TypedRow;

/** The customers of a vertical by number, or the rows of a reference by key, while a file is read. */
public final class Book {
    private final Map<String, BookedRow> byRef = new HashMap<>();
    private final int attributes;

    /** @param attributes how many attributes, or fields of the reference, are mapped */
    public Book(int attributes) {
        this.attributes = attributes;
    }

    /** Adds a customer the portal has. */
    public void add(BookedRow known) {
        byRef.put(known.ref(), known);
    }

    /** What a row does to its customer. */
    enum Effect {
        CREATED,
        CHANGED,
        NONE
    }

    Effect apply(TypedRow row) {
        BookedRow customer = byRef.get(row.ref());
        if (customer == null) {
            customer = BookedRow.created(row.ref(), attributes);
            byRef.put(row.ref(), customer);
            customer.apply(row);
            return Effect.CREATED;
        }
        return customer.apply(row) ? Effect.CHANGED : Effect.NONE;
    }

    BookedRow get(String ref) {
        BookedRow customer = byRef.get(ref);
        if (customer == null) {
            throw new IllegalStateException("A row was stored before its customer was booked");
        }
        return customer;
    }

    /** Customers whose name or attributes must be written, in no particular order. */
    List<BookedRow> changed() {
        return byRef.values().stream().filter(BookedRow::isChanged).toList();
    }
}
