package org.clientele.loyalty;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.access.User;
import org.clientele.common.Answer;
import org.clientele.common.ClienteleProperties;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Job;
import org.clientele.common.Jobs;
import org.clientele.common.Problem;
import org.clientele.customer.CustomerList;
import org.clientele.customer.CustomerLists;
import org.clientele.dataimport.ImportSummary;
import org.clientele.dataimport.Imports;
import org.clientele.dataimport.RejectedRows;
import org.clientele.dataimport.file.FileFormat;
import org.clientele.dataimport.file.FileInspection;
import org.clientele.dataimport.file.FileInspector;
import org.clientele.dataimport.file.FormatChoices;
import org.clientele.dataimport.file.RowReader;
import org.clientele.dataimport.file.StoredFile;
import org.clientele.dataimport.file.UploadFolder;
import org.clientele.loyalty.persistence.AdjustmentDao;
import org.clientele.loyalty.persistence.AdjustmentDao.Source;
import org.clientele.loyalty.persistence.PointsDao;
import org.clientele.loyalty.persistence.ProgrammeDao;
import org.clientele.plugin.Vertical;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Points of many customers given or taken at once: from a file, or the same for every customer of a list. Each is one transaction that holds the
 * programme: all of it stands or nothing does, and the same file is not posted twice unless it was undone.
 */
@Service
public class Adjustments {
    /** Most rows of a file. */
    public static final long MOST_ROWS = 200_000;

    /** So many are in the history. */
    private static final int HISTORY = 200;

    private static final int PIECE = 2_000;
    private static final String REJECTED = ".adjust.upload";

    private final LoyaltyAccess access;
    private final ProgrammeDao programmes;
    private final PointsDao points;
    private final AdjustmentDao adjustments;
    private final CustomerLists lists;
    private final Rights rights;
    private final Jobs jobs;
    private final TransactionTemplate transaction;
    private final UploadFolder folder;
    private final Map<String, Answer<Outcome>> posting = new ConcurrentHashMap<>();

    Adjustments(
            LoyaltyAccess access,
            ProgrammeDao programmes,
            PointsDao points,
            AdjustmentDao adjustments,
            CustomerLists lists,
            Rights rights,
            Jobs jobs,
            PlatformTransactionManager transactions,
            ClienteleProperties properties) {
        this.access = access;
        this.programmes = programmes;
        this.points = points;
        this.adjustments = adjustments;
        this.lists = lists;
        this.rights = rights;
        this.jobs = jobs;
        this.transaction = new TransactionTemplate(transactions);
        this.folder = Imports.folder(properties);
    }

    /**
     * What is posted, or would be.
     *
     * @param rows what became of the rows; null where there was no file
     * @param rejected the rejected rows, compressed by gzip; null where there was no file
     */
    public record Outcome(
            Adjustment.Counts counts,
            @Nullable ImportSummary rows,
            @Nullable Path rejected) {}

    /**
     * What was undone.
     *
     * @param writtenOff points that customers had spent; the programme bears them
     */
    public record Undone(long entries, long writtenOff) {}

    /** Whether the user may give and take points. */
    public boolean may(String verticalKey) {
        return access.may(Permission.MANAGE_STRATEGIES, verticalKey);
    }

    /** Keeps an upload for the next steps; nothing is posted. */
    public FileInspection upload(String verticalKey, String name, InputStream content) {
        requireRunning(verticalKey);
        folder.tidy(access.now());
        StoredFile file = folder.keep(name, content);
        try {
            return FileInspector.inspect(file, FormatChoices.NONE);
        } catch (RuntimeException unreadable) {
            folder.delete(file.path());
            throw unreadable;
        }
    }

    /** Forgets an upload, or rejected rows, that nobody wants any more. */
    public void discard(Path file) {
        folder.delete(file);
    }

    /** What was posted from the same file before and stands. */
    public Optional<Adjustment> before(String verticalKey, StoredFile file) {
        return adjustments.standing(require(verticalKey).id(), file.digest());
    }

    /** What was posted, newest first. */
    public List<Adjustment> history(String verticalKey) {
        return adjustments.list(require(verticalKey).id(), HISTORY);
    }

    /** What is being posted by this portal now. */
    public Optional<Answer<Outcome>> posting(String verticalKey) {
        require(verticalKey);
        return Optional.ofNullable(posting.get(verticalKey))
                .filter(answer -> answer.job().state() == Job.State.RUNNING);
    }

