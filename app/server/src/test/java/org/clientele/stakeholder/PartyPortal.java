package org.clientele.stakeholder;

import java.time.LocalDate;
import java.util.Set;
import org.clientele.access.Colleagues;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.access.persistence.UserDao;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.segment.ShopPortal;
import org.clientele.stakeholder.persistence.DossierDao;
import org.clientele.stakeholder.persistence.PlanDao;
import org.clientele.stakeholder.persistence.ScoreDao;
import org.clientele.stakeholder.persistence.StakeholderDao;

/** Parties of a small shop without a server; today is 1 March 2026. */
public final class PartyPortal implements AutoCloseable {
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    public final ShopPortal shop;
    public final long manager;
    public final long staff;
    public final Colleagues colleagues;
    public final Stakeholders register;
    public final Plans plans;
    public final PartnerScores scores;

    public PartyPortal(TestDatabase.Kind kind) {
        shop = ShopPortal.empty(kind);
        UserDao users = new UserDao(shop.database.jdbi());
        manager = users.insert("li.na", "Li Na", Set.of(new Grant(Role.MANAGER, "shop")), shop.clock.instant());
        staff = users.insert("wang.wei", "Wang Wei", Set.of(new Grant(Role.STAFF, "shop")), shop.clock.instant());
        become(manager, Role.MANAGER);
        colleagues = new Colleagues(users, shop.rights);
        StakeholderDao parties = new StakeholderDao(shop.database.jdbi());
        DossierDao dossiers = new DossierDao(shop.database.jdbi());
        PlanDao actions = new PlanDao(shop.database.jdbi());
        ScoreDao marks = new ScoreDao(shop.database.jdbi());
        register = new Stakeholders(
                parties, dossiers, actions, marks, shop.rights, shop.audit, shop.announcements, shop.clock);
        plans = new Plans(
                register,
                parties,
                actions,
                dossiers,
                colleagues,
                shop.rights,
                shop.audit,
                shop.announcements,
                shop.clock);
        scores = new PartnerScores(register, parties, marks, shop.rights, shop.audit, shop.announcements, shop.clock);
    }

    /** As another node has it. */
    public Reminders reminders() {
        return new Reminders(
                new StakeholderDao(shop.database.jdbi()),
                new DossierDao(shop.database.jdbi()),
                new PlanDao(shop.database.jdbi()),
                shop.rights,
                shop.audit,
                shop.announcements,
                shop.clock);
    }

    public void become(long user, Role role) {
        shop.rights.become(TestRights.user(user, new Grant(role, "shop")));
    }

    public Stakeholder party(Market market, String name) {
        return register.get(shop.vertical, register.create(shop.vertical, StakeholderData.of(market, name)));
    }

    @Override
    public void close() throws Exception {
        shop.close();
    }
}
