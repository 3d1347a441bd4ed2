package org.clientele.loyalty.ui;

import java.time.Clock;
import org.clientele.common.Announcements;
import org.clientele.customer.SavedViews;
import org.clientele.loyalty.Adjustments;
import org.clientele.loyalty.EarningFollowing;
import org.clientele.loyalty.Points;
import org.clientele.loyalty.Programmes;
import org.springframework.stereotype.Component;

/** What the screens of loyalty ask. */
@Component
record LoyaltyServices(
        Programmes programmes,
        Points points,
        Adjustments adjustments,
        SavedViews views,
        EarningFollowing following,
        Announcements announcements,
        Clock clock) {}
