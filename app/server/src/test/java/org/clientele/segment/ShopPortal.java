package org.clientele.segment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.clientele.access.Colleagues;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.SettableClock;
import org.clientele.access.TestAudit;
import org.clientele.access.TestRights;
import org.clientele.access.User;
import org.clientele.access.persistence.UserDao;
import org.clientele.activity.VerticalData;
import org.clientele.activity.persistence.ActivityDao;
import org.clientele.common.Announcements;
import org.clientele.common.Jobs;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerData;
import org.clientele.customer.CustomerService;
import org.clientele.customer.OwnCustomers;
import org.clientele.customer.SavedViews;
import org.clientele.customer.persistence.CustomerDao;
import org.clientele.customer.persistence.SavedViewDao;
import org.clientele.engine.column.Value;
import org.clientele.plugin.AsOfMode;
import org.clientele.plugin.ClusterFixture;
import org.clientele.plugin.PortalFacts;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalFixture;
import org.clientele.plugin.Verticals;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.reference.ReferenceData;
import org.clientele.reference.persistence.ReferenceDao;
import org.clientele.segment.persistence.MembershipDao;
import org.clientele.segment.persistence.ModelDraftDao;
import org.clientele.segment.persistence.ModelVersionDao;
import org.clientele.segment.persistence.OwnModelDao;
import org.clientele.segment.persistence.RecomputeRunDao;
import org.clientele.segment.persistence.StagedRunDao;
import org.clientele.strategy.PublishedStrategies;
import org.clientele.strategy.StrategySegments;
import org.clientele.strategy.WaitingStrategies;
import org.clientele.strategy.persistence.StrategySettingDao;
import org.clientele.strategy.persistence.StrategyVersionDao;
import org.clientele.strategy.persistence.TaskDao;
import org.clientele.survey.SurveyActivity;
import org.clientele.survey.persistence.AnswerRows;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The services of this feature over a real database, with a shop to fill. */
public final class ShopPortal implements AutoCloseable {
    public final TestDatabase database;
    public final Vertical vertical;
    public final Verticals verticals;
    public final TestRights rights = TestRights.of(Role.CONSULTANT);
    public final TestAudit audit = new TestAudit();
    public final Announcements announcements = new Announcements();
    /** What recomputes publish: nothing here listens to it, so that a test counts what itself brings about. */
    public final Announcements ofRecomputes = new Announcements();

    public final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T09:00:00Z"));
    public final CustomerService customers;
    public final OwnCustomers own;
    public final MembershipDao membershipDao;
    public final ModelOverrides overrides;
    public final SavedViews views;
    public final SegmentUses uses;
    public final ModelVersions versions;
    public final OwnModels ownModels;
    public final Snapshots snapshots;
    /** Computes previews on the thread that asks. */
    public final Studio studio;

    private final VerticalData data;

    public final RecomputeWork work;
    public final Recompute recompute;
    public final Memberships memberships;
    public final RecomputeRunDao runs;

    private ShopPortal(
            TestDatabase.Kind kind,
            VerticalDefinition definition,
            Texts.Bundles texts,
            PluginAnswers answers,
            AsOfMode mode) {
        this(kind, definition, texts, answers, mode, UnaryOperator.identity());
    }