    /** Reads the whole file in the background and says what would be posted. */
    public Answer<Outcome> check(String verticalKey, AdjustmentPlan plan, Imports.Wording wording) {
        Vertical vertical = requireRunning(verticalKey);
        return check(vertical, (book, job) -> read(vertical, plan, wording, book, job));
    }

    /** Says what would be posted for the customers of a list. */
    public Answer<Outcome> check(String verticalKey, GroupAdjustment group) {
        Vertical vertical = requireRunning(verticalKey);
        Points.requireSound(group.change(), group.reason());
        return check(vertical, (book, job) -> read(vertical, group, book, job));
    }

    /** Posts the rows of a file in the background, and forgets the file; all rows that can be posted or, when it is cancelled, none. */
    public Answer<Outcome> post(String verticalKey, AdjustmentPlan plan, Imports.Wording wording) {
        Vertical vertical = requireRunning(verticalKey);
        StoredFile file = plan.file().file();
        return post(vertical, new Source(file.name(), file.digest(), true), (book, job) -> {
            Outcome outcome = read(vertical, plan, wording, book, job);
            folder.delete(file.path());
            return outcome;
        });
    }

    /** Posts the same for every customer of a list, in the background; those whose balance is too small are left out. */
    public Answer<Outcome> post(String verticalKey, GroupAdjustment group) {
        Vertical vertical = requireRunning(verticalKey);
        Points.requireSound(group.change(), group.reason());
        Source source = new Source(shortened(group.name()), group.request().toString(), false);
        return post(vertical, source, (book, job) -> read(vertical, group, book, job));
    }

    private static String shortened(String name) {
        return name.length() <= Adjustment.SOURCE_LENGTH ? name : name.substring(0, Adjustment.SOURCE_LENGTH);
    }

    /** Undoes it in the background by entries the other way round; what customers have spent already is borne by the programme. */
    public Answer<Undone> undo(String verticalKey, long id) {
        Vertical vertical = require(verticalKey);
        return asUser(
                "points undo",
                job -> transaction.execute(status -> {
                    Undone undone = undo(vertical, id, job);
                    if (job.isCancelled()) {
                        status.setRollbackOnly();
                    }
                    return undone;
                }));
    }

    private Vertical require(String verticalKey) {
        return access.require(Permission.MANAGE_STRATEGIES, verticalKey);
    }

    private Vertical requireRunning(String verticalKey) {
        Vertical vertical = require(verticalKey);
        if (programmes.find(vertical.id()).filter(Programme::running).isEmpty()) {
            throw new Problem("loyalty.problem.off");
        }
        return vertical;
    }

    /** Takes the lines into the book. */
    private interface Reading {
        Outcome read(AdjustmentBook book, Job job);
    }

    private Answer<Outcome> check(Vertical vertical, Reading reading) {
        return asUser("points check", job -> {
            require(vertical.key());
            return reading.read(new AdjustmentBook(customers -> {}, points::balances, lines -> {}), job);
        });
    }

    private Answer<Outcome> post(Vertical vertical, Source source, Reading reading) {
        if (posting(vertical.key()).isPresent()) {
            throw new ConflictProblem("loyalty.problem.adjusting");
        }
        Answer<Outcome> answer = asUser(
                "points adjustment",
                job -> transaction.execute(status -> {
                    Outcome outcome = post(vertical, source, reading, job);
                    if (job.isCancelled()) {
                        status.setRollbackOnly();
                    }
                    return outcome;
                }));
        posting.put(vertical.key(), answer);
        return answer;
    }

    private Outcome post(Vertical vertical, Source source, Reading reading, Job job) {
        if (!programmes.lockRunning(vertical.id())) {
            throw new Problem("loyalty.problem.off");
        }
        adjustments.standing(vertical.id(), source.key()).ifPresent(before -> {
            LocalDate day = LocalDate.ofInstant(before.postedAt(), ZoneOffset.UTC);
            throw new ConflictProblem("loyalty.problem.file-before", day.toString());
        });
        Instant now = access.now();
        long by = access.user();
        long id = adjustments.insert(vertical.id(), source, now, by);
        AdjustmentBook book = new AdjustmentBook(
                customers -> points.open(vertical.id(), customers),
                points::held,
                lines -> points.postAll(
                        vertical.id(),
                        lines.stream().map(line -> line.entry(now, by)).toList(),
                        id));
        Outcome outcome = reading.read(book, job);
        Adjustment.Counts counts = outcome.counts();
        if (counts.entries() == 0 && !job.isCancelled()) {
            throw new Problem("loyalty.problem.nothing");
        }
        adjustments.store(id, counts);
        tell(
                vertical,
                "adjust",
                id,
                job,
                "%d entries, +%d -%d".formatted(counts.entries(), counts.given(), counts.taken()));
        return outcome;
    }

