package org.clientele.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.clientele.access.Audit;
import org.clientele.access.Rights;
import org.clientele.activity.VerticalData;
import org.clientele.activity.persistence.ActivityDao;
import org.clientele.common.Announcements;
import org.clientele.common.Jobs;
import org.clientele.common.persistence.BulkInsert;
import org.clientele.common.persistence.Connections;
import org.clientele.common.persistence.Dialect;
import org.clientele.common.persistence.EmbeddedDatabase;
import org.clientele.common.persistence.Migrations;
import org.clientele.customer.CustomerLists;
import org.clientele.customer.CustomerSearch;
import org.clientele.customer.CustomerService;
import org.clientele.customer.PastAttributes;
import org.clientele.customer.persistence.AttributeChangeDao;
import org.clientele.customer.persistence.CustomerDao;
import org.clientele.dataimport.ActivityData;
import org.clientele.dataimport.RecordedActivities;
import org.clientele.dataimport.persistence.RecordedActivityDao;
import org.clientele.engine.column.Value;
import org.clientele.engine.model.ModelResult;
import org.clientele.plugin.AsOfMode;
import org.clientele.plugin.Nodes;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalStore;
import org.clientele.plugin.VerticalTables;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.persistence.TypedTablesDao;
import org.clientele.plugin.persistence.VerticalDao;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.portal.overview.Overview;
import org.clientele.reference.ReferenceData;
import org.clientele.reference.persistence.ReferenceDao;
import org.clientele.report.Reports;
import org.clientele.segment.KnownModels;
import org.clientele.segment.MembershipWriter;
import org.clientele.segment.ModelOverrides;
import org.clientele.segment.PastSegments;
import org.clientele.segment.PluginAnswers;
import org.clientele.segment.Recompute;
import org.clientele.segment.RecomputeWork;
import org.clientele.segment.SegmentName;
import org.clientele.segment.Segments;
import org.clientele.segment.SingleRecompute;
import org.clientele.segment.Snapshots;
import org.clientele.segment.persistence.MembershipDao;
import org.clientele.segment.persistence.ModelVersionDao;
import org.clientele.segment.persistence.OwnModelDao;
import org.clientele.segment.persistence.RecomputeRunDao;
import org.clientele.segment.persistence.StagedRunDao;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.util.FileSystemUtils;

/** The portal's services over a real database with stored purchases, without its listeners: only what is measured runs. */
final class StoredShop implements AutoCloseable {
    private static final int BATCH = 10_000;
    private static final int CONNECTIONS = 10;

    private final HikariDataSource dataSource;
    private final Jdbi jdbi;
    private final Dialect dialect;
    private final Vertical vertical;
    private final AutoCloseable server;
    final Snapshots snapshots;
    final RecordedActivities recorded;
    Recompute recompute;
    private final Supplier<Recompute> started;
    private final Supplier<StoredPoints> pointed;
    private final Segments segments;
    final Overview overview;
    final CustomerLists lists;
    final CustomerSearch search;
    final StoredTasks tasks;

