package org.clientele.segment;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.clientele.activity.VerticalData;
import org.clientele.common.Announcements;
import org.clientele.customer.CustomerSnapshots;
import org.clientele.customer.CustomersChanged;
import org.clientele.engine.Snapshot;
import org.clientele.engine.column.ColumnsPatch;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.plugin.AsOfMode;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.VerticalsChanged;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.Scope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * The current snapshot of every enabled vertical. Loaded once for all who ask at the same time; when customers, settings or models
 * change it is replaced in the background while the old one is served. Callers check rights.
 *
 * <p>A change loads what changed, off the user's thread; changes that arrive meanwhile, and in a rest of at most 1.5 seconds, are taken together. Up to {@value #FEW} customers are
 * loaded anew by themselves and put in their places; anything else loads the whole vertical, on HSQLDB about a second for 400,000
 * purchases.
 */
@Service
public class Snapshots implements CustomerSnapshots {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);

    /** The most customers that are patched into a snapshot: their ids stand in the query, which is read anew each time. */
    private static final int FEW = 2_000;

    /** How many times as long as it worked the loader rests before it takes up the next changes of a vertical. */
    private static final int RESTS = 24;

    private static final long LONGEST_REST = TimeUnit.MILLISECONDS.toNanos(1_500);

    private final Verticals verticals;
    private final VerticalData data;
    private final ModelOverrides overrides;
    private final PluginAnswers answers;
    private final PastSegments past;
    private final Announcements announcements;
    private final Clock clock;
    private final Map<String, Slot> slots = new ConcurrentHashMap<>();
    private final List<Announcements.Subscription> subscriptions;
    private final AtomicLong versions = new AtomicLong();
    private final ScheduledThreadPoolExecutor loader = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("snapshots").factory());
    /** Where a few changes follow: on one processor, so that the others are left to those who make them. Its thread ends when there is nothing to do. */
    private final ForkJoinPool aside = new ForkJoinPool(1);

    public Snapshots(
            Verticals verticals,
            VerticalData data,
            ModelOverrides overrides,
            PluginAnswers answers,
            PastSegments past,
            Announcements announcements,
            Clock clock) {
        this.verticals = verticals;
        this.data = data;
        this.overrides = overrides;
        this.answers = answers;
        this.past = past;
        this.announcements = announcements;
        this.clock = clock;
        loader.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        this.subscriptions = List.of(
                announcements.listen(
                        CustomersChanged.class,
                        change -> refresh(change.verticalKey(), change.customerIds(), RecomputeCause.DATA)),
                announcements.listen(
                        VerticalsChanged.class,
                        change -> refresh(change.verticalKey(), Set.of(), RecomputeCause.SETTINGS)),
                announcements.listen(
                        ModelsChanged.class, change -> refresh(change.verticalKey(), Set.of(), RecomputeCause.MODELS)));
    }

    /** The vertical's snapshot; the first call loads it. Fails with a problem that a user understands when the vertical is not enabled. */
    @Override
    public PortalSnapshot get(String verticalKey) {
        Vertical vertical = verticals.get(verticalKey);
        Slot slot = slots.computeIfAbsent(verticalKey, key -> new Slot());
        PortalSnapshot known = slot.current;
        if (known == null) {
            return loadOnce(slot, vertical);
        }
        if (vertical.asOfMode() == AsOfMode.TODAY && !known.asOf().equals(LocalDate.now(clock))) {
            refresh(verticalKey, Set.of(), RecomputeCause.DAY);
        }
        return known;
    }

    /** The vertical's snapshot, if it is loaded: nobody waits for it. */
    Optional<PortalSnapshot> loaded(String verticalKey) {
        return Optional.ofNullable(slots.get(verticalKey)).map(slot -> slot.current);
    }

    /** A number greater than that of every snapshot whose reading has begun, see {@link PortalSnapshot#readAt}. */
    long moment() {
        return versions.incrementAndGet();
    }

    /** The vertical as its plugin defines it; fails with a problem when it is not enabled. */
    Vertical vertical(String verticalKey) {
        return verticals.get(verticalKey);
    }

    /** Whether the vertical is there. */
    boolean isEnabled(String verticalKey) {
        return verticals.find(verticalKey).isPresent();
    }

    /** Brings these customers of the snapshot up to date in the background, none: all; several wishes in a row are one. */
    void refresh(String verticalKey, Set<Long> customers, RecomputeCause cause) {
        if (verticals.find(verticalKey).isEmpty()) {
            slots.remove(verticalKey);
            return;
        }
        Slot slot = slots.computeIfAbsent(verticalKey, key -> new Slot());
        if (slot.wanted.add(customers, cause)) {
            loader.execute(() -> replace(verticalKey, slot));
        }
    }

    /** Brings these customers of the snapshot up to date now, on this thread. */
    public void update(String verticalKey, Set<Long> customers) {
        Slot slot = slots.computeIfAbsent(verticalKey, key -> new Slot());
        update(slot, verticals.get(verticalKey), new Wish.Wanted(customers, RecomputeCause.DATA, false));
    }

    /** Replaces the snapshot now, on this thread. */
    public void reload(String verticalKey) {
        reload(verticalKey, RecomputeCause.DATA, () -> false);
    }

    /** The same. @param cancelled whether to break off, with a {@link CancellationException}; the snapshot before is kept */
    PortalSnapshot reload(String verticalKey, RecomputeCause cause, BooleanSupplier cancelled) {
        Slot slot = slots.computeIfAbsent(verticalKey, key -> new Slot());
        return load(slot, verticals.get(verticalKey), cause, cancelled);
    }

    /** Loads what is enabled before somebody asks, unless it is loaded by then, because plugins came up just before. */
    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        verticals
                .enabled()
                .forEach(vertical -> loader.execute(() -> {
                    if (loaded(vertical.key()).isEmpty()) {
                        refresh(vertical.key(), Set.of(), RecomputeCause.START);
                    }
                }));
    }

    private void replace(String verticalKey, Slot slot) {
        long rest = slot.wanted.isOfData() ? slot.rest() : 0;
        if (rest > 0) {
            loader.schedule(() -> replace(verticalKey, slot), rest, TimeUnit.NANOSECONDS);
            return;
        }
        Wish.Wanted wanted = slot.wanted.take();
        long begun = System.nanoTime();
        try {
            verticals.find(verticalKey).ifPresent(vertical -> update(slot, vertical, wanted));
        } catch (RuntimeException failure) {
            slot.behind = true;
            LOG.error(
                    "The customers of vertical {} could not be loaded; the snapshot before is kept",
                    verticalKey,
                    failure);
            announcements.publish(new SnapshotFailed(verticalKey, wanted.cause(), failure));
        } finally {
            slot.worked(begun);
        }
    }

    /** Patches these customers into the snapshot where that is enough. */
    private void update(Slot slot, Vertical vertical, Wish.Wanted wanted) {
        Set<Long> changed = wanted.customers();
        synchronized (slot) {
            PortalSnapshot known = slot.current;
            ModelOverrides.Applied applied = overrides.applied(vertical);
            Vertical effective = applied.vertical();
            if (known != null && !slot.behind && wanted.modelsAlone() && isRemodelled(known, effective)) {
                if (!known.isOf(applied)) {
                    publish(slot, remodelled(known, applied), wanted.cause());
                }
                return;
            }
            boolean few = !changed.isEmpty() && changed.size() <= FEW;
            if (known == null || slot.behind || !few || !known.isOf(applied)) {
                load(slot, vertical, wanted.cause());
                return;
            }
            long start = System.nanoTime();
            long readAt = moment();
            ColumnsPatch patch = data.patch(effective, fieldsRead(effective, known.engine()), known.data(), changed);
            Snapshot snapshot = aside.invoke(ForkJoinTask.adapt(
                    () -> known.engine().patched(known.now(), patch, asOf(effective, patch.after()))));
            LOG.info(
                    "Vertical {}: {} customers brought up to date in {} ms",
                    vertical.key(),
                    changed.size(),
                    (System.nanoTime() - start) / 1_000_000);
            publish(slot, snapshotOf(applied, known.engine(), snapshot, readAt), wanted.cause());
        }
    }

    /** Whether the vertical differs from the snapshot's by its models alone. */
    private static boolean isRemodelled(PortalSnapshot known, Vertical effective) {
        VerticalDefinition before = known.vertical().definition();
        VerticalDefinition now = effective.definition();
        return known.vertical().currency().equals(effective.currency())
                && known.vertical().asOfMode() == effective.asOfMode()
                && Objects.equals(known.vertical().asOfDate(), effective.asOfDate())
                && before.attributes().equals(now.attributes())
                && before.activities().equals(now.activities())
                && before.references().equals(now.references())
                && before.metrics().equals(now.metrics());
    }

    /** Nothing is read again: the customers are those of the snapshot before. */
    private PortalSnapshot remodelled(PortalSnapshot known, ModelOverrides.Applied applied) {
        long start = System.nanoTime();
        Vertical effective = applied.vertical();
        org.clientele.engine.Snapshots engine =
                org.clientele.engine.Snapshots.of(effective.definition(), answers.models(effective.key()));
        VerticalColumns columns = known.data().under(effective.definition()).with(past.of(effective));
        Snapshot snapshot = engine.remodelled(known.now(), columns);
        LOG.info(
                "Vertical {}: {} customers by other models in {} ms",
                effective.key(),
                snapshot.customers().size(),
                (System.nanoTime() - start) / 1_000_000);
        return snapshotOf(applied, engine, snapshot, known.readAt());
    }

    private PortalSnapshot snapshotOf(
            ModelOverrides.Applied applied, org.clientele.engine.Snapshots engine, Snapshot snapshot, long readAt) {
        return new PortalSnapshot(
                applied,
                (model, number) -> overrides.definition(applied.vertical().key(), model, number),
                versions::incrementAndGet,
                readAt,
                engine,
                snapshot,
                answers.checks(applied.vertical().key()));
    }

    private void publish(Slot slot, PortalSnapshot snapshot, RecomputeCause cause) {
        slot.current = snapshot;
        announcements.publish(new SnapshotChanged(snapshot.vertical().key(), cause));
    }

    private PortalSnapshot loadOnce(Slot slot, Vertical vertical) {
        synchronized (slot) {
            PortalSnapshot known = slot.current;
            return known != null ? known : load(slot, vertical, RecomputeCause.START);
        }
    }

    private PortalSnapshot load(Slot slot, Vertical vertical, RecomputeCause cause) {
        return load(slot, vertical, cause, () -> false);
    }

    private PortalSnapshot load(Slot slot, Vertical vertical, RecomputeCause cause, BooleanSupplier cancelled) {
        synchronized (slot) {
            PortalSnapshot loaded = load(vertical, slot.current, cancelled);
            slot.behind = false;
            publish(slot, loaded, cause);
            return loaded;
        }
    }

    private PortalSnapshot load(Vertical vertical, @Nullable PortalSnapshot earlier, BooleanSupplier cancelled) {
        long start = System.nanoTime();
        ModelOverrides.Applied applied = overrides.applied(vertical);
        Vertical effective = applied.vertical();
        org.clientele.engine.Snapshots engine =
                org.clientele.engine.Snapshots.of(effective.definition(), answers.models(vertical.key()));
        long readAt = moment();
        VerticalColumns columns =
                data.load(effective, fieldsRead(effective, engine), cancelled).with(past.of(effective));
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("Cancelled before anything was computed");
        }
        LocalDate asOf = asOf(effective, columns);
        Snapshot snapshot =
                earlier == null ? engine.compute(columns, asOf) : engine.compute(columns, asOf, earlier.now());
        LOG.info(
                "Vertical {}: {} customers as of {} in {} ms",
                vertical.key(),
                snapshot.customers().size(),
                snapshot.asOf(),
                (System.nanoTime() - start) / 1_000_000);
        return snapshotOf(applied, engine, snapshot, readAt);
    }

    /** What the definition reads, and what a condition may name that somebody types. */
    static Map<String, Set<String>> fieldsRead(Vertical vertical, org.clientele.engine.Snapshots engine) {
        Map<String, Set<String>> fields = new HashMap<>();
        Scope scope = Scope.customer(vertical.definition());
        for (ActivityDefinition activity : vertical.definition().activities()) {
            Set<String> read = new HashSet<>(engine.fieldsRead(activity.id()));
            activity.fields().stream()
                    .map(ActivityDefinition.ActivityField::id)
                    .filter(field -> scope.variables().containsKey(activity.id() + "." + field))
                    .forEach(read::add);
            fields.put(activity.id(), read);
        }
        return fields;
    }

    /** The day set, today, or the last day with an activity; today when there is none. */
    private LocalDate asOf(Vertical vertical, VerticalColumns columns) {
        return switch (vertical.asOfMode()) {
            case FIXED -> Objects.requireNonNull(vertical.asOfDate(), "mode FIXED has a day");
            case TODAY -> LocalDate.now(clock);
            case LAST_ACTIVITY ->
                vertical.recorded().stream()
                        .map(activity -> columns.activity(activity.id()).lastDay())
                        .filter(Objects::nonNull)
                        .max(LocalDate::compareTo)
                        .orElseGet(() -> LocalDate.now(clock));
        };
    }

    @PreDestroy
    void stop() {
        subscriptions.forEach(Announcements.Subscription::close);
        loader.close();
    }

    /** Where a vertical's snapshot stands; its monitor makes loading one at a time. */
    private static final class Slot {
        private final Wish wanted = new Wish();
        private volatile @Nullable PortalSnapshot current;
        /** Whether changes were missed, so that only loading everything helps. */
        private volatile boolean behind;
        /** When the next replacement may begin, by {@link System#nanoTime}. */
        private volatile long rested = System.nanoTime();

        /** Where one change follows the other, most of the time is left to those who make them, and several are taken together. */
        void worked(long begun) {
            long now = System.nanoTime();
            rested = now + Math.min(LONGEST_REST, RESTS * (now - begun));
        }

        /** How long to wait, in nanoseconds; nothing when the last replacement was a while ago. */
        long rest() {
            return Math.max(0, rested - System.nanoTime());
        }
    }
}
