package org.clientele.plugin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestAudit;
import org.clientele.access.TestGrants;
import org.clientele.access.TestRights;
import org.clientele.access.VerticalGrants;
import org.clientele.cases.CaseRowsFixture;
import org.clientele.churn.persistence.LossContent;
import org.clientele.common.Announcements;
import org.clientele.common.Jobs;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.consent.persistence.ConsentContent;
import org.clientele.customer.persistence.CustomerContent;
import org.clientele.dataimport.ImportContents;
import org.clientele.guide.persistence.GuideContent;
import org.clientele.interaction.persistence.InteractionContent;
import org.clientele.knowledge.persistence.ArticleContent;
import org.clientele.loyalty.persistence.LoyaltyContent;
import org.clientele.market.persistence.MarketContent;
import org.clientele.notification.persistence.NotificationContent;
import org.clientele.plugin.code.CallThreads;
import org.clientele.plugin.code.FailureLog;
import org.clientele.plugin.code.PluginCalls;
import org.clientele.plugin.code.PluginHealth;
import org.clientele.plugin.code.ScreenWatchdog;
import org.clientele.plugin.code.TestFailures;
import org.clientele.plugin.persistence.NodeDao;
import org.clientele.plugin.persistence.PluginChangeDao;
import org.clientele.plugin.persistence.PluginDao;
import org.clientele.plugin.persistence.PluginFailureDao;
import org.clientele.plugin.persistence.PluginSignatureDao;
import org.clientele.plugin.persistence.PluginVersionDao;
import org.clientele.plugin.persistence.RowCountDao;
import org.clientele.plugin.persistence.TrustedSignerDao;
import org.clientele.plugin.persistence.TypedTablesDao;
import org.clientele.plugin.persistence.ValuesDao;
import org.clientele.plugin.persistence.VerticalNoticeDao;
import org.clientele.privacy.persistence.ErasureContent;
import org.clientele.segment.persistence.SegmentContent;
import org.clientele.stakeholder.persistence.StakeholderContent;
import org.clientele.strategy.persistence.TreatmentContent;
import org.clientele.survey.persistence.SurveyContent;
import org.clientele.workflow.persistence.WorkflowContent;
import org.clientele.worklist.persistence.WorkNoteContent;
import org.jdbi.v3.core.Jdbi;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The plugin feature on a test database, with jars of the test's choice. Starting another on the same database is a restart. */
public final class PluginPortal implements AutoCloseable {
    public final TestRights rights = TestRights.of(Role.CONSULTANT);
    public final TestAudit audit = new TestAudit();
    public final Announcements announcements = new Announcements();
    final EnabledVerticals verticals;
    public final CallThreads threads = new CallThreads(4);
    public final PluginCalls calls;
    public final PluginHealth health;
    public final ScreenWatchdog watchdog;
    private final FailingPlugins failing;
    final Path data;
    final PluginDao plugins;
    final PluginVersionDao versions;
    final PluginRuntime runtime;
    final PluginHost host;
    final PluginLibrary library;
    final VerticalStore store;
    final PluginChanges changes;
    final VersionChange versionChange;
    final PluginFollower follower;
    final List<VerticalWork> work;
    final List<VerticalContent> contents;
    public final VerticalNotices notices;
    public final TickingClock clock = new TickingClock();
    final StagedPlugins staged;
    public final PluginService service;
    public final PluginInstaller installer;
    public final TrustedSigners signers;
    public final Path catalogueFolder;
    public final PluginLife life;
    public final PluginCatalogue catalogue;
    public final VerticalSettingsService settings;

