package org.clientele.loyalty;

import java.util.Map;

/**
 * All accounts of a programme at one moment.
 *
 * @param accounts what entries add up to, by account; they add up to nought together
 * @param members customers with an account
 * @param tiers members by tier
 * @param wrong accounts whose balance is not what their entries add up to; always 0 unless somebody changed the database by hand
 */
public record LedgerTotals(Map<PointsAccount, Long> accounts, long members, Map<String, Long> tiers, long wrong) {
    public LedgerTotals {
        accounts = Map.copyOf(accounts);
        tiers = Map.copyOf(tiers);
    }

    /** Points on an account: what customers hold, or what went through one of the programme's. */
    public long of(PointsAccount account) {
        return accounts.getOrDefault(account, 0L);
    }

    /** Whether everything adds up. */
    public boolean isBalanced() {
        return wrong == 0
                && accounts.values().stream().mapToLong(Long::longValue).sum() == 0;
    }
}
