package org.clientele.plugin;

/** How much is kept of the parts of a vertical, under the ids that the present version gives them. */
interface StoredData {
    /** How many rows the customers' attributes, the activity or the reference have; 0 where there are none. */
    long rows(String owner);

    /** How many values the field has; 0 where there are none. */
    long values(String owner, String field);
}