    PluginPortal(TestDatabase database, Path data, PortalSetup setup) {
        this.data = data;
        Jdbi jdbi = database.jdbi();
        PlatformTransactionManager transactions = new DataSourceTransactionManager(database.dataSource());
        verticals = new EnabledVerticals(new VerticalNoticeDao(jdbi), List.of());
        NodeName node = NodeName.fresh();
        Followers followers = new Followers(new NodeDao(jdbi), node);
        TypedTablesDao tables = new TypedTablesDao(jdbi, database.dialect());
        plugins = new PluginDao(jdbi);
        versions = new PluginVersionDao(jdbi);
        store = VerticalFixture.store(database);
        work = setup.work;
        Path staging = data.resolve("staging");
        catalogueFolder = data.resolve("catalogue");
        TrustedSignerDao trusted = new TrustedSignerDao(jdbi);
        TrustList trustList = new TrustList(trusted);
        PluginSignatureDao signatureDao = new PluginSignatureDao(jdbi);
        PluginSignatures signatures = new PluginSignatures(signatureDao, trustList);
        library = new PluginLibrary(
                plugins,
                new BundledPlugins(staging, setup.bundled),
                new SignatureJudge(trustList, signatureDao, new Timestamps(setup.timeStampers), clock),
                staging,
                setup.developerMode);
        runtime = new PluginRuntime(data.resolve("plugins"), threads);
        host = new PluginHost(plugins, library, store, verticals, runtime, data.resolve("plugins"));
        FailureLog failures = TestFailures.log(database, setup.limits, announcements, clock);
        calls = new PluginCalls(runtime, threads, failures, setup.limits, clock, setup.developerMode);
        watchdog = new ScreenWatchdog(calls, failures, announcements);
        health = new PluginHealth(new PluginFailureDao(jdbi), failures, threads, setup.limits, rights);
        VerticalGrants grants = TestGrants.of(database, audit, announcements);
        PluginRegistry registry = new PluginRegistry(
                plugins,
                signatures,
                versions,
                new VerticalNoticeDao(jdbi),
                grants,
                failures,
                followers,
                rights,
                audit,
                clock);
        WorkStop stop = new WorkStop(work);
        contents = contents(database, data);
        VerticalErasure erasure =
                new VerticalErasure(contents, tables, new RowCountDao(jdbi, database.dialect()), store, transactions);
        PluginRemoval removal =
                new PluginRemoval(registry, host, store, erasure, stop, followers, announcements, transactions);
        changes = new PluginChanges(
                new PluginChangeDao(jdbi),
                new LeftChanges(store, tables, removal),
                clock,
                new TransactionTemplate(transactions),
                setup.pace);
        Migrator migrator = new Migrator(tables, new ValuesDao(jdbi), transactions);
        versionChange = new VersionChange(
                library,
                registry,
                host,
                store,
                migrator,
                new VersionSwitch(registry, versions, tables, followers, clock, transactions),
                new VersionTidying(versions, tables, store),
                followers,
                announcements,
                setup.pace);
        notices = new VerticalNotices(new VerticalNoticeDao(jdbi), library, clock);
        ExportFolder exports = new ExportFolder(data.resolve("exports"), Clock.systemUTC());
        LifeJobs lifeJobs = new LifeJobs(rights, new Jobs(clock), exports);
        service = new PluginService(
                rights, library, host, store, registry, changes, versionChange, removal, notices, stop, announcements);
        failing = new FailingPlugins(service, announcements);
        life = new PluginLife(
                rights,
                service,
                registry,
                library,
                versions,
                versionChange,
                migrator,
                store,
                stop,
                erasure,
                grants,
                new PluginExport(
                        rights,
                        changes,
                        registry,
                        host,
                        store,
                        erasure,
                        notices,
                        stop,
                        followers,
                        ImportContents.export(database, data),
                        exports,
                        announcements,
                        audit,
                        clock,
                        transactions),
                notices,
                lifeJobs);
        CatalogueFolder folder = new CatalogueFolder(catalogueFolder, library);
        staged = new StagedPlugins(staging, clock);
        installer = new PluginInstaller(
                rights,
                library,
                folder,
                new InstallChecks(registry, library),
                new Inspector(
                        store,
                        new RowCountDao(jdbi, database.dialect()),
                        new ValuesDao(jdbi),
                        versionChange,
                        migrator,
                        signatures),
                staged,
                service,
                lifeJobs);
        signers = new TrustedSigners(
                rights,
                trustList,
                new TrustRegistry(trusted, rights, audit, announcements, clock),
                signatureDao,
                service,
                clock);
        catalogue = new PluginCatalogue(
                rights, registry, library, signatures, folder, new CatalogueOffers(library, rights), host, clock);
        settings = new VerticalSettingsService(verticals, store, rights, audit, announcements);
        follower = new PluginFollower(new NodeDao(jdbi), node, changes, host, store, stop, announcements);
        BundledUpgrades bundledUpgrades = new BundledUpgrades(library, registry, versions, changes, versionChange);
        new PluginStart(changes, bundledUpgrades, follower, () -> {}, new NodeDao(jdbi), setup.alone)
                .afterSingletonsInstantiated();
    }

