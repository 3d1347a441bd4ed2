package org.clientele.worklist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.clientele.access.Colleagues;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.access.User;
import org.clientele.common.Answer;
import org.clientele.common.Jobs;
import org.clientele.common.Problem;
import org.clientele.plugin.Vertical;
import org.clientele.worklist.WorkQuery.Place;
import org.clientele.worklist.persistence.WorkNoteDao;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Everything that somebody has to do for customers, of all sources in one order: the day, then the kind. Reads a page at a time. */
@Service
public class Worklist {
    public static final int NOTE_LENGTH = 1_000;
    /** Counts go no further; a list that long is not read to its end. */
    public static final int MOST_COUNTED = 1_000;

    private final List<WorkSource> sources;
    private final WorkNoteDao notes;
    private final Colleagues colleagues;
    private final Rights rights;
    private final Jobs jobs;
    private final TransactionTemplate transactions;
    private final Clock clock;

    public Worklist(
            List<WorkSource> sources,
            WorkNoteDao notes,
            Colleagues colleagues,
            Rights rights,
            Jobs jobs,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.sources =
                sources.stream().sorted(Comparator.comparing(WorkSource::kind)).toList();
        this.notes = notes;
        this.colleagues = colleagues;
        this.rights = rights;
        this.jobs = jobs;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The sources that the vertical has work of. */
    public List<WorkSource> sources(Vertical vertical) {
        return sources.stream().filter(source -> source.isUsedIn(vertical)).toList();
    }

    /** The events after which to ask again. */
    public Set<Class<?>> changedBy() {
        return Set.copyOf(sources.stream().<Class<?>>map(WorkSource::changedBy).toList());
    }

    /**
     * The next items.
     *
     * @param kinds of these only; empty: of all
     * @param after the last item shown before, or null
     */
    public List<WorkItem> page(
            Vertical vertical, WorkQuery query, Set<String> kinds, @Nullable WorkItem after, int limit, Locale locale) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        List<WorkItem> found = new ArrayList<>();
        for (WorkSource source : chosen(vertical, kinds)) {
            found.addAll(source.open(vertical, query.startingAfter(place(source.kind(), after)), limit, locale));
        }
        return found.stream()
                .sorted(Comparator.comparing(WorkItem::dueOn)
                        .thenComparing(WorkItem::kind)
                        .thenComparing(WorkItem::id))
                .limit(limit)
                .toList();
    }