    private ShopPortal(
            TestDatabase.Kind kind,
            VerticalDefinition definition,
            Texts.Bundles texts,
            PluginAnswers answers,
            AsOfMode mode,
            UnaryOperator<Vertical> facts) {
        database = TestDatabase.create(kind);
        vertical = facts.apply(counting(mode, VerticalFixture.enable(database, definition, texts)));
        verticals = VerticalFixture.verticals(vertical);
        membershipDao = new MembershipDao(database.jdbi(), database.dialect());
        runs = new RecomputeRunDao(database.jdbi());
        KnownModels models = new KnownModels(new OwnModelDao(database.jdbi()));
        overrides = new ModelOverrides(new ModelVersionDao(database.jdbi()), models, verticals, rights, clock);
        views = new SavedViews(new SavedViewDao(database.jdbi()), rights, clock);
        uses = new SegmentUses(
                overrides,
                verticals,
                views,
                List.of(
                        new WaitingModels(
                                new ModelVersionDao(database.jdbi()),
                                new ModelDraftDao(database.jdbi()),
                                models,
                                clock),
                        new StrategySegments(
                                new PublishedStrategies(
                                        new StrategyVersionDao(database.jdbi()),
                                        new StrategySettingDao(database.jdbi()),
                                        clock),
                                new TaskDao(database.jdbi(), database.dialect()),
                                clock),
                        new WaitingStrategies(new StrategyVersionDao(database.jdbi()), clock)),
                rights);
        versions = new ModelVersions(
                new ModelVersionDao(database.jdbi()),
                new ModelDraftDao(database.jdbi()),
                overrides,
                uses,
                verticals,
                new Colleagues(new UserDao(database.jdbi()), rights),
                rights,
                audit,
                announcements,
                clock);
        ownModels = new OwnModels(
                new OwnModelDao(database.jdbi()),
                new ModelVersionDao(database.jdbi()),
                overrides,
                uses,
                verticals,
                new Colleagues(new UserDao(database.jdbi()), rights),
                rights,
                audit,
                announcements,
                clock);
        customers = new CustomerService(
                new CustomerDao(database.jdbi(), database.dialect()), rights, audit, announcements, clock);
        data = new VerticalData(
                customers,
                new ActivityDao(database.jdbi(), database.dialect()),
                new ReferenceData(new ReferenceDao(database.jdbi(), database.dialect())),
                List.of(new SurveyActivity(new AnswerRows(database.jdbi(), database.dialect()), clock)));
        snapshots =
                new Snapshots(verticals, data, overrides, answers, CodeSnapshots.past(database), announcements, clock);
        studio = new Studio(snapshots, verticals, overrides, rights, Runnable::run);
        work = new RecomputeWork(runs, ClusterFixture.silentNode(database), new Announcements(), clock);
        recompute = newRecompute();
        own = new OwnCustomers(new CustomerDao(database.jdbi(), database.dialect()), rights);
        memberships = new Memberships(membershipDao, verticals, own, rights);
    }

    public static ShopPortal empty(TestDatabase.Kind kind) {
        return of(kind, ShopDefinition.shop(), new Texts.Bundles(Map.of("en", Map.of(), "zh-CN", Map.of())));
    }

    /** The shop, counting from the day of the clock. */
    public static ShopPortal countingFromToday(TestDatabase.Kind kind) {
        return new ShopPortal(
                kind,
                ShopDefinition.shop(),
                new Texts.Bundles(Map.of("en", Map.of(), "zh-CN", Map.of())),
                PluginAnswers.NONE,
                AsOfMode.TODAY);
    }

    private static Vertical counting(AsOfMode mode, Vertical enabled) {
        return new Vertical(
                enabled.id(),
                enabled.key(),
                enabled.currency(),
                mode,
                null,
                enabled.definition(),
                enabled.texts(),
                enabled.tables());
    }

    public static ShopPortal of(TestDatabase.Kind kind, VerticalDefinition definition, Texts.Bundles texts) {
        return new ShopPortal(kind, definition, texts, PluginAnswers.NONE, AsOfMode.LAST_ACTIVITY);
    }

    /** With what the portal itself knows of customers. */
    public static ShopPortal knowing(TestDatabase.Kind kind, VerticalDefinition definition, PortalFacts facts) {
        return new ShopPortal(
                kind,
                definition,
                new Texts.Bundles(Map.of("en", Map.of(), "zh-CN", Map.of())),
                PluginAnswers.NONE,
                AsOfMode.LAST_ACTIVITY,
                facts::in);
    }

    /** With the code of custom models and checks answered by the test. */
    public static ShopPortal answered(TestDatabase.Kind kind, VerticalDefinition definition, PluginAnswers answers) {
        return new ShopPortal(
                kind,
                definition,
                new Texts.Bundles(Map.of("en", Map.of(), "zh-CN", Map.of())),
                answers,
                AsOfMode.LAST_ACTIVITY);
    }

    /** A recompute that remembers nothing, as after a start. */
    Recompute newRecompute() {
        return new Recompute(
                snapshots,
                membershipDao,
                writer(50_000),
                runs,
                rights,
                ofRecomputes,
                clock,
                new DataSourceTransactionManager(database.dataSource()),
                work);
    }

