package org.clientele.customer;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.clientele.engine.Snapshot;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.Value;
import org.clientele.engine.model.ModelResult;
import org.clientele.engine.model.Reason;
import org.clientele.plugin.Vertical;

/**
 * What is known and computed about one customer. Attributes are those of the customer; metrics and segments those of the snapshot, none
 * when the customer is newer than it.
 */
public final class CustomerPortrait {
    private final CustomerSnapshot snapshot;
    private final Customer customer;
    private final Set<String> hidden;
    private final int index;

    CustomerPortrait(CustomerSnapshot snapshot, Customer customer, Set<String> hidden) {
        this.snapshot = snapshot;
        this.customer = customer;
        this.hidden = hidden;
        this.index = snapshot.now().customers().indexOf(customer.id());
    }

    public Customer customer() {
        return customer;
    }

    /** The vertical with the models in force. */
    public Vertical vertical() {
        return snapshot.vertical();
    }

    /** What metrics and segments were computed from. */
    public Snapshot snapshot() {
        return snapshot.now();
    }

    /** The attributes that are kept from the reader. */
    public Set<String> hidden() {
        return hidden;
    }

    /** The customer's row in {@link #snapshot}, or nothing when the customer is newer than it. */
    public OptionalInt row() {
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /** Whether a condition over attributes, metrics and segments holds; not for a customer newer than the snapshot. */
    public boolean meets(String condition) {
        return index >= 0 && snapshot.conditions().get(condition).holds(index);
    }

    /** The checks that concern the customer, in the order of the vertical; those that cannot be computed are left out. */
    public List<CheckFinding> checks() {
        return index < 0 ? List.of() : CheckFinding.of(snapshot.checks(), index);
    }

    /** The value of an attribute or a metric, {@link Value#MISSING} when there is none or it is hidden. */
    public Value value(String id) {
        if (hidden.contains(id)) {
            return Value.MISSING;
        }
        if (vertical().definition().attribute(id) != null) {
            return customer.attribute(id);
        }
        Column column = index < 0 ? null : snapshot.now().column(id);
        return column == null ? Value.MISSING : column.value(index);
    }

    /** The reasons of every segment the customer is in, in the order of the models. */
    public List<Reason> reasons() {
        return snapshot.now().models().stream()
                .flatMap(model -> reason(model).stream())
                .filter(reason -> reason.segment() != null)
                .toList();
    }

    /** Why the customer is where one model puts them; nothing when the customer is not computed yet. */
    public Optional<Reason> reason(String model) {
        if (index < 0) {
            return Optional.empty();
        }
        ModelResult result = snapshot.now().result(model);
        return Optional.of(result.reason(index));
    }
}
