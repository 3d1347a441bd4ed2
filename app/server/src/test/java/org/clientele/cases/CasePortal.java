package org.clientele.cases;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.clientele.access.Colleagues;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.access.persistence.UserDao;
import org.clientele.cases.persistence.AttachmentDao;
import org.clientele.cases.persistence.CaseDao;
import org.clientele.cases.persistence.CaseEventDao;
import org.clientele.cases.persistence.CaseLinkDao;
import org.clientele.cases.persistence.CaseListDao;
import org.clientele.cases.persistence.CauseDao;
import org.clientele.cases.persistence.ClockDao;
import org.clientele.cases.persistence.PolicyDao;
import org.clientele.cases.persistence.StepDao;
import org.clientele.common.TemporaryFiles;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerSearch;
import org.clientele.interaction.Channel;
import org.clientele.interaction.Direction;
import org.clientele.interaction.Interaction;
import org.clientele.interaction.InteractionData;
import org.clientele.interaction.InteractionService;
import org.clientele.interaction.TestContacts;
import org.clientele.segment.ShopPortal;

/** The cases of a small shop without a server, where Li Na of the staff works and Wang Fang is a colleague. */
public final class CasePortal implements AutoCloseable {
    public final ShopPortal shop;
    public final Path data = TemporaryFiles.folder("clientele-cases");
    public final InteractionService interactions;
    public final Colleagues colleagues;
    public final Cases cases;
    public final CaseLists lists;
    public final CaseLinks links;
    public final CaseFiles files;
    public final ServicePolicies policies;
    public final ComplaintPath complaints;
    public final CaseCauses causes;
    public final CaseEscalation escalation;
    private final ClockDao clocks;
    public final Customer anna;
    public final Customer ben;
    public final long liNa;
    public final long wangFang;

    public CasePortal(TestDatabase.Kind kind) {
        shop = ShopPortal.empty(kind);
        interactions = TestContacts.open(shop).service();
        liNa = shop.rights.user().id();
        shop.database
                .jdbi()
                .useHandle(h -> h.execute(
                        "INSERT INTO user_grant (user_id, user_role, vertical_key) VALUES (?, 'STAFF', '*')", liNa));
        UserDao users = new UserDao(shop.database.jdbi());
        wangFang = users.insert(
                "wang.fang", "Wang Fang", Set.of(new Grant(Role.MANAGER, Grant.EVERYWHERE)), shop.clock.instant());
        colleagues = new Colleagues(users, shop.rights);
        CaseDao dao = new CaseDao(shop.database.jdbi(), shop.database.dialect());
        CaseEventDao events = new CaseEventDao(shop.database.jdbi());
        clocks = new ClockDao(shop.database.jdbi());
        policies = new ServicePolicies(
                new PolicyDao(shop.database.jdbi()), clocks, shop.verticals, shop.rights, shop.audit, shop.clock);
        CaseNotices notices = notices(shop);
        CaseWinder winder = new CaseWinder(clocks, events, policies, notices);
        escalation = node(winder);
        CaseAccess access = new CaseAccess(
                dao,
                events,
                winder,
                notices,
                shop.own,
                shop.verticals,
                shop.rights,
                shop.audit,
                shop.announcements,
                shop.clock);
        complaints = new ComplaintPath(access, new StepDao(shop.database.jdbi()));
        causes = new CaseCauses(new CauseDao(shop.database.jdbi()), shop.verticals, shop.rights, shop.clock);
        cases = new Cases(
                access, dao, events, colleagues, new CaseTiers(policies, shop.memberships, clocks), complaints);
        lists = lists(shop);
        links = new CaseLinks(access, dao, new CaseLinkDao(shop.database.jdbi()), interactions, shop.own);
        files = new CaseFiles(
                access,
                new AttachmentDao(shop.database.jdbi()),
                new AttachmentFolder(CaseRowsFixture.properties(data)));
        anna = shop.customer("anna", "Anna Berg", Map.of());
        ben = shop.customer("ben", "Ben Lund", Map.of());
    }

    private static CaseNotices notices(ShopPortal shop) {
        return new CaseNotices(new CaseLinkDao(shop.database.jdbi()), shop.announcements);
    }

    /** The lists of the cases of a portal. */
    public static CaseLists lists(ShopPortal shop) {
        ClockDao clocks = new ClockDao(shop.database.jdbi());
        CaseEventDao events = new CaseEventDao(shop.database.jdbi());
        ServicePolicies policies = new ServicePolicies(
                new PolicyDao(shop.database.jdbi()), clocks, shop.verticals, shop.rights, shop.audit, shop.clock);
        CaseAccess access = new CaseAccess(
                new CaseDao(shop.database.jdbi(), shop.database.dialect()),
                events,
                new CaseWinder(clocks, events, policies, notices(shop)),
                notices(shop),
                shop.own,
                shop.verticals,
                shop.rights,
                shop.audit,
                shop.announcements,
                shop.clock);
        return new CaseLists(
                access,
                new CaseListDao(shop.database.jdbi()),
                new CustomerSearch(shop.snapshots, shop.rights),
                shop.own);
    }

    /** What looks at clocks on a node. */
    private CaseEscalation node(CaseWinder winder) {
        return new CaseEscalation(
                clocks,
                winder,
                shop.verticals,
                shop.announcements,
                Objects.requireNonNull(shop.database.transactions().getTransactionManager()),
                shop.clock);
    }

    /** The moment in the time zone of the shop's calendar, which is UTC. */
    public void at(String time) {
        shop.clock.forward(Duration.between(shop.clock.instant(), Instant.parse(time)));
    }

    public ServiceCase open(CaseType type, String subject) {
        return cases.open("shop", anna.id(), UUID.randomUUID(), CaseData.of(type, subject, ""));
    }

    public ServiceCase again(ServiceCase seen) {
        return cases.get("shop", seen.number());
    }

    public ServiceCase move(ServiceCase seen, CaseState to) {
        cases.move("shop", again(seen), to, "Sent another one", to == CaseState.SOLVED ? CaseReason.DELIVERY : null);
        return again(seen);
    }

    public Interaction contact(Customer with, Direction direction) {
        return interactions.log(
                "shop",
                with.id(),
                UUID.randomUUID(),
                new InteractionData(shop.clock.instant(), Channel.PHONE, direction, "Asked", "", null, null, null));
    }

    public void attach(ServiceCase to, String name, String content) {
        files.add("shop", to.number(), name, new ByteArrayInputStream(content.getBytes(StandardCharsets.ISO_8859_1)));
    }

    public void become(long user, Role role, boolean ownCustomers) {
        shop.rights.become(TestRights.user(user, new Grant(role, Grant.EVERYWHERE, ownCustomers)));
    }

    public void lookAfter(Customer customer, long user) {
        shop.database
                .jdbi()
                .useHandle(h -> h.execute("UPDATE customer SET owner_user_id = ? WHERE id = ?", user, customer.id()));
    }

    @Override
    public void close() throws Exception {
        shop.close();
    }
}
