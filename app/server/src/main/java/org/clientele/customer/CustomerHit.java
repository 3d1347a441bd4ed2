package org.clientele.customer;

import org.jspecify.annotations.Nullable;

/** A customer found by a search. */
public record CustomerHit(long id, String ref, @Nullable String name) {
    /** The name, or the number where there is none. */
    public String title() {
        return name == null || name.isBlank() ? ref : name;
    }
}