    /** The next items, kind after kind; each by day. */
    public List<WorkItem> pageByKind(
            Vertical vertical, WorkQuery query, Set<String> kinds, @Nullable WorkItem after, int limit, Locale locale) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        List<WorkItem> found = new ArrayList<>();
        for (WorkSource source : chosen(vertical, kinds)) {
            int order = after == null ? 1 : source.kind().compareTo(after.kind());
            if (order >= 0 && found.size() < limit) {
                Place place = after != null && order == 0 ? new Place(after.dueOn(), after.id()) : null;
                found.addAll(source.open(vertical, query.startingAfter(place), limit - found.size(), locale));
            }
        }
        return found;
    }

    /** Where a kind goes on behind the last item: kinds of a day follow each other by name. */
    private static @Nullable Place place(String kind, @Nullable WorkItem after) {
        if (after == null) {
            return null;
        }
        int order = kind.compareTo(after.kind());
        return order == 0
                ? new Place(after.dueOn(), after.id())
                : order < 0 ? Place.behind(after.dueOn()) : Place.before(after.dueOn());
    }

    /** What is open for one customer and may be done by the user, the earliest first. */
    public List<WorkItem> ofCustomer(Vertical vertical, long customerId, Locale locale) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        return sources(vertical).stream()
                .flatMap(source -> source.ofCustomer(vertical, customerId, locale).stream())
                .filter(item -> item.acts().contains(WorkAct.Kind.DONE))
                .sorted(WorkItem.ORDER)
                .toList();
    }

    /** How much there is, at most {@value #MOST_COUNTED}. */
    public int count(Vertical vertical, WorkQuery query, Set<String> kinds) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        int count = 0;
        for (WorkSource source : chosen(vertical, kinds)) {
            if (count < MOST_COUNTED) {
                count += source.count(vertical, query, MOST_COUNTED - count);
            }
        }
        return count;
    }

    private List<WorkSource> chosen(Vertical vertical, Set<String> kinds) {
        return sources(vertical).stream()
                .filter(source -> kinds.isEmpty() || kinds.contains(source.kind()))
                .toList();
    }

    /**
     * Does something with a piece of work and keeps what was said.
     *
     * @return takes it back, note and all, or not at all
     */
    @Transactional
    public Runnable act(Vertical vertical, WorkItem seen, WorkAct act) {
        rights.require(Permission.LOG_INTERACTION, vertical.key());
        check(vertical, seen, act);
        Runnable back = source(seen.kind()).act(vertical, seen, act);
        Long note = seen.hasCustomer()
                ? notes.insert(vertical.id(), seen, act, rights.user().id(), clock.instant())
                : null;
        return () -> transactions.executeWithoutResult(status -> {
            back.run();
            if (note != null) {
                notes.delete(note);
            }
        });
    }

    void check(Vertical vertical, WorkItem seen, WorkAct act) {
        if (!seen.acts().contains(act.kind())) {
            throw new Problem("worklist.problem.act");
        }
        if (act.note().length() > NOTE_LENGTH) {
            throw new Problem("worklist.problem.note", act.note().length(), NOTE_LENGTH);
        }
        if (act instanceof WorkAct.Skip && act.note().isBlank()) {
            throw new Problem("worklist.problem.reason");
        }
        if (act instanceof WorkAct.Postpone postpone && postpone.day().isBefore(LocalDate.now(clock))) {
            throw new Problem("worklist.problem.past", postpone.day());
        }
        if (act instanceof WorkAct.HandOver over
                && colleagues.in(vertical.key()).stream().noneMatch(user -> user.id() == over.person())) {
            throw new Problem("worklist.problem.person");
        }
    }

    /** The page on which it is worked, where there is one besides the customer's. */
    public Optional<String> page(Vertical vertical, WorkItem item) {
        return source(item.kind()).page(vertical, item);
    }

    /** What was said about a piece of work for a customer, newest first; a party's page shows what was said of work for it. */
    public List<WorkNote> notes(Vertical vertical, WorkItem item) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        return item.hasCustomer() ? notes.on(item) : List.of();
    }

    /** The load of each person, all kinds together, the most overdue first; counted in the background. */
    public Answer<List<WorkLoad>> load(Vertical vertical) {
        rights.require(Permission.MANAGE_STRATEGIES, vertical.key());
        User asking = rights.user();
        return jobs.answer("work load " + vertical.key(), job -> {
            List<WorkLoad> load = new ArrayList<>();
            rights.actingAs(asking, () -> load.addAll(counted(vertical)));
            return load;
        });
    }

    private List<WorkLoad> counted(Vertical vertical) {
        LocalDate today = LocalDate.now(clock);
        Map<Optional<Long>, WorkLoad> loads = new LinkedHashMap<>();
        for (WorkSource source : sources(vertical)) {
            source.load(vertical, today)
                    .forEach(load -> loads.merge(Optional.ofNullable(load.person()), load, WorkLoad::plus));
        }
        return loads.values().stream()
                .sorted(Comparator.comparing(WorkLoad::overdue)
                        .thenComparing(WorkLoad::open)
                        .reversed())
                .toList();
    }

    private WorkSource source(String kind) {
        return sources.stream()
                .filter(source -> Objects.equals(source.kind(), kind))
                .findFirst()
                .orElseThrow(() -> new Problem("worklist.problem.act"));
    }
}
