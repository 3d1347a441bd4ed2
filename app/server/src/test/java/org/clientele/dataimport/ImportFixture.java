package org.clientele.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clientele.access.Colleagues;
import org.clientele.access.Role;
import org.clientele.access.TestAudit;
import org.clientele.access.TestRights;
import org.clientele.access.persistence.UserDao;
import org.clientele.common.Announcements;
import org.clientele.common.ClienteleProperties;
import org.clientele.common.Job;
import org.clientele.common.Jobs;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.dataimport.file.FileInspection;
import org.clientele.dataimport.file.FormatChoices;
import org.clientele.dataimport.persistence.ImportDao;
import org.clientele.dataimport.persistence.ImportRunDao;
import org.clientele.dataimport.persistence.ReferenceUndoDao;
import org.clientele.dataimport.persistence.SampleDao;
import org.clientele.dataimport.persistence.UndoDao;
import org.clientele.plugin.ClusterFixture;
import org.clientele.plugin.CurrencyFixture;
import org.clientele.plugin.Nodes;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalFixture;
import org.clientele.plugin.VerticalTables;
import org.clientele.plugin.Verticals;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.reference.ReferenceData;
import org.clientele.reference.persistence.ReferenceDao;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** A portal that can import, on a database of its own. */
public final class ImportFixture implements AutoCloseable {
    public static final Imports.Wording WORDING =
            new Imports.Wording("reason", rejection -> rejection.reason() + " " + rejection.detail());

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final TestDatabase database;
    private final PlatformTransactionManager transactions;
    private final Verticals verticals;
    private final TestRights rights = TestRights.of(Role.CONSULTANT);
    private final TestAudit audit = new TestAudit();
    private final Announcements announcements = new Announcements();
    private final StartedJobs jobs = new StartedJobs();
    private final Path folder;
    private final ImportJobs work;
    private final Imports imports;
    private final String key;

    public ImportFixture(TestDatabase.Kind kind, Path folder) {
        this(kind, folder, RetailFixture.definition());
    }

    public ImportFixture(TestDatabase.Kind kind, Path folder, VerticalDefinition definition) {
        this(TestDatabase.create(kind), ImportFixture::plain, folder, definition);
    }

    ImportFixture(
            TestDatabase database,
            Function<TestDatabase, PlatformTransactionManager> transactions,
            Path folder,
            VerticalDefinition definition) {
        this(
                database,
                transactions.apply(database),
                folder,
                VerticalFixture.verticals(VerticalFixture.enable(database, definition)),
                definition.id());
    }

    /** Imports into a vertical that is there. */
    public ImportFixture(TestDatabase database, Path folder, Verticals verticals, String key) {
        this(database, plain(database), folder, verticals, key);
    }

    private ImportFixture(
            TestDatabase database,
            PlatformTransactionManager transactions,
            Path folder,
            Verticals verticals,
            String key) {
        this.database = database;
        this.folder = folder;
        this.transactions = transactions;
        this.verticals = verticals;
        this.key = key;
        work = work();
        imports = imports(folder, work);
    }

    private static PlatformTransactionManager plain(TestDatabase database) {
        return new DataSourceTransactionManager(database.dataSource());
    }

    /** The services of one process; a second one finds what the first left. */
    public Imports imports(Path folder) {
        return imports(folder, work());
    }

    private ImportJobs work() {
        return work(ClusterFixture.silentNode(database));
    }

    /** What a node carries imports out with. */
    ImportJobs work(Nodes nodes) {
        ImportUndo undo = new ImportUndo(
                new UndoDao(database.jdbi()),
                new ReferenceUndoDao(database.jdbi()),
                ImportContents.records(database, folder),
                transactions());
        return new ImportJobs(
                new ImportRunDao(database.jdbi()),
                undo,
                ImportContents.records(database, folder),
                CurrencyFixture.currency(database, verticals, rights, audit, announcements),
                rights,
                audit,
                jobs,
                announcements,
                Clock.systemDefaultZone(),
                transactions(),
                nodes,
                ClusterFixture.changes(database));
    }