    private StoredShop(HikariDataSource dataSource, AutoCloseable server, VerticalDefinition definition) {
        this.dataSource = dataSource;
        this.server = server;
        dialect = Dialect.of(dataSource.getJdbcUrl());
        Migrations.run(dataSource, dialect);
        jdbi = Jdbi.create(new TransactionAwareDataSourceProxy(dataSource));
        VerticalStore store = new VerticalStore(new VerticalDao(jdbi), new TypedTablesDao(jdbi, dialect));
        vertical = store.open(
                store.register("retail", "USD", AsOfMode.LAST_ACTIVITY, null), definition, new Texts.Bundles(Map.of()));
        Verticals verticals = new OneVertical(vertical);
        Clock clock = Clock.systemUTC();
        Announcements silent = new Announcements();
        Rights rights = new EveryRight();
        Audit audit = (action, subject, before, after) -> {};
        CustomerService customers = new CustomerService(new CustomerDao(jdbi, dialect), rights, audit, silent, clock);
        RecomputeRunDao runs = new RecomputeRunDao(jdbi);
        MembershipDao memberships = new MembershipDao(jdbi, dialect);
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(dataSource);
        VerticalData data = new VerticalData(
                customers, new ActivityDao(jdbi, dialect), new ReferenceData(new ReferenceDao(jdbi, dialect)));
        ModelOverrides overrides = new ModelOverrides(
                new ModelVersionDao(jdbi), new KnownModels(new OwnModelDao(jdbi)), verticals, rights, clock);
        snapshots = new Snapshots(
                verticals,
                data,
                overrides,
                PluginAnswers.NONE,
                new PastSegments(
                        memberships,
                        runs,
                        new PastAttributes(new AttributeChangeDao(jdbi), transactions),
                        transactions),
                silent,
                clock);
        lists = new CustomerLists(snapshots, rights, audit);
        search = new CustomerSearch(snapshots, rights);
        Jobs jobs = new Jobs(clock);
        started = () -> new Recompute(
                snapshots,
                memberships,
                new MembershipWriter(memberships, new StagedRunDao(jdbi, dialect), transactions),
                runs,
                rights,
                new Announcements(),
                clock,
                transactions,
                new RecomputeWork(runs, Nodes.ALONE, silent, clock));
        recompute = started.get();
        recorded = new RecordedActivities(
                new RecordedActivityDao(jdbi),
                customers,
                new SingleRecompute(
                        snapshots, data, recompute, memberships, new StagedRunDao(jdbi, dialect), transactions),
                rights,
                audit,
                silent,
                clock);
        tasks = new StoredTasks(
                jdbi,
                dialect,
                vertical,
                verticals,
                snapshots,
                overrides,
                memberships,
                rights,
                audit,
                clock,
                transactions);
        segments = new Segments(snapshots, overrides, rights);
        pointed = () -> new StoredPoints(
                jdbi, dialect, vertical, verticals, segments, rights, audit, jobs, clock, transactions);
        overview = new Overview(
                snapshots, new Reports(verticals, snapshots, rights, audit), rights, new Announcements(), jobs);
    }

    /** On {@code hsqldb} or {@code postgresql}. */
    static StoredShop on(String database, VerticalDefinition definition) throws IOException {
        return switch (database) {
            case "hsqldb" -> hsqldb(definition);
            case "postgresql" -> postgresql(definition);
            default -> throw new IllegalArgumentException("No database " + database + ": say hsqldb or postgresql");
        };
    }

    /** On the embedded database, in a folder that is thrown away. */
    static StoredShop hsqldb(VerticalDefinition definition) throws IOException {
        Path folder = Files.createTempDirectory("clientele-benchmark");
        EmbeddedDatabase database = EmbeddedDatabase.open(folder);
        return new StoredShop(
                Connections.pool(database.url(), EmbeddedDatabase.USER, database.password(), CONNECTIONS),
                () -> {
                    database.close();
                    FileSystemUtils.deleteRecursively(folder);
                },
                definition);
    }

    static StoredShop postgresql(VerticalDefinition definition) throws IOException {
        return postgresql(definition, EmbeddedPostgres.builder());
    }

    /** On a server that has written to the disk what it says is committed, which the one for big loads has not. */
    static StoredShop durable(String database, VerticalDefinition definition) throws IOException {
        return database.equals("postgresql")
                ? postgresql(
                        definition,
                        EmbeddedPostgres.builder()
                                .setServerConfig("fsync", "on")
                                .setServerConfig("synchronous_commit", "on"))
                : on(database, definition);
    }

    private static StoredShop postgresql(VerticalDefinition definition, EmbeddedPostgres.Builder settings)
            throws IOException {
        EmbeddedPostgres server = settings.start();
        return in(server, server, definition);
    }

    /** On a server that outlives it. */
    static StoredShop in(EmbeddedPostgres server, VerticalDefinition definition) {
        return in(server, () -> {}, definition);
    }

    private static StoredShop in(EmbeddedPostgres server, AutoCloseable last, VerticalDefinition definition) {
        return new StoredShop(
                Connections.pool(server.getJdbcUrl("postgres", "postgres"), "postgres", "", CONNECTIONS),
                last,
                definition);
    }

    /** A purchase. */
    record Purchase(long customer, LocalDate day, long cents) {}

    void fill(List<Purchase> purchases) {
        fill(purchases::forEach);
    }

    /** Stores purchases that come one by one, those of a customer together, and the customers. */
    void fill(Consumer<Consumer<Purchase>> purchases) {
        PurchaseStore store = new PurchaseStore(jdbi, dialect, vertical);
        purchases.accept(store);
        store.flush();
    }

    /** A programme and a survey; made when asked for, with the users they name. */
    StoredPoints points() {
        tasks.users();
        return pointed.get();
    }

