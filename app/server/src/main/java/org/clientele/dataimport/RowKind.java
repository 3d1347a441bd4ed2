package org.clientele.dataimport;

import org.clientele.plugin.Vertical;

/** What the rows of a file become. */
public enum RowKind {
    CUSTOMER,
    ACTIVITY,
    /** Rows of a reference, found again by their keys. */
    REFERENCE,
    /** Everything at once, made from the vertical's recipe: no file. */
    SAMPLE;

    /** Fails for a target that the vertical does not declare; {@link PlanCheck} finds it before. */
    public static RowKind of(Vertical vertical, String target) {
        if (target.equals(ImportPlan.CUSTOMERS)) {
            return CUSTOMER;
        }
        if (target.equals(ImportPlan.SAMPLE)) {
            return SAMPLE;
        }
        if (vertical.definition().reference(target) != null) {
            return REFERENCE;
        }
        if (vertical.definition().activity(target) != null) {
            return ACTIVITY;
        }
        throw new IllegalArgumentException(
                "Vertical %s has no activity or reference %s".formatted(vertical.key(), target));
    }
}
