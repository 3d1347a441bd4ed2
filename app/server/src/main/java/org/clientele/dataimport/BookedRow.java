package org.clientele.dataimport;

import java.util.Arrays;
import java.util.Objects;
import org.clientele.dataimport.Interpretation.TypedRow;
import org.jspecify.annotations.Nullable;

/**
 * A customer, or a row of a reference, while a file is read: what is stored of name, owner and mapped attributes, and what the file makes of it.
 * A reference's row has neither name nor owner, and fields for attributes.
 */
public final class BookedRow {
    private final String ref;
    private final boolean created;
    private final boolean stored;
    private final int version;
    private final @Nullable State before;
    private State now;
    private long id;
    private @Nullable String storedName;
    private @Nullable Long storedOwner;

    /** Name, id of the owner, and mapped attributes. */
    public record State(
            @Nullable String name,
            @Nullable Long owner,
            @Nullable Object[] values) {
        boolean isSame(State other) {
            return Objects.equals(name, other.name)
                    && Objects.equals(owner, other.owner)
                    && Arrays.equals(values, other.values);
        }
    }

    private BookedRow(
            long id, String ref, int version, boolean created, boolean stored, @Nullable State before, State now) {
        this.id = id;
        this.ref = ref;
        this.version = version;
        this.created = created;
        this.stored = stored;
        this.before = before;
        this.now = now;
    }

    /**
     * A customer the portal has.
     *
     * @param hasAttributes whether the attribute table has a row for it
     */
    public static BookedRow known(long id, String ref, int version, boolean hasAttributes, State state) {
        return new BookedRow(id, ref, version, false, hasAttributes, state, state);
    }

    static BookedRow created(String ref, int attributes) {
        return new BookedRow(0, ref, 0, true, false, null, new State(null, null, new @Nullable Object[attributes]));
    }

    public String ref() {
        return ref;
    }

    /** The customer's id; 0 while it is not stored. */
    public long id() {
        return id;
    }

    /** Called when the customer was made under the id and with the name and owner it has by now. */
    public void stored(long newId) {
        id = newId;
        storedName = now.name();
        storedOwner = now.owner();
    }

    /** Whether a customer that this import made got another name or owner after it was stored. */
    public boolean isOutdated() {
        return created && !(Objects.equals(storedName, now.name()) && Objects.equals(storedOwner, now.owner()));
    }

    public int version() {
        return version;
    }

    /** Whether this import makes the customer. */
    public boolean isCreated() {
        return created;
    }

    public boolean hasAttributes() {
        return stored;
    }

    /** What was stored; null for a customer that this import makes. */
    public @Nullable State before() {
        return before;
    }

    public State now() {
        return now;
    }

    /** Whether there is something to store besides the customer's number. */
    boolean isChanged() {
        return before == null
                ? now.name() != null
                        || now.owner() != null
                        || Arrays.stream(now.values()).anyMatch(Objects::nonNull)
                : !before.isSame(now);
    }

    /**
     * Takes over what the row says; where it says nothing, what was known stays. Returns whether anything changed.
     *
     * @param ownerId the row's owner, or null
     */
    boolean apply(TypedRow row, @Nullable Long ownerId) {
        Long owner = ownerId == null ? now.owner() : ownerId;
        String name = row.name() == null ? now.name() : row.name();
        @Nullable Object[] values = now.values();
        for (int i = 0; i < values.length; i++) {
            Object value = row.attributes().get(i);
            if (value != null && !value.equals(values[i])) {
                values = values == now.values() ? values.clone() : values;
                values[i] = value;
            }
        }
        boolean changed =
                values != now.values() || !Objects.equals(name, now.name()) || !Objects.equals(owner, now.owner());
        if (changed) {
            now = new State(name, owner, values);
        }
        return changed;
    }
}