    private Imports imports(Path folder, ImportJobs carrier) {
        return new Imports(
                new ImportDao(database.jdbi(), database.dialect()),
                new ImportRunDao(database.jdbi()),
                carrier,
                new ReferenceData(new ReferenceDao(database.jdbi(), database.dialect())),
                ImportContents.records(database, folder),
                CurrencyFixture.currency(database, verticals, rights, audit, announcements),
                rights,
                new Colleagues(new UserDao(database.jdbi()), rights),
                new Jobs(Clock.systemDefaultZone()),
                Clock.systemDefaultZone(),
                transactions(),
                new ClienteleProperties(folder, false, false, null, new ClienteleProperties.Database("", "", "")));
    }

    /** Where files lie. */
    Path folder() {
        return folder;
    }

    /** Sample data beside the imports. */
    public SampleImports samples() {
        return new SampleImports(
                new SampleDao(database.jdbi(), database.dialect()),
                work,
                rights,
                Clock.systemDefaultZone(),
                transactions());
    }

    private PlatformTransactionManager transactions() {
        return transactions;
    }

    public Imports imports() {
        return imports;
    }

    public TestDatabase database() {
        return database;
    }

    public TestRights rights() {
        return rights;
    }

    public Announcements announcements() {
        return announcements;
    }

    public TestAudit audit() {
        return audit;
    }

    public Vertical vertical() {
        return verticals.get(key);
    }

    /** Takes the vertical to another version of its plugin. */
    public Vertical upgrade(VerticalDefinition definition) {
        return VerticalFixture.upgrade(database, verticals, definition);
    }

    public FileInspection upload(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return imports.inspect(
                    imports.upload(vertical(), String.valueOf(file.getFileName()), in), FormatChoices.NONE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public FileInspection upload(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return imports.inspect(
                imports.upload(vertical(), "test.csv", new ByteArrayInputStream(bytes)), FormatChoices.NONE);
    }

    public ImportSummary check(FileInspection file, ImportPlan plan) {
        ImportCheck check = imports.check(vertical(), file, plan, WORDING);
        await(() -> check.job().state() != Job.State.RUNNING);
        return Objects.requireNonNull(
                check.summary(), () -> "check ended with " + check.job().failure());
    }

    /** Imports and waits for the end. */
    public ImportRun run(FileInspection file, ImportPlan plan) {
        return finished(imports.start(vertical(), file, plan, WORDING));
    }

    public ImportRun undo(long id) {
        imports.undo(vertical(), id);
        return finished(id);
    }

    /** The import when it is no longer going on, and its thread has tidied up after it. */
    public ImportRun finished(long id) {
        await(() -> jobs.haveEnded() && hasEnded(id));
        return imports.find(vertical(), id).orElseThrow();
    }

    /** Asked last: asking the database all the time would slow the import down. */
    private boolean hasEnded(long id) {
        ImportState state = imports.find(vertical(), id).orElseThrow().state();
        return state != ImportState.RUNNING && state != ImportState.UNDOING;
    }

    public long count(String sql) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    /** Every row of a table as text, sorted. */
    public List<String> rows(String sql) {
        return database.jdbi().withHandle(handle -> handle.createQuery(sql).mapToMap().stream()
                .map(String::valueOf)
                .sorted()
                .toList());
    }

    public String purchases() {
        return purchaseTable().name();
    }

    public String column(String field) {
        return Objects.requireNonNull(purchaseTable().columns().get(field));
    }

    private VerticalTables.Table purchaseTable() {
        return Objects.requireNonNull(vertical().tables().activities().get("purchase"));
    }

    public String attributes() {
        return vertical().tables().attributes().name();
    }

    public String attribute(String id) {
        return Objects.requireNonNull(vertical().tables().attributes().columns().get(id));
    }

    public static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting took too long").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    @Override
    public void close() throws Exception {
        database.close();
    }

    /** Remembers the jobs: an import is stored as ended a moment before its job has ended. */
    private static final class StartedJobs extends Jobs {
        private final Queue<Job> started = new ConcurrentLinkedQueue<>();

        StartedJobs() {
            super(Clock.systemDefaultZone());
        }

        @Override
        public Job start(String kind, Consumer<Job> body) {
            Job job = super.start(kind, body);
            started.add(job);
            return job;
        }

        boolean haveEnded() {
            return started.stream().allMatch(job -> job.state() != Job.State.RUNNING);
        }
    }
}
