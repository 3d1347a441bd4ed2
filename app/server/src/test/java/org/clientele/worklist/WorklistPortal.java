package org.clientele.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.clientele.access.Colleagues;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.access.persistence.UserDao;
import org.clientele.common.Jobs;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.Translations;
import org.clientele.interaction.FollowUps;
import org.clientele.interaction.TestContacts;
import org.clientele.interaction.persistence.FollowUpDao;
import org.clientele.interaction.ui.FollowUpWork;
import org.clientele.plugin.Vertical;
import org.clientele.segment.ShopPortal;
import org.clientele.worklist.persistence.WorkNoteDao;

/** A shop whose staff have follow-ups, and errands of a second kind kept in memory. */
public final class WorklistPortal implements AutoCloseable {
    public final ShopPortal shop;
    public final TestContacts contacts;
    public final Worklist worklist;
    public final NextActions next;
    /** What is advised for Anna. */
    public final List<NextAction> advice = new ArrayList<>();
    /** Who wants no personal treatment. */
    public final Set<Long> leftOut = new HashSet<>();

    public final Errands errands = new Errands();
    public final Colleagues colleagues;
    public final long anna;
    public final long wang;
    public final LocalDate today;

    private WorklistPortal(TestDatabase.Kind kind) {
        shop = ShopPortal.empty(kind);
        anna = shop.customer("anna", "Anna", Map.of()).id();
        UserDao users = new UserDao(shop.database.jdbi());
        wang = users.insert(
                "wang.wei", "Wang Wei", Set.of(new Grant(Role.STAFF, Grant.EVERYWHERE)), shop.clock.instant());
        contacts = TestContacts.open(shop);
        today = LocalDate.now(shop.clock);
        colleagues = new Colleagues(users, shop.rights);
        FollowUpWork followUps = new FollowUpWork(
                new FollowUps(new FollowUpDao(shop.database.jdbi(), shop.database.dialect()), shop.rights),
                contacts.service(),
                shop.rights,
                new Translations());
        worklist = new Worklist(
                List.of(followUps, errands),
                new WorkNoteDao(shop.database.jdbi()),
                colleagues,
                shop.rights,
                new Jobs(shop.clock),
                Objects.requireNonNull(shop.database.transactions().getTransactionManager()),
                shop.clock);
        next = new NextActions(
                List.of(followUps, errands, (vertical, customer, locale) -> customer == anna ? advice : List.of()),
                worklist,
                new WorkNoteDao(shop.database.jdbi()),
                shop.own,
                vertical -> leftOut,
                shop.rights,
                shop.announcements,
                shop.clock);
    }

    public static WorklistPortal open(TestDatabase.Kind kind) {
        return new WorklistPortal(kind);
    }

    /** From now on a manager asks. */
    public void becomeManager() {
        shop.rights.become(TestRights.user(shop.rights.user().id(), new Grant(Role.MANAGER, Grant.EVERYWHERE)));
    }

    public Vertical vertical() {
        return shop.vertical;
    }

    /** Everything of everybody, until a day. */
    public WorkQuery everything(LocalDate until) {
        return new WorkQuery(WorkQuery.Whose.EVERYBODY, null, until, null);
    }

    public WorkItem errand(long id, LocalDate day) {
        WorkItem errand = new WorkItem(
                "errand",
                id,
                "errand " + id,
                anna,
                "Anna",
                day,
                null,
                null,
                "Errand " + id,
                "",
                EnumSet.allOf(WorkAct.Kind.class),
                0);
        errands.open.add(errand);
        return errand;
    }

    /** Advises a play of the champions' strategy for Anna. */
    public NextAction advise(String play, LocalDate day) {
        WorkItem item = new WorkItem(
                "play",
                play.hashCode(),
                "rfm champions " + play + " " + day,
                anna,
                "Anna",
                day,
                null,
                null,
                "Advice: " + play,
                "",
                EnumSet.of(WorkAct.Kind.CLAIM, WorkAct.Kind.DONE, WorkAct.Kind.POSTPONE, WorkAct.Kind.SKIP),
                0);
        NextAction action = NextAction.of(NextActionKind.PLAY, item);
        advice.add(action);
        return action;
    }

    @Override
    public void close() throws Exception {
        shop.close();
    }

    /** Something changed among them. */
    public record ErrandsChanged() {}

    /** Errands in memory; what is done disappears. */
    public static final class Errands implements WorkSource {
        public final List<WorkItem> open = new ArrayList<>();

        @Override
        public String kind() {
            return "errand";
        }

        @Override
        public String name(Locale locale) {
            return "Errands";
        }

        @Override
        public List<WorkItem> open(Vertical vertical, WorkQuery query, int limit, Locale locale) {
            return query.among(open.stream(), limit);
        }

        @Override
        public int count(Vertical vertical, WorkQuery query, int most) {
            return query.among(open.stream(), most).size();
        }

        @Override
        public Runnable act(Vertical vertical, WorkItem seen, WorkAct act) {
            open.remove(seen);
            return () -> open.add(seen);
        }

        @Override
        public Class<?> changedBy() {
            return ErrandsChanged.class;
        }
    }
}
