package org.clientele.churn;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Answer;
import org.clientele.common.Job;
import org.clientele.common.Jobs;
import org.clientele.customer.CustomerFields;
import org.clientele.customer.LeftOut;
import org.clientele.customer.OwnCustomers;
import org.clientele.engine.Snapshot;
import org.clientele.engine.churn.Signal;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.Value;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.segment.PortalSnapshot;
import org.clientele.segment.Snapshots;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who may be lost, with how much money. Who was recorded as lost is no risk any more; who wants no personal treatment is left out. Thread-safe. */
@Service
public class ChurnRisks {
    /** Of customers below this probability nobody speaks as at risk. */
    public static final double LEAST = 0.25;
    /** So many are listed at most. */
    public static final int MOST = 200;

    private static final int STEP = 4_096;

    private final Snapshots snapshots;
    private final Losses losses;
    private final KeepingCosts costs;
    private final LeftOut leftOut;
    private final Rights rights;
    private final Jobs jobs;
    private final Map<String, Judged> known = new ConcurrentHashMap<>();

    public ChurnRisks(
            Snapshots snapshots, Losses losses, KeepingCosts costs, LeftOut leftOut, Rights rights, Jobs jobs) {
        this.snapshots = snapshots;
        this.losses = losses;
        this.costs = costs;
        this.leftOut = leftOut;
        this.rights = rights;
        this.jobs = jobs;
    }

    /** Everybody's probability and value, by place in the snapshot. */
    private record Judged(long version, float[] probabilities, long[] values) {}

