package org.clientele.interaction;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.access.persistence.UserDao;
import org.clientele.interaction.persistence.InteractionDao;
import org.clientele.segment.ShopPortal;
import org.jspecify.annotations.Nullable;

/** Contacts with the customers of a shop, written down by somebody at its counter. */
public record TestContacts(ShopPortal portal, InteractionService service) {
    /** From now on Li Na of the staff works in the portal. */
    public static TestContacts open(ShopPortal portal) {
        long user = new UserDao(portal.database.jdbi()).insert("li.na", "Li Na", Set.of(), portal.clock.instant());
        portal.rights.become(TestRights.user(user, new Grant(Role.STAFF, Grant.EVERYWHERE)));
        return new TestContacts(
                portal,
                new InteractionService(
                        new InteractionDao(portal.database.jdbi()),
                        portal.verticals,
                        portal.own,
                        portal.rights,
                        portal.audit,
                        portal.announcements,
                        portal.clock));
    }

    /** Writes down a contact, with the day to come back to it if there is one. */
    public Interaction log(long customer, String subject, @Nullable LocalDate followUpOn) {
        InteractionData data = new InteractionData(
                portal.clock.instant(), Channel.PHONE, Direction.INCOMING, subject, "", null, null, followUpOn);
        return service.log(portal.vertical.key(), customer, UUID.randomUUID(), data);
    }
}
