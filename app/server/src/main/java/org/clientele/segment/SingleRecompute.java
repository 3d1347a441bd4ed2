package org.clientele.segment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.activity.NewActivity;
import org.clientele.activity.OneCustomer;
import org.clientele.activity.VerticalData;
import org.clientele.common.persistence.RoundTrip;
import org.clientele.engine.Snapshot;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.plugin.AsOfMode;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.segment.persistence.MembershipDao;
import org.clientele.segment.persistence.StagedRunDao;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the memberships of one customer up to date in the transaction of the change: its metrics are computed from its rows, its segments go
 * by the borders, the learning and the plugins' answers of the last snapshot (ADR 22). Where that cannot be done at once (nothing is loaded
 * yet, a run is writing, here or on another node) the change is stored all the same, and its memberships follow with the next snapshot.
 */
@Service
public class SingleRecompute {
    private static final Logger LOG = LoggerFactory.getLogger(SingleRecompute.class);
    private static final int PATIENCE_MILLISECONDS = 100;
    private static final int STRIPES = 256;

    private final Snapshots snapshots;
    private final VerticalData data;
    private final Recompute recompute;
    private final MembershipDao memberships;
    private final StagedRunDao staged;
    private final TransactionTemplate transaction;
    private final Map<Integer, Prepared> prepared = new ConcurrentHashMap<>();
    private final Lock[] customers =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(Lock[]::new);

    public SingleRecompute(
            Snapshots snapshots,
            VerticalData data,
            Recompute recompute,
            MembershipDao memberships,
            StagedRunDao staged,
            PlatformTransactionManager transactions) {
        this.snapshots = snapshots;
        this.data = data;
        this.recompute = recompute;
        this.memberships = memberships;
        this.staged = staged;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What is the same for all customers as long as the models are. */
    private record Prepared(
            org.clientele.engine.Snapshots engine,
            Set<String> models,
            Map<String, Set<String>> fields,
            Map<SegmentName, Integer> keys) {}

    /** The memberships could not be brought up to date, which is no reason to lose the change. */
    private static final class NotFollowedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotFollowedException(RuntimeException cause) {
            super(cause);
        }
    }

    /** One more activity of a customer. */
    public interface Addition<T> {
        /** Asks for what it depends on. */
        void ask(RoundTrip trip);

        /** The activity, once that is known. Fails with a problem that the user understands; then nothing is stored. */
        NewActivity activity();

        /** Has it stored. */
        void store(RoundTrip trip);

        /** Called in the transaction in which it is stored. */
        void noted();

        /** What was stored. */
        T stored();
    }

    /**
     * Carries out a change of one customer's activities or attributes in a transaction of its own, memberships included. Changes of one customer
     * come one after the other. Callers check rights and announce the change.
     *
     * @param change may be carried out a second time, after the first was rolled back
     */
    public <T> T change(Vertical vertical, long customerId, Supplier<T> change) {
        return followed(
                vertical,
                customerId,
                last -> {
                    T result = change.get();
                    return trying(() -> {
                        RoundTrip trip = memberships.roundTrip();
                        Reading reading = new Reading(last, customerId, trip);
                        trip.go();
                        return new Followed<>(() -> result, reading.follow(trip), trip);
                    });
                },
                change);
    }

    /**
     * Stores an activity as {@link #change} does, in fewer round trips: the memberships are computed before it is stored.
     *
     * @param addition may be made a second time, after the first was rolled back
     */
    public <T> T add(Vertical vertical, long customerId, Addition<T> addition) {
        return followed(
                vertical,
                customerId,
                last -> {
                    RoundTrip trip = memberships.roundTrip();
                    addition.ask(trip);
                    Reading reading = trying(() -> {
                        Reading asked = new Reading(last, customerId, trip);
                        trip.go();
                        return asked;
                    });
                    NewActivity next = addition.activity();
                    MembershipChanges changes = trying(() -> {
                        reading.one.add(next);
                        addition.store(trip);
                        return reading.follow(trip);
                    });
                    addition.noted();
                    return new Followed<>(addition::stored, changes, trip);
                },
                () -> {
                    RoundTrip trip = memberships.roundTrip();
                    addition.ask(trip);
                    trip.go();
                    addition.activity();
                    addition.store(trip);
                    trip.go();
                    addition.noted();
                    return addition.stored();
                });
    }

    /**
     * What a change came to.
     *
     * @param result to be asked for once the transaction is committed
     * @param changes the memberships that changed with it
     * @param rest what is left to be stored
     */
    private record Followed<T>(Supplier<T> result, MembershipChanges changes, RoundTrip rest) {}

    /** @param unfollowed the change without memberships, where they cannot follow at once */
    private <T> T followed(
            Vertical vertical, long customerId, Function<PortalSnapshot, Followed<T>> change, Supplier<T> unfollowed) {
        Lock one = customers[Math.floorMod(Long.hashCode(customerId), STRIPES)];
        one.lock();
        try {
            PortalSnapshot last = snapshots.loaded(vertical.key()).orElse(null);
            SingleWrites singles = recompute.singles(vertical.id());
            if (last == null || !singles.begin(PATIENCE_MILLISECONDS)) {
                return inTransaction(unfollowed);
            }
            try {
                return noted(customerId, singles, () -> change.apply(last));
            } catch (NotFollowedException failure) {
                LOG.warn(
                        "Vertical {}: the memberships of a changed customer follow with the next recompute",
                        vertical.key(),
                        failure.getCause());
                return inTransaction(unfollowed);
            } finally {
                singles.end();
            }
        } finally {
            one.unlock();
        }
    }

