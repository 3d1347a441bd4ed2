package org.clientele.stakeholder.ui;

import java.time.Clock;
import org.clientele.access.Colleagues;
import org.clientele.access.Rights;
import org.clientele.stakeholder.PartnerScores;
import org.clientele.stakeholder.Plans;
import org.clientele.stakeholder.Stakeholders;
import org.springframework.stereotype.Component;

/** What the screens of parties ask. */
@Component
record StakeholderServices(
        Stakeholders register, Plans plans, PartnerScores scores, Colleagues colleagues, Rights rights, Clock clock) {}
