package org.clientele.dataimport;

import org.clientele.plugin.Vertical;

/** What the rows of a file become. */
public enum RowKind {
    CUSTOMER,
    ACTIVITY,
    /** Rows of a reference, found again by their keys. */
    REFERENCE,
    /** Records of a feature in a file that the portal wrote. */
    RECORDS,
    /** Everything at once, made from the vertical's recipe: no file. */
    SAMPLE;

    /** Whether they make customers or change what is known of them. */
    public boolean isAboutCustomers() {
        return this != REFERENCE && this != RECORDS;
    }

    /** Fails for a target that the vertical does not declare; {@link PlanCheck} finds it before. */
    public static RowKind of(Vertical vertical, String target) {
        if (target.equals(ImportPlan.CUSTOMERS)) {
            return CUSTOMER;
        }
        if (target.equals(ImportPlan.SAMPLE)) {
            return SAMPLE;
        }
        if (ImportPlan.recordsOf(target).isPresent()) {
            return RECORDS;
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