    private void tell(Vertical vertical, String action, long id, Job job, String what) {
        if (!job.isCancelled()) {
            access.record(action, "adjustment " + id, null, what);
            access.tell(vertical, Set.of());
        }
    }

    private Outcome read(
            Vertical vertical, AdjustmentPlan plan, Imports.Wording wording, AdjustmentBook book, Job job) {
        FileInspection file = plan.file();
        FileFormat format = file.format();
        Path rejected = folder.create(REJECTED);
        Long owner = rights.onlyOwner(vertical.key());
        Function<Collection<String>, Map<String, Long>> customers =
                refs -> adjustments.customers(vertical.id(), refs, owner);
        List<String> header = new ArrayList<>(format.header() ? file.columns() : List.of());
        if (format.header()) {
            header.add(wording.column());
        }
        try (RowReader rows = RowReader.open(file.file(), format.encoding(), format.separator());
                RejectedRows rejections = new RejectedRows(
                        rejected, format, header, file.columns().size(), wording.describe())) {
            ImportSummary summary = new AdjustmentFile(plan, vertical.currency(), access.today(), customers, book)
                    .read(rows, rejections, file.lines(), job);
            return new Outcome(book.counts(summary.rejected()), summary, rejected);
        }
    }

    private Outcome read(Vertical vertical, GroupAdjustment group, AdjustmentBook book, Job job) {
        CustomerList list = lists.list(vertical.key(), group.customers(), Locale.ROOT);
        LocalDate today = access.today();
        long left = 0;
        long done = 0;
        List<AdjustmentLine> piece = new ArrayList<>(PIECE);
        long[] members = list.members().stream()
                .mapToLong(list.snapshot().now().customers()::id)
                .toArray();
        for (long customer : members) {
            piece.add(
                    new AdjustmentLine(customer, group.change(), group.reason().strip(), today));
            done++;
            if (piece.size() == PIECE || done == members.length) {
                left += take(piece, book);
                piece.clear();
                job.progress(done, members.length);
            }
            if (job.isCancelled()) {
                break;
            }
        }
        return new Outcome(book.counts(left), null, null);
    }

    private static long take(List<AdjustmentLine> piece, AdjustmentBook book) {
        book.look(piece);
        long left = piece.stream().filter(line -> !book.take(line)).count();
        book.flush();
        return left;
    }

    private Undone undo(Vertical vertical, long id, Job job) {
        programmes.lockRunning(vertical.id());
        if (adjustments.find(vertical.id(), id).isEmpty()) {
            throw new Problem("loyalty.problem.entry");
        }
        if (!adjustments.undone(id, access.now(), access.user())) {
            throw new ConflictProblem("loyalty.problem.undone");
        }
        List<AdjustmentDao.Standing> entries = adjustments.entries(id);
        AdjustmentUndo undo = new AdjustmentUndo(access.now(), access.user());
        Set<Long> customers = new HashSet<>();
        entries.forEach(entry -> customers.add(entry.customerId()));
        List<NewEntry> back = undo.of(entries, points.held(customers));
        for (int from = 0; from < back.size() && !job.isCancelled(); from += PIECE) {
            points.postAll(vertical.id(), back.subList(from, Math.min(from + PIECE, back.size())));
            job.progress(from, back.size());
        }
        tell(vertical, "undo", id, job, entries.size() + " entries");
        return new Undone(entries.size(), undo.writtenOff());
    }

    private <T> Answer<T> asUser(String kind, Function<Job, @Nullable T> body) {
        User user = rights.user();
        return jobs.answer(kind, job -> {
            List<T> found = new ArrayList<>();
            rights.actingAs(user, () -> found.add(Objects.requireNonNull(body.apply(job))));
            return found.getFirst();
        });
    }
}
