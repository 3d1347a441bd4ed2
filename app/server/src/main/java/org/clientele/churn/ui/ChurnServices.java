package org.clientele.churn.ui;

import java.time.Clock;
import org.clientele.access.Rights;
import org.clientele.churn.ChurnRisks;
import org.clientele.churn.KeepingCosts;
import org.clientele.churn.Losses;
import org.clientele.common.Announcements;
import org.clientele.strategy.Strategies;
import org.springframework.stereotype.Component;

/** What the screens of risks and losses ask. */
@Component
record ChurnServices(
        ChurnRisks risks,
        Losses losses,
        KeepingCosts costs,
        Strategies strategies,
        Rights rights,
        Announcements announcements,
        Clock clock) {}
