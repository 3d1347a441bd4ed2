package org.clientele.plugins.api.extension;

/** What a {@link CustomCheck} is computed from: all of the vertical's attributes, metrics and models. */
public interface CheckInput extends CustomerTable {
    /** Id of the check; one extension may serve several. */
    String check();

    /** Whether the check concerns the customer, by its {@code when}; there are no gaps for the others. */
    boolean concerns(int row);
}
