package org.clientele.access;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * A role in one vertical, or in all.
 *
 * @param verticalKey key of a vertical, or {@link #EVERYWHERE}
 * @param ownCustomers whether it reaches only the customers whom the user looks after; staff alone can be limited so
 */
public record Grant(Role role, String verticalKey, boolean ownCustomers) {
    public static final String EVERYWHERE = "*";

    public Grant {
        if (ownCustomers && !canBeLimited(role)) {
            throw new IllegalArgumentException(
                    "Role %s cannot be limited to own customers, only %s can".formatted(role, Role.STAFF));
        }
    }

    /** The role for all customers. */
    public Grant(Role role, String verticalKey) {
        this(role, verticalKey, false);
    }

    public boolean covers(String key) {
        return verticalKey.equals(EVERYWHERE) || verticalKey.equals(key);
    }

    /** Whether the role may be limited to own customers. */
    public static boolean canBeLimited(Role role) {
        return role == Role.STAFF;
    }

    /** The grants, each role and vertical once: where one is there limited and whole, the whole one counts. */
    static Set<Grant> widest(Set<Grant> grants) {
        return grants.stream()
                .filter(grant ->
                        !grant.ownCustomers() || !grants.contains(new Grant(grant.role(), grant.verticalKey())))
                .collect(Collectors.toSet());
    }

    /** "STAFF in retail (own customers)", for the audit. */
    String describe() {
        return role + " in " + verticalKey + (ownCustomers ? " (own customers)" : "");
    }
}
