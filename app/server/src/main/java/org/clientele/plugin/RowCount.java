package org.clientele.plugin;

import org.clientele.plugins.api.Texts;

/**
 * How many rows a typed table holds.
 *
 * @param owner {@link VerticalLayout#CUSTOMER}, the activity's id, or {@link VerticalLayout#reference} of the reference's
 */
public record RowCount(String owner, long rows) {
    /** Whether it holds the customers' attributes. */
    public boolean ofCustomers() {
        return owner.equals(VerticalLayout.CUSTOMER);
    }

    /** Key of the name of the activity or reference. */
    public String textKey() {
        return VerticalLayout.isReference(owner)
                ? Texts.reference(owner.substring(VerticalLayout.reference("").length()))
                : Texts.activity(owner);
    }
}
