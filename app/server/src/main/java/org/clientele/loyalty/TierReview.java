package org.clientele.loyalty;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.clientele.loyalty.persistence.EarningDao.Aged;
import org.clientele.loyalty.persistence.EarningDao.TierChange;
import org.clientele.loyalty.persistence.PointsDao.Account;

/** Whether a member moves to another tier: up at once, down only on the day of review. */
final class TierReview {
    private TierReview() {}

    /** What is to be stored; nothing when everything stays as it is. */
    static Optional<TierChange> of(Programme programme, Aged aged, LocalDate asOf) {
        MemberTier reached = programme.tier(aged.earned());
        if (reached == null) {
            return Optional.empty();
        }
        Account account = aged.account();
        int place = programme.place(account.tierId());
        boolean due =
                place < 0 || account.reviewOn() == null || !account.reviewOn().isAfter(asOf);
        MemberTier tier = due || programme.place(reached.id()) > place
                ? reached
                : programme.tiers().get(place);
        boolean moved = !tier.id().equals(account.tierId());
        LocalDate review = due || moved ? asOf.plusDays(programme.windowDays()) : account.reviewOn();
        if (!moved && account.tierPoints() == aged.earned() && Objects.equals(review, account.reviewOn())) {
            return Optional.empty();
        }
        return Optional.of(new TierChange(
                aged.customerId(), tier.id(), aged.earned(), moved, asOf, Objects.requireNonNull(review)));
    }
}
