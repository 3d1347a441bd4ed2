package org.clientele.dataimport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.clientele.access.Audit;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.access.User;
import org.clientele.common.Announcements;
import org.clientele.common.ClienteleProperties;
import org.clientele.common.Job;
import org.clientele.common.Jobs;
import org.clientele.common.Problem;
import org.clientele.customer.CustomersChanged;
import org.clientele.dataimport.Interpretation.Rejection;
import org.clientele.dataimport.file.FileFormat;
import org.clientele.dataimport.file.FileInspection;
import org.clientele.dataimport.file.FileInspector;
import org.clientele.dataimport.file.FormatChoices;
import org.clientele.dataimport.file.StoredFile;
import org.clientele.dataimport.file.UploadFolder;
import org.clientele.dataimport.persistence.ImportDao;
import org.clientele.dataimport.persistence.ImportRunDao;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalCurrency;
import org.clientele.plugins.api.FieldType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Imports files into a vertical: inspect, check, import, undo. One import at a time in a vertical. */
@Service
public class Imports {
    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int HISTORY = 200;
    private static final int DEEPEST = 10;
    private static final String CHECKED = ".check.upload";
    private static final String REJECTED = ".rejected.gz";

    private final ImportReader reader;
    private final ImportDao dao;
    private final ImportRunDao runs;
    private final ImportUndo undo;
    private final VerticalCurrency currency;
    private final Rights rights;
    private final Audit audit;
    private final Jobs jobs;
    private final Announcements announcements;
    private final Clock clock;
    private final TransactionTemplate transactions;
    private final UploadFolder folder;
    private final Map<Long, Job> active = new ConcurrentHashMap<>();

    /** Imports this process works on: whatever else is unfinished was left by a process that died. */
    private final Set<Long> own = ConcurrentHashMap.newKeySet();

