package org.clientele.dataimport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.clientele.access.Colleagues;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.access.User;
import org.clientele.common.ClienteleProperties;
import org.clientele.common.Job;
import org.clientele.common.Jobs;
import org.clientele.common.Problem;
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
import org.clientele.plugin.records.RecordKind;
import org.clientele.plugin.records.VerticalRecords.Restoring;
import org.clientele.plugins.api.FieldType;
import org.clientele.reference.ReferenceData;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Imports files into a vertical: inspect, check, import, undo. One import at a time in a vertical. */
@Service
public class Imports {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int HISTORY = 200;
    private static final String CHECKED = ".check.upload";
    static final String REJECTED = ".rejected.gz";

    private final ImportReader reader;
    private final RecordFeatures records;
    private final ImportDao dao;
    private final ImportRunDao runs;
    private final ImportJobs work;
    private final VerticalCurrency currency;
    private final Rights rights;
    private final Colleagues colleagues;
    private final Jobs jobs;
    private final Clock clock;
    private final TransactionTemplate transactions;
    private final UploadFolder folder;

    Imports(
            ImportDao dao,
            ImportRunDao runs,
            ImportJobs work,
            ReferenceData references,
            RecordFeatures records,
            VerticalCurrency currency,
            Rights rights,
            Colleagues colleagues,
            Jobs jobs,
            Clock clock,
            PlatformTransactionManager transactionManager,
            ClienteleProperties properties) {
        this.reader = new ImportReader(dao, references, records);
        this.records = records;
        this.dao = dao;
        this.runs = runs;
        this.work = work;
        this.currency = currency;
        this.rights = rights;
        this.colleagues = colleagues;
        this.jobs = jobs;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactionManager);
        this.folder = folder(properties);
    }

    /** Where uploads and rejected rows are kept. */
    public static UploadFolder folder(ClienteleProperties properties) {
        return new UploadFolder(properties.data().resolve("imports"));
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
        requireSound(vertical, plan);
        ImportCheck check = new ImportCheck(folder.create(CHECKED));
        ImportReader.Source source = source(vertical, file.file(), file.lines(), plan, wording);
        check.started(jobs.start("import-check", job -> {
            check.finished(ImportPlan.recordsOf(plan.target())
                    .map(kind -> reader.readRecords(source, kind, taken -> taken.flush(null), check.rejected(), job))
                    .orElseGet(() -> reader.read(
                            source, new RowInterpreter(plan, vertical), ImportSink.NOWHERE, check.rejected(), job)));
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
        requireSound(vertical, plan);
        User user = rights.user();
        Begun begun = Objects.requireNonNull(transactions.execute(_ -> begin(vertical, file, plan, user)));
        ImportReader.Source source = source(begun.vertical(), file.file(), file.lines(), plan, wording);
        work.start(begun.vertical(), begun.id(), user, new FileWork(begun.id(), source));
        return begun.id();
    }

    /** How an import goes on that this portal is carrying out; empty when it has ended. */
    public Optional<Job> progress(long id) {
        return work.progress(id);
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
        Optional<Long> later = runs.laterChange(vertical, id);
        if (later.isPresent()) {
            String file = runs.find(later.get()).map(ImportRun::fileName).orElse("");
            throw new Problem("dataimport.problem.later", file);
        }
        work.undo(vertical, run, rights.user());
    }

    /** The currency that undoing the import gives back to the vertical, unless other money is left; empty when the import did not change it. */
    public Optional<String> currencyAfterUndo(Vertical vertical, long id) {
        rights.require(Permission.IMPORT_DATA, vertical.key());
        return runs.currencyBefore(require(vertical, id).id());
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
        work.recover(vertical);
    }

    /** Rejected rows as a stream; decompressed, or as a gzip file. */
    public static InputStream open(Path path, boolean gzip) {
        try {
            InputStream raw = Files.newInputStream(path);
            return gzip ? raw : new GZIPInputStream(raw);
        } catch (IOException failure) {
            throw new UncheckedIOException("The rejected rows %s cannot be read".formatted(path), failure);
        }
    }

    private record Begun(long id, Vertical vertical) {}

    private Begun begin(Vertical vertical, FileInspection file, ImportPlan plan, User user) {
        StoredFile stored = file.file();
        ImportRunDao.Beginning beginning = new ImportRunDao.Beginning(
                plan.target(),
                stored.name(),
                stored.digest(),
                stored.size(),
                JSON.writeValueAsString(plan),
                user.displayName());
        long id = work.begin(vertical, beginning);
        return new Begun(id, mapsMoney(vertical, plan) ? inCurrencyOf(plan, vertical, id) : vertical);
    }

    private Vertical inCurrencyOf(ImportPlan plan, Vertical vertical, long id) {
        Vertical changed = currency.change(vertical, plan.currency());
        if (!changed.currency().equals(vertical.currency())) {
            runs.setCurrencyBefore(id, vertical.currency());
        }
        return changed;
    }

    /** Stores the rows of a file. */
    private final class FileWork implements ImportJobs.Work {
        private final long id;
        private final ImportReader.Source source;
        private final Path rejected = folder.create(REJECTED);

        FileWork(long id, ImportReader.Source source) {
            this.id = id;
            this.source = source;
        }

        @Override
        public ImportJobs.Result store(Job job) {
            ImportSummary summary = ImportPlan.recordsOf(source.plan().target())
                    .map(kind -> reader.readRecords(source, kind, this::flush, rejected, job))
                    .orElseGet(() -> read(job));
            boolean sound = summary.rejected() == 0;
            if (sound) {
                folder.delete(rejected);
            }
            String name = sound ? null : String.valueOf(rejected.getFileName());
            return new ImportJobs.Result(ImportRun.Counts.of(summary), name, summary.unknown());
        }

        private ImportSummary read(Job job) {
            RowInterpreter interpreter = new RowInterpreter(source.plan(), source.vertical());
            ImportSink writer = new TransactionalSink(
                    dao.writer(id, source.vertical(), source.plan(), interpreter, clock.instant()), transactions);
            return reader.read(source, interpreter, writer, rejected, job);
        }

        private void flush(Restoring taken) {
            transactions.executeWithoutResult(_ -> taken.flush(id));
        }

        @Override
        public void discard() {
            folder.delete(rejected);
        }

        @Override
        public void end() {
            folder.delete(source.file().path());
        }
    }

    /** Records say who did what: they are brought back by whoever may take the industry away, nobody else. */
    private void requireSound(Vertical vertical, ImportPlan plan) {
        rights.require(Permission.IMPORT_DATA, vertical.key());
        Optional<RecordKind> kind = ImportPlan.recordsOf(plan.target());
        if (kind.isPresent()) {
            rights.require(Permission.MANAGE_PLUGINS, vertical.key());
            records.requireColumns(kind.get(), plan.columns());
        }
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

    private ImportReader.Source source(
            Vertical vertical, StoredFile file, long lines, ImportPlan plan, Wording wording) {
        boolean owners = plan.mapping(TargetField.OWNER) != null;
        return new ImportReader.Source(
                vertical,
                file,
                plan,
                owners ? new Owners(colleagues.in(vertical.key())) : Owners.NONE,
                lines,
                wording.column(),
                wording.describe());
    }

    private record TransactionalSink(ImportSink sink, TransactionTemplate transactions) implements ImportSink {
        @Override
        public void store(List<BookedRow> created, List<Activity> activities) {
            transactions.executeWithoutResult(_ -> sink.store(created, activities));
        }

        @Override
        public void storeValues(List<BookedRow> customers) {
            transactions.executeWithoutResult(_ -> sink.storeValues(customers));
        }
    }
}
