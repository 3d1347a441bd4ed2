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
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /**
     * Carries out a change of one customer's activities or attributes in a transaction of its own, memberships included. Changes of one customer
     * come one after the other. Callers check rights and announce the change.
     *
     * @param change may be carried out a second time, after the first was rolled back
     */
    public <T> T change(Vertical vertical, long customerId, Supplier<T> change) {
        Lock one = customers[Math.floorMod(Long.hashCode(customerId), STRIPES)];
        one.lock();
        try {
            PortalSnapshot last = snapshots.loaded(vertical.key()).orElse(null);
            SingleWrites singles = recompute.singles(vertical.id());
            if (last == null || !singles.begin(PATIENCE_MILLISECONDS)) {
                return alone(change);
            }
            try {
                return followed(last, customerId, change, singles);
            } catch (NotFollowedException failure) {
                LOG.warn(
                        "Vertical {}: the memberships of a changed customer follow with the next recompute",
                        vertical.key(),
                        failure.getCause());
                return alone(change);
            } finally {
                singles.end();
            }
        } finally {
            one.unlock();
        }
    }

    private <T> T alone(Supplier<T> change) {
        return Objects.requireNonNull(transaction.execute(status -> change.get()));
    }

    private <T> T followed(PortalSnapshot last, long customerId, Supplier<T> change, SingleWrites singles) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Write write = new Write(customerId, singles);
            // first of all, so that the moment is taken before the news of the change has a snapshot read
            TransactionSynchronizationManager.registerSynchronization(write);
            T result = change.get();
            try {
                write.changes = follow(last, customerId);
                return result;
            } catch (RuntimeException failure) {
                throw new NotFollowedException(failure);
            }
        }));
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

    private MembershipChanges follow(PortalSnapshot last, long customerId) {
        int vertical = last.vertical().id();
        Prepared known = prepared.compute(
                vertical, (id, before) -> before != null && before.engine() == last.engine() ? before : prepare(last));
        RoundTrip trip = memberships.roundTrip();
        BooleanSupplier elsewhere = staged.isUnderWayElsewhere(trip, vertical);
        Supplier<VerticalColumns> changed = data.one(trip, last.vertical(), known.fields(), last.data(), customerId);
        List<StoredMembership> stored = memberships.from(trip, vertical, last.asOf(), customerId);
        trip.go();
        if (elsewhere.getAsBoolean()) {
            throw new IllegalStateException("A run on another node is writing, or what it left is not tidied up yet");
        }
        VerticalColumns one = changed.get();
        LocalDate asOf = asOf(last, one);
        Snapshot alone = last.engine().since(last.now(), one, asOf);
        alone.prepare(known.models(), Set.of());
        EvaluatedModels evaluated = EvaluatedModels.of(last, alone::result, known.keys());
        Set<Integer> kept = evaluated.kept();
        MembershipChanges changes = MembershipMerge.of(
                stored.stream()
                        .filter(membership -> membership.endsOnOrAfter(asOf))
                        .filter(membership -> !kept.contains(membership.segmentKey()))
                        .toList(),
                asOf,
                one.customers().size() == 0 ? new int[0] : new int[] {0},
                one.customers()::id,
                evaluated::keysOf);
        if (changes.size() > 0) {
            memberships.apply(vertical, asOf, changes, evaluated);
        }
        return changes;
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