    /** The greatest segment of the value pyramid. */
    List<SegmentName> greatest() {
        ModelResult model = segments.snapshot("retail").model("pyramid");
        return vertical.definition().models().stream()
                .filter(one -> one.id().equals("pyramid"))
                .flatMap(one -> one.segments().stream())
                .map(one -> new SegmentName("pyramid", one.id()))
                .max(Comparator.comparingInt(
                        name -> model.members(model.ordinal(name.segment())).cardinality()))
                .stream()
                .toList();
    }

    /** The table of purchases and its column of amounts, for peers. */
    VerticalTables.Table purchases() {
        return vertical.tables().activity("purchase");
    }

    int verticalId() {
        return vertical.id();
    }

    Dialect dialect() {
        return dialect;
    }

    Jdbi jdbi() {
        return jdbi;
    }

    /** A purchase recorded by hand: with rights, rules and the customer's memberships. */
    void record(Purchase purchase) {
        ActivityDefinition activity =
                Objects.requireNonNull(vertical.definition().activity("purchase"));
        ActivityData data =
                new ActivityData(purchase.day().atStartOfDay(), Map.of("amount", new Value.Money(purchase.cents(), 2)));
        recorded.record(vertical, activity, purchase.customer(), data, RecordedActivities.Repeated.KEEP);
    }

    /** Stores one purchase, as a till would. */
    void buy(Purchase purchase) {
        VerticalTables.Table table =
                Objects.requireNonNull(vertical.tables().activities().get("purchase"));
        jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO %s (customer_id, happened_at, row_key, %s) VALUES (?, ?, ?, ?)"
                        .formatted(table.name(), table.columns().get("amount")),
                purchase.customer(),
                purchase.day().atStartOfDay(),
                -System.nanoTime(),
                purchase.cents()));
    }

    /** Gives the customers of {@link #fill} names and attributes, the same every time. */
    void describe(int customers) {
        Random random = new Random(1997);
        VerticalTables.Table table = vertical.tables().attributes();
        List<String> surnames = List.of("Chen", "Wang", "Smith", "Li", "Jones", "Garcia", "Zhang", "Müller");
        List<@Nullable Object[]> attributes = new ArrayList<>();
        jdbi.useTransaction(handle -> {
            PreparedBatch names = handle.prepareBatch("UPDATE customer SET name = ? WHERE id = ?");
            for (long customer = 1; customer <= customers; customer++) {
                names.add(surnames.get(random.nextInt(surnames.size())) + " " + random.nextInt(customers), customer);
                attributes.add(new Object[] {
                    customer,
                    (long) (18 + random.nextInt(70)),
                    "City " + random.nextInt(300),
                    random.nextBoolean() ? "female" : "male",
                    LocalDate.of(1940, 1, 1).plusDays(random.nextInt(24_000))
                });
                if (customer % BATCH == 0 || customer == customers) {
                    names.execute();
                    BulkInsert.insert(
                            handle,
                            dialect,
                            table.name(),
                            List.of(
                                    "customer_id",
                                    table.column("age"),
                                    table.column("city"),
                                    table.column("gender"),
                                    table.column("birth_date")),
                            attributes);
                    attributes.clear();
                }
            }
        });
    }

    /** In pieces: the embedded database holds an unfinished transaction in memory. Who stores them must not remember them either. */
    void forgetMemberships() {
        recompute = started.get();
        if (dialect == Dialect.POSTGRESQL) {
            jdbi.useHandle(handle -> handle.execute("TRUNCATE membership"));
            return;
        }
        for (int deleted = 1; deleted > 0; ) {
            deleted = jdbi.withHandle(handle -> handle.execute(
                    "DELETE FROM membership WHERE customer_id <= (SELECT min(customer_id) + 10000 FROM membership)"));
        }
    }

    @Override
    public void close() throws IOException {
        dataSource.close();
        try {
            server.close();
        } catch (Exception failure) {
            throw new IOException("The benchmark's database did not close", failure);
        }
    }

    /** The only vertical. */
    private record OneVertical(Vertical vertical) implements Verticals {
        @Override
        public List<Vertical> enabled() {
            return List.of(vertical);
        }

        @Override
        public Optional<Vertical> find(String key) {
            return Optional.of(vertical);
        }

        @Override
        public Vertical get(String key) {
            return vertical;
        }
    }
}