    /** One customer's risk, where it is one. */
    public Optional<ChurnRisk> of(Vertical vertical, long customerId) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        PortalSnapshot snapshot = snapshots.get(vertical.key());
        int place = snapshot.customers().indexOf(customerId);
        if (place < 0
                || !OwnCustomers.among(snapshot.now(), rights, vertical.key()).get(place)) {
            return Optional.empty();
        }
        ChurnJudge judge = new ChurnJudge(snapshot);
        double probability = judge.probability(place);
        return probability >= LEAST && !isLost(vertical, customerId)
                ? Optional.of(new ChurnRisk(probability, judge.basis(), judge.signals(place), judge.reason(place)))
                : Optional.empty();
    }

    private boolean isLost(Vertical vertical, long customerId) {
        return losses.ofCustomer(vertical, customerId).stream()
                .findFirst()
                .filter(last -> last.won() == null)
                .isPresent();
    }

    /** The day of a customer's first activity after a day, up to the snapshot's; nothing when there is none, or the user does not see the customer. */
    public Optional<LocalDate> activeSince(Vertical vertical, long customerId, LocalDate day) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        PortalSnapshot snapshot = snapshots.get(vertical.key());
        int place = snapshot.customers().indexOf(customerId);
        if (place < 0
                || !OwnCustomers.among(snapshot.now(), rights, vertical.key()).get(place)) {
            return Optional.empty();
        }
        int after = Math.toIntExact(day.toEpochDay()) + 1;
        return snapshot.vertical().recorded().stream()
                .map(activity -> snapshot.data().activity(activity.id()))
                .filter(rows -> rows.startFrom(place, after) < rows.end(place))
                .map(rows -> LocalDate.ofEpochDay(rows.day(rows.startFrom(place, after))))
                .min(LocalDate::compareTo);
    }

    /** What a customer paid in the year up to the snapshot's day, minor units; 0 where that is not known. */
    public long yearly(Vertical vertical, long customerId) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        PortalSnapshot snapshot = snapshots.get(vertical.key());
        int place = snapshot.customers().indexOf(customerId);
        boolean seen = place >= 0
                && OwnCustomers.among(snapshot.now(), rights, vertical.key()).get(place);
        return seen ? new ChurnJudge(snapshot).yearly(place) : 0;
    }

    /** Those whom the user sees and the query asks for; computed in the background, once for a snapshot. */
    public Answer<AtRisk> list(Vertical vertical, ChurnQuery query) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        PortalSnapshot snapshot = snapshots.get(vertical.key());
        BitSet seen = OwnCustomers.among(snapshot.now(), rights, vertical.key());
        Long cost = costs.of(vertical).orElse(null);
        return jobs.answer("customers at risk", job -> list(vertical, snapshot, query, seen, cost, job));
    }

    /** Whether a segment is of customers who may leave or have left: all but the first of a churn model, the last stage of a life cycle. */
    public boolean isOfLeaving(Vertical vertical, String model, String segment) {
        return switch (vertical.definition().model(model)) {
            case ModelDefinition.Churn churn ->
                !churn.segments().getFirst().id().equals(segment);
            case ModelDefinition.LifeCycle cycle -> cycle.course().getLast().equals(segment);
            case null, default -> false;
        };
    }

    private AtRisk list(
            Vertical vertical, PortalSnapshot snapshot, ChurnQuery query, BitSet seen, @Nullable Long cost, Job job) {
        ChurnJudge judge = new ChurnJudge(snapshot);
        Judged judged = judged(vertical.key(), snapshot, judge, job);
        Snapshot now = snapshot.now();
        without(now, losses.last(vertical).keySet(), seen);
        without(now, leftOut.of(vertical), seen);
        seen.and(snapshot.present());
        List<Integer> found = new ArrayList<>();
        long sum = 0;
        for (int place = seen.nextSetBit(0); place >= 0; place = seen.nextSetBit(place + 1)) {
            if (isAsked(judge, judged, query, cost, place)) {
                found.add(place);
                sum = Math.addExact(sum, atRisk(judged, place));
            }
        }
        List<AtRisk.Row> rows = found.stream()
                .sorted(Comparator.<Integer>comparingLong(place -> -atRisk(judged, place))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .map(place -> new AtRisk.Row(
                        now.customers().id(place),
                        name(now, place),
                        judged.probabilities()[place],
                        judge.signals(place),
                        judged.values()[place],
                        atRisk(judged, place)))
                .toList();
        return new AtRisk(rows, found.size(), sum, judge.basis(), judge.isByLifetime(), cost);
    }

    private Judged judged(String verticalKey, PortalSnapshot snapshot, ChurnJudge judge, Job job) {
        Judged before = known.get(verticalKey);
        if (before != null && before.version() == snapshot.version()) {
            return before;
        }
        int size = snapshot.customers().size();
        float[] probabilities = new float[size];
        long[] values = new long[size];
        for (int place = 0; place < size; place++) {
            if (place % STEP == 0) {
                job.progress(place, size);
            }
            probabilities[place] = (float) judge.probability(place);
            values[place] = Math.max(0, judge.value(place));
        }
        Judged judged = new Judged(snapshot.version(), probabilities, values);
        known.put(verticalKey, judged);
        return judged;
    }

    private static void without(Snapshot snapshot, Set<Long> customers, BitSet seen) {
        customers.stream()
                .mapToInt(customer -> snapshot.customers().indexOf(customer))
                .filter(place -> place >= 0)
                .forEach(seen::clear);
    }

    private static boolean isAsked(ChurnJudge judge, Judged judged, ChurnQuery query, @Nullable Long cost, int place) {
        Signal signal = query.signal();
        return judged.probabilities()[place] * 100 >= query.least()
                && (!query.worth() || cost == null || atRisk(judged, place) > cost)
                && (signal == null || judge.signals(place).contains(signal));
    }

    private static long atRisk(Judged judged, int place) {
        return Math.round(judged.probabilities()[place] * (double) judged.values()[place]);
    }

    private static String name(Snapshot snapshot, int place) {
        String name = text(snapshot, CustomerFields.NAME, place);
        return name.isEmpty() ? text(snapshot, CustomerFields.REF, place) : name;
    }

    private static String text(Snapshot snapshot, String field, int place) {
        Column column = snapshot.column(field);
        return column != null && column.value(place) instanceof Value.Text(String text) ? text : "";
    }
}
