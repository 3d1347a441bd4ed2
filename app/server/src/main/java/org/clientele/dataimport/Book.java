package org.clientele.dataimport;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.dataimport.Interpretation.TypedRow;
import org.jspecify.annotations.Nullable;

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

    /** @param owner id of the row's owner, or null */
    Effect apply(TypedRow row, @Nullable Long owner) {
        BookedRow customer = byRef.get(row.ref());
        if (customer == null) {
            customer = BookedRow.created(row.ref(), attributes);
            byRef.put(row.ref(), customer);
            customer.apply(row, owner);
            return Effect.CREATED;
        }
        return customer.apply(row, owner) ? Effect.CHANGED : Effect.NONE;
    }

    BookedRow get(String ref) {
        BookedRow customer = byRef.get(ref);
        if (customer == null) {
            throw new IllegalStateException("A row was stored before its customer was booked");
        }
        return customer;
    }

    /** Customers whose name, owner or attributes must be written, in no particular order. */
    List<BookedRow> changed() {
        return byRef.values().stream().filter(BookedRow::isChanged).toList();
    }
}