    /** What brings the memberships of one customer up to date with a change. */
    public SingleRecompute single() {
        return new SingleRecompute(
                snapshots,
                data,
                recompute,
                membershipDao,
                new StagedRunDao(database.jdbi(), database.dialect()),
                new DataSourceTransactionManager(database.dataSource()));
    }

    /** What is stored, beside what the current snapshot says: true when a run that remembers nothing has nothing to write. */
    public boolean isStoredAsComputed() {
        return newRecompute().store(snapshot(), () -> false) == 0;
    }

    /** Carries the work out while a run keeps everybody else from writing memberships. */
    public void whileARunWrites(Runnable work) {
        SingleWrites singles = recompute.singles(vertical.id());
        Thread run = Thread.ofPlatform().start(() -> {
            singles.lockOut();
            LockSupport.park();
            singles.letIn();
        });
        while (singles.begin(0)) {
            singles.end();
            Thread.onSpinWait();
        }
        try {
            work.run();
        } finally {
            LockSupport.unpark(run);
        }
    }

    /** What customers are worth; back-tests run in the background. */
    public Lifetimes lifetimes() {
        return new Lifetimes(snapshots, customers, rights, new Jobs(clock));
    }

    /** What looks into groups, in the background. */
    public ClusterStudies studies() {
        return new ClusterStudies(snapshots, versions, rights, new Jobs(clock));
    }

    /** Recomputes that run when they are asked for, and after every new snapshot. */
    public Recomputes recomputes(Jobs jobs) {
        return new Recomputes(snapshots, recompute, jobs, rights, announcements);
    }

    /** Writes memberships in steps of that many changes. */
    MembershipWriter writer(int step) {
        return new MembershipWriter(
                membershipDao,
                new StagedRunDao(database.jdbi(), database.dialect()),
                new DataSourceTransactionManager(database.dataSource()),
                step);
    }

    /** A supplier of electricity, see {@link PowerDefinition}. */
    public static ShopPortal power(TestDatabase.Kind kind) {
        return of(kind, PowerDefinition.definition(), PowerDefinition.texts());
    }

    /** Each customer buys at a rate of their own until they leave, which may happen after any purchase. */
    public Map<String, Long> buyersWhoLeave(int customers) {
        return purchases(ShopPurchases.ofBuyersWhoLeave(customers));
    }

    /** Stores somebody under the login that {@link TestRights#user} gives; their id. */
    public long person(String name) {
        long id = new UserDao(database.jdbi()).insert("user1", name, Set.of(), clock.instant());
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "UPDATE app_user SET login = ? WHERE id = ?",
                        TestRights.user(id).login(),
                        id));
        return id;
    }

    /** Makes a customer by hand; the snapshot is not told. */
    public Customer customer(String ref, String name, Map<String, Value> attributes) {
        User asking = rights.user();
        rights.become(TestRights.user(asking.id(), new Grant(Role.ADMINISTRATOR, Grant.EVERYWHERE)));
        Customer made = customers.create(vertical, new CustomerData(ref, name, null, attributes));
        rights.become(asking);
        return made;
    }

    /** With the purchases of CDNOW; the test is skipped where the file is absent. */
    public static ShopPortal cdnow(TestDatabase.Kind kind) {
        List<Purchase> purchases = ShopPurchases.ofCdnow();
        ShopPortal portal = empty(kind);
        portal.purchases(purchases);
        return portal;
    }

    /** A purchase of a customer, in cents. */
    public record Purchase(String customer, LocalDate day, long cents) {}

    /** Adds purchases and the customers who are new; their ids by number. */
    public Map<String, Long> purchases(List<Purchase> purchases) {
        return new ShopPurchases(database, vertical, clock).add(purchases);
    }

    /** Lets the snapshot stay what it is when something changes, until it is reloaded. */
    public void keepSnapshot() {
        snapshot();
        snapshots.stop();
    }

    public PortalSnapshot snapshot() {
        return snapshots.get(vertical.key());
    }

    @Override
    public void close() throws Exception {
        snapshots.stop();
        database.close();
    }
}
