package org.clientele.interaction;

import java.time.LocalDate;
import java.util.List;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.interaction.persistence.FollowUpDao;
import org.clientele.plugin.Vertical;
import org.clientele.worklist.WorkLoad;
import org.clientele.worklist.WorkQuery;
import org.springframework.stereotype.Service;

/** The contacts that somebody has to come back to, for lists. */
@Service
public class FollowUps {
    private final FollowUpDao followUps;
    private final Rights rights;

    public FollowUps(FollowUpDao followUps, Rights rights) {
        this.followUps = followUps;
        this.rights = rights;
    }

    /** Open ones, the earliest first. */
    public List<FollowUp> open(Vertical vertical, WorkQuery asked, int limit) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        return followUps.open(vertical.id(), asked, rights.onlyOwner(vertical.key()), limit);
    }

    /** The open ones of a customer, the earliest first. */
    public List<FollowUp> ofCustomer(Vertical vertical, long customerId) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        return followUps.ofCustomer(vertical.id(), customerId, rights.onlyOwner(vertical.key()));
    }

    /** How many are open, counted no further than {@code most}. */
    public int count(Vertical vertical, WorkQuery asked, int most) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        return followUps.count(vertical.id(), asked, rights.onlyOwner(vertical.key()), most);
    }

    /** Who has how many. */
    public List<WorkLoad> load(Vertical vertical, LocalDate today) {
        rights.require(Permission.MANAGE_STRATEGIES, vertical.key());
        return followUps.load(vertical.id(), today);
    }
}