    public Imports(
            ImportDao dao,
            ImportRunDao runs,
            ImportUndo undo,
            VerticalCurrency currency,
            Rights rights,
            Audit audit,
            Jobs jobs,
            Announcements announcements,
            Clock clock,
            PlatformTransactionManager transactionManager,
            ClienteleProperties properties) {
        this.reader = new ImportReader(dao);
        this.dao = dao;
        this.runs = runs;
        this.undo = undo;
        this.currency = currency;
        this.rights = rights;
        this.audit = audit;
        this.jobs = jobs;
        this.announcements = announcements;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactionManager);
        this.folder = new UploadFolder(properties.data().resolve("imports"));
    }

    /**
     * Says how a rejected row is described to the user.
     *
     * @param column name of the column with the reasons
     * @param describe the reason of one rejection
     */
    public record Wording(String column, Function<Rejection, String> describe) {}

    /** Keeps an upload for the next steps; it is deleted after the import, or after a day. */
    public StoredFile upload(Vertical vertical, String name, InputStream content) {
        rights.require(Permission.IMPORT_DATA, vertical.key());
        folder.tidy(clock.instant());
        return folder.keep(name, content);
    }

    /** How the file looks, with what somebody chose instead of what would be detected. */
    public FileInspection inspect(StoredFile file, FormatChoices choices) {
        return FileInspector.inspect(file, choices);
    }

    /** How the file looks in another format. */
    public FileInspection inspect(FileInspection known, FileFormat format) {
        return FileInspector.again(known, format);
    }

    /** Forgets an upload that is not wanted any more. */
    public void discard(StoredFile file) {
        folder.delete(file.path());
    }

    /** Reads the whole file in the background and says what an import would do; stores nothing. */
    public ImportCheck check(Vertical vertical, FileInspection file, ImportPlan plan, Wording wording) {
        rights.require(Permission.IMPORT_DATA, vertical.key());
        requireSound(vertical, plan);
        ImportCheck check = new ImportCheck(folder.create(CHECKED));
        check.started(jobs.start("import-check", job -> {
            ImportReader.Source source = source(vertical, file.file(), file.lines(), plan, wording);
            check.finished(
                    reader.read(source, new RowInterpreter(plan, vertical), ImportSink.NOWHERE, check.rejected(), job));
        }));
        return check;
    }

    /** Forgets a check and its rejected rows. */
    public void discard(ImportCheck check) {
        check.job().cancel();
        folder.delete(check.rejected());
    }

    /**
     * Imports in the background and returns the import's number at once.
     *
     * @throws Problem when another import goes on in the vertical, or its money is in another currency
     */
    public long start(Vertical vertical, FileInspection file, ImportPlan plan, Wording wording) {
        rights.require(Permission.IMPORT_DATA, vertical.key());
        requireSound(vertical, plan);
        User user = rights.user();
        Begun begun = Objects.requireNonNull(transactions.execute(_ -> begin(vertical, file, plan, user)));
        long id = begun.id();
        Vertical target = begun.vertical();
        announcements.publish(new ImportsChanged(vertical.key()));
        ImportReader.Source source = source(target, file.file(), file.lines(), plan, wording);
        Job job = jobs.start("import", started -> rights.actingAs(user, () -> run(id, source, started)));
        if (job.state() == Job.State.RUNNING) {
            active.put(id, job);
        }
        return id;
    }

    /** How an import goes on that this portal is carrying out; empty when it has ended. */
    public Optional<Job> progress(long id) {
        return Optional.ofNullable(active.get(id)).filter(job -> job.state() == Job.State.RUNNING);
    }

    /** Asks an import to stop; whatever it stored so far is taken back. */
    public void cancel(Vertical vertical, long id) {
        rights.require(Permission.IMPORT_DATA, vertical.key());
        require(vertical, id);
        progress(id).ifPresent(Job::cancel);
    }

    /** Takes a whole import back, in the background. */
    public void undo(Vertical vertical, long id) {
        rights.require(Permission.IMPORT_DATA, vertical.key());
        ImportRun run = require(vertical, id);
        Optional<Long> later = runs.laterChange(id);
        if (later.isPresent()) {
            String file = runs.find(later.get()).map(ImportRun::fileName).orElse("");
            throw new Problem("dataimport.problem.later", file);
        }
        User user = rights.user();
        own.add(id);
        if (!Boolean.TRUE.equals(transactions.execute(_ -> runs.beginUndo(run)))) {
            own.remove(id);
            throw new Problem("dataimport.problem.busy");
        }
        announcements.publish(new ImportsChanged(vertical.key()));
        jobs.start("import-undo", _ -> rights.actingAs(user, () -> takeBack(vertical, run, user.displayName())));
    }

    /** The vertical's imports, newest first. */
    public List<ImportRun> history(Vertical vertical) {
        rights.require(Permission.IMPORT_DATA, vertical.key());
        return runs.list(vertical.id(), HISTORY);
    }

    public Optional<ImportRun> find(Vertical vertical, long id) {
        rights.require(Permission.IMPORT_DATA, vertical.key());
        return runs.find(id).filter(run -> run.verticalId() == vertical.id());
    }

    /** Whether the plan's money can be stored in the vertical, changing the vertical's currency if need be. */
    public boolean takesCurrency(Vertical vertical, ImportPlan plan) {
        return !mapsMoney(vertical, plan) || currency.takes(vertical, plan.currency());
    }

    /** The rejected rows of an import; decompressed, or as a gzip file. */
    public InputStream rejected(Vertical vertical, long id, boolean gzip) {
        rights.require(Permission.IMPORT_DATA, vertical.key());
        String name = require(vertical, id).rejectedFile();
        if (name == null) {
            throw new Problem("dataimport.problem.no-rejected");
        }
        return open(folder.file(name), gzip);
    }

    /** The rows that would be rejected; decompressed, or as a gzip file. */
    public InputStream rejected(ImportCheck check, boolean gzip) {
        return open(check.rejected(), gzip);
    }

    /** Takes back what a crash left half done. Called when the portal has started, for each vertical that is enabled. */
    void recover(Vertical vertical) {
        runs.running(vertical.id()).filter(run -> own.add(run.id())).ifPresent(run -> {
            LOG.warn("Import {} was interrupted; it is taken back", run.id());
            if (run.state() == ImportState.UNDOING) {
                takeBack(vertical, run, run.startedBy());
            } else {
                rollBack(
                        vertical,
                        run,
                        ImportState.FAILED,
                        new ImportRun.Failure("dataimport.problem.interrupted", List.of()));
            }
        });
    }

    private static InputStream open(Path path, boolean gzip) {
        try {
            InputStream raw = Files.newInputStream(path);
            return gzip ? raw : new GZIPInputStream(raw);
        } catch (IOException failure) {
            throw new UncheckedIOException("The rejected rows %s cannot be read".formatted(path), failure);
        }
    }

    private record Begun(long id, Vertical vertical) {}

    private Begun begin(Vertical vertical, FileInspection file, ImportPlan plan, User user) {
        long id = runs.begin(
                        vertical.id(),
                        plan.target(),
                        file.file(),
                        JSON.writeValueAsString(plan),
                        user.displayName(),
                        clock.instant())
                .orElseThrow(() -> new Problem("dataimport.problem.busy"));
        own.add(id);
        audit.record("import.start", "import " + id, null, plan.target());
        return new Begun(id, mapsMoney(vertical, plan) ? currency.change(vertical, plan.currency()) : vertical);
    }

    private void run(long id, ImportReader.Source source, Job job) {
        active.put(id, job);
        Vertical vertical = source.vertical();
        Path rejected = folder.create(REJECTED);
        try {
            RowInterpreter interpreter = new RowInterpreter(source.plan(), vertical);
            ImportSink writer = new TransactionalSink(
                    dao.writer(id, vertical, source.plan(), interpreter, clock.instant()), transactions);
            ImportSummary summary = reader.read(source, interpreter, writer, rejected, job);
            if (job.isCancelled()) {
                folder.delete(rejected);
                rollBack(vertical, require(vertical, id), ImportState.CANCELLED, null);
            } else {
                finish(id, summary, rejected);
            }
        } catch (RuntimeException failure) {
            LOG.warn("Import {} failed ({}); it is taken back", id, chain(failure));
            folder.delete(rejected);
            rollBack(vertical, require(vertical, id), ImportState.FAILED, failure(failure));
        } finally {
            active.remove(id);
            own.remove(id);
            folder.delete(source.file().path());
            announcements.publish(new ImportsChanged(vertical.key()));
            announcements.publish(new CustomersChanged(vertical.key(), Set.of()));
        }
    }

    private void finish(long id, ImportSummary summary, Path rejected) {
        String rejectedName = summary.rejected() == 0 ? null : String.valueOf(rejected.getFileName());
        if (rejectedName == null) {
            folder.delete(rejected);
        }
        ImportRun.Counts counts = ImportRun.Counts.of(summary);
        transactions.executeWithoutResult(_ -> {
            runs.end(id, ImportState.DONE, counts, rejectedName, null, clock.instant());
            audit.record("import.done", "import " + id, null, counts.toString());
        });
    }

    private void rollBack(Vertical vertical, ImportRun run, ImportState end, ImportRun.@Nullable Failure failure) {
        undo.takeBack(vertical, run);
        ImportRun.Counts nothing = new ImportRun.Counts(0, 0, 0, 0, 0, 0, 0);
        transactions.executeWithoutResult(_ -> {
            runs.end(run.id(), end, nothing, null, failure, clock.instant());
            audit.record("import.rolled-back", "import " + run.id(), null, end.name());
        });
        own.remove(run.id());
    }

    private void takeBack(Vertical vertical, ImportRun run, String by) {
        try {
            undo.takeBack(vertical, run);
            transactions.executeWithoutResult(_ -> {
                runs.endUndo(run.id(), by, clock.instant());
                audit.record("import.undo", "import " + run.id(), run.counts().toString(), null);
            });
        } finally {
            own.remove(run.id());
        }
        announcements.publish(new ImportsChanged(vertical.key()));
        announcements.publish(new CustomersChanged(vertical.key(), Set.of()));
    }

    /** What failed and where, without the messages: a database's holds the values of the row it refused. */
    private static String chain(Throwable failure) {
        List<String> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && causes.size() < DEEPEST; cause = cause.getCause()) {
            StackTraceElement[] trace = cause.getStackTrace();
            causes.add(cause.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]));
        }
        return String.join(", caused by ", causes);
    }

    private static ImportRun.Failure failure(RuntimeException failure) {
        if (failure instanceof Problem problem) {
            List<String> arguments =
                    Arrays.stream(problem.arguments()).map(String::valueOf).toList();
            return new ImportRun.Failure(problem.key(), arguments);
        }
        return new ImportRun.Failure("dataimport.problem.storage", List.of());
    }

    private void requireSound(Vertical vertical, ImportPlan plan) {
        List<PlanFinding> findings = PlanCheck.check(plan, vertical);
        if (!findings.isEmpty()) {
            PlanFinding first = findings.getFirst();
            throw new Problem(first.key(), first.argument());
        }
        if (!takesCurrency(vertical, plan)) {
            throw new Problem("dataimport.problem.currency", vertical.currency(), plan.currency());
        }
    }

    private static boolean mapsMoney(Vertical vertical, ImportPlan plan) {
        Map<String, TargetField> fields = TargetField.of(vertical, plan.target());
        return plan.mappings().stream()
                .map(mapping -> fields.get(mapping.target()))
                .anyMatch(field -> field != null && field.type() == FieldType.MONEY);
    }

    private ImportRun require(Vertical vertical, long id) {
        return runs.find(id)
                .filter(run -> run.verticalId() == vertical.id())
                .orElseThrow(() -> new Problem("dataimport.problem.unknown", id));
    }

    private static ImportReader.Source source(
            Vertical vertical, StoredFile file, long lines, ImportPlan plan, Wording wording) {
        return new ImportReader.Source(vertical, file, plan, lines, wording.column(), wording.describe());
    }

    private record TransactionalSink(ImportSink sink, TransactionTemplate transactions) implements ImportSink {
        @Override
        public void store(List<BookedCustomer> created, List<Activity> activities) {
            transactions.executeWithoutResult(_ -> sink.store(created, activities));
        }

        @Override
        public void storeValues(List<BookedCustomer> customers) {
            transactions.executeWithoutResult(_ -> sink.storeValues(customers));
        }
    }
}
