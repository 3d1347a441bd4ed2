package org.clientele.customer;

/** Where the current snapshot of a vertical comes from; segmentation provides it. Callers check rights. */
@FunctionalInterface
public interface CustomerSnapshots {
    /** The vertical's snapshot; fails with a problem that a user understands when the vertical is not enabled. */
    CustomerSnapshot get(String verticalKey);
}