    private static List<VerticalContent> contents(TestDatabase database, Path data) {
        return List.of(
                new NotificationContent(database.jdbi()),
                new WorkNoteContent(database.jdbi()),
                new ConsentContent(database.jdbi()),
                new ErasureContent(database.jdbi()),
                new LossContent(database.jdbi()),
                new StakeholderContent(database.jdbi()),
                new MarketContent(database.jdbi()),
                CaseRowsFixture.content(database, data),
                new InteractionContent(database.jdbi()),
                new WorkflowContent(database.jdbi()),
                new LoyaltyContent(database.jdbi()),
                new GuideContent(database.jdbi()),
                new ArticleContent(database.jdbi()),
                new SurveyContent(database.jdbi()),
                new TreatmentContent(database.jdbi()),
                new SegmentContent(database.jdbi()),
                ImportContents.of(database, data),
                new CustomerContent(database.jdbi()));
    }

    /** The tables that features answer for, and the given ones. */
    Set<String> contentTables(String... others) {
        Set<String> tables = new HashSet<>(List.of(others));
        contents.forEach(content -> tables.addAll(content.tables()));
        return tables;
    }

    /** What this node shows. */
    public Verticals shown() {
        return verticals;
    }

    public boolean isShown(String id) {
        return verticals.find(id).isPresent();
    }

    /** Installs a jar as somebody does who agrees with whatever is shown. */
    public String install(PluginJar jar) {
        return install(jar.bytes());
    }

    public String install(byte[] jar) {
        return installer.install(inspect(jar).token());
    }

    public Inspection inspect(byte[] jar) {
        return installer.inspect(new ByteArrayInputStream(jar));
    }

    /** Trusts the certificate as an administrator would. */
    public void trust(TestSigner signer) {
        asAdministrator(() -> signers.add(signer.pem()));
    }

    public void revoke(TestSigner signer, String reason) {
        asAdministrator(() -> signers.revoke(signer.fingerprint(), reason));
    }

    void asAdministrator(Runnable work) {
        rights.actingAs(TestRights.user(7, new Grant(Role.ADMINISTRATOR, Grant.EVERYWHERE)), work);
    }

    /** The verticals that people see now. */
    public Verticals verticals() {
        return verticals;
    }

    /** What loads the plugin's classes now. */
    public ClassLoader loader(String id) {
        return runtime.find(id).orElseThrow().loader();
    }

    /** Where the jars of loaded plugins lie. */
    public Path pluginFolder() {
        return data.resolve("plugins");
    }

    /** Does what a person may who administers the portal. */
    public void administer(Runnable work) {
        asAdministrator(work);
    }

    public static PortalSetup on(TestDatabase database) {
        return new PortalSetup(database);
    }

    public PluginCard card(String id) {
        return catalogue.cards().stream()
                .filter(card -> card.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No card %s among %s".formatted(id, catalogue.cards())));
    }

    /** Files left in a folder under the data folder. */
    List<String> files(String folder) {
        try (var files = Files.list(data.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        crash();
        follower.stop();
    }

    /** Stops without leaving the database tidy, as a process that is killed. */
    void crash() {
        follower.halt();
        failing.stop();
        staged.stop();
        watchdog.stop();
        changes.stop();
        runtime.stop();
    }
}