    private <T> T inTransaction(Supplier<T> change) {
        return Objects.requireNonNull(transaction.execute(status -> change.get()));
    }

    private <T> T noted(long customerId, SingleWrites singles, Supplier<Followed<T>> change) {
        Supplier<T> result = transaction.execute(status -> {
            Write write = new Write(customerId, singles);
            // first of all, so that the moment is taken before the news of the change has a snapshot read
            TransactionSynchronizationManager.registerSynchronization(write);
            Followed<T> followed = change.get();
            write.changes = followed.changes();
            if (status.isNewTransaction()) {
                // last of all, behind whatever else is written before the commit
                TransactionSynchronizationManager.registerSynchronization(new Rest(followed.rest()));
            } else {
                trying(() -> {
                    followed.rest().go();
                    return status;
                });
            }
            return followed.result();
        });
        return Objects.requireNonNull(result).get();
    }

    /** Stores what is left, and commits with it. */
    private record Rest(RoundTrip trip) implements TransactionSynchronization {
        @Override
        public void beforeCommit(boolean readOnly) {
            try {
                trip.goAndCommit();
            } catch (IllegalStateException failure) {
                throw new NotFollowedException(failure);
            }
        }
    }

    private static <T> T trying(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException failure) {
            throw new NotFollowedException(failure);
        }
    }

    /** Notes, once it is committed, what was written of a customer. */
    private final class Write implements TransactionSynchronization {
        private final long customerId;
        private final SingleWrites singles;
        private MembershipChanges changes = new MembershipChanges();

        Write(long customerId, SingleWrites singles) {
            this.customerId = customerId;
            this.singles = singles;
        }

        @Override
        public void afterCommit() {
            int opened = changes.opened().size();
            singles.wrote(customerId, snapshots.moment(), opened, changes.size() - opened);
        }
    }

    /** What is stored of a customer, once the round trip is made. */
    private final class Reading {
        private final PortalSnapshot last;
        private final Prepared known;
        private final BooleanSupplier elsewhere;
        private final OneCustomer one;
        private final List<StoredMembership> stored;

        Reading(PortalSnapshot last, long customerId, RoundTrip trip) {
            this.last = last;
            int vertical = last.vertical().id();
            known = prepared.compute(
                    vertical,
                    (id, before) -> before != null && before.engine() == last.engine() ? before : prepare(last));
            elsewhere = staged.isUnderWayElsewhere(trip, vertical);
            one = data.one(trip, last.vertical(), known.fields(), last.data(), customerId);
            stored = memberships.from(trip, vertical, last.asOf(), customerId);
        }

        /** The memberships that are others by now, to be stored with the round trip. */
        MembershipChanges follow(RoundTrip trip) {
            if (elsewhere.getAsBoolean()) {
                throw new IllegalStateException(
                        "A run on another node is writing, or what it left is not tidied up yet");
            }
            VerticalColumns columns = one.columns();
            LocalDate asOf = asOf(last, columns);
            Snapshot alone = last.engine().since(last.now(), columns, asOf);
            alone.prepare(known.models(), Set.of());
            EvaluatedModels evaluated = EvaluatedModels.of(last, alone::result, known.keys());
            Set<Integer> kept = evaluated.kept();
            MembershipChanges changes = MembershipMerge.of(
                    stored.stream()
                            .filter(membership -> membership.endsOnOrAfter(asOf))
                            .filter(membership -> !kept.contains(membership.segmentKey()))
                            .toList(),
                    asOf,
                    columns.customers().size() == 0 ? new int[0] : new int[] {0},
                    columns.customers()::id,
                    evaluated::keysOf);
            memberships.apply(trip, last.vertical().id(), asOf, changes, evaluated);
            return changes;
        }
    }

    private Prepared prepare(PortalSnapshot last) {
        Map<SegmentName, Integer> keys = memberships.segmentKeys(last.vertical().id(), Set.of());
        boolean complete = last.definition().models().stream().allMatch(model -> model.segments().stream()
                .allMatch(segment -> keys.containsKey(new SegmentName(model.id(), segment.id()))));
        if (!complete) {
            throw new IllegalStateException("A model's segments were never stored: the first run gives them numbers");
        }
        Set<String> models =
                last.definition().models().stream().map(ModelDefinition::id).collect(Collectors.toSet());
        return new Prepared(
                last.engine(), models, Snapshots.fieldsRead(last.vertical(), last.engine()), new HashMap<>(keys));
    }

    /** The day of the snapshot; where the last activity decides, the day of a later one that the customer has now. */
    private static LocalDate asOf(PortalSnapshot last, VerticalColumns one) {
        if (last.vertical().asOfMode() != AsOfMode.LAST_ACTIVITY) {
            return last.asOf();
        }
        return last.vertical().recorded().stream()
                .map(activity -> one.activity(activity.id()).lastDay())
                .filter(Objects::nonNull)
                .filter(last.asOf()::isBefore)
                .max(LocalDate::compareTo)
                .orElse(last.asOf());
    }
}
