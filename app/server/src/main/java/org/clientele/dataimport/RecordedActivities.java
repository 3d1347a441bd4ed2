package org.clientele.dataimport;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.clientele.access.Audit;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.activity.NewActivity;
import org.clientele.common.Announcements;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.clientele.common.persistence.RoundTrip;
import org.clientele.customer.CustomerService;
import org.clientele.customer.CustomerState;
import org.clientele.customer.CustomersChanged;
import org.clientele.dataimport.Interpretation.TypedRow;
import org.clientele.dataimport.persistence.RecordedActivityDao;
import org.clientele.plugin.ValueConversion;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalTables;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.segment.SingleRecompute;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Activities that a person records by hand, one at a time: stored with the customer's memberships in one transaction, and told from others as rows of
 * files are, so that a file that holds the same activity later finds it known.
 */
@Service
public class RecordedActivities {
    private final RecordedActivityDao dao;
    private final CustomerService customers;
    private final SingleRecompute single;
    private final Rights rights;
    private final Audit audit;
    private final Announcements announcements;
    private final Clock clock;

    public RecordedActivities(
            RecordedActivityDao dao,
            CustomerService customers,
            SingleRecompute single,
            Rights rights,
            Audit audit,
            Announcements announcements,
            Clock clock) {
        this.dao = dao;
        this.customers = customers;
        this.single = single;
        this.rights = rights;
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** What to do about an activity that is there already, to the last field. */
    public enum Repeated {
        /** Fail with {@link RepeatedProblem}. */
        REFUSE,
        /** It happened twice. */
        KEEP
    }

    /** The very same activity is stored; nothing was saved. */
    public static final class RepeatedProblem extends Problem {
        private static final long serialVersionUID = 1;

        RepeatedProblem() {
            super("dataimport.record.problem.repeated");
        }
    }

    /** Whether the user may record activities. */
    public boolean mayRecord(Vertical vertical) {
        return rights.may(Permission.EDIT_CUSTOMER, vertical.key());
    }

    /** Those of the rows that were recorded by hand, by id. */
    public Map<Long, RecordedActivity> find(
            Vertical vertical, ActivityDefinition activity, long customerId, Collection<Long> ids) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        return dao.find(vertical, activity, customerId, ids);
    }

    /** Records an activity. Fails with a problem that a user understands when a rule is broken; then nothing was saved. */
    public RecordedActivity record(
            Vertical vertical, ActivityDefinition activity, long customerId, ActivityData data, Repeated repeated) {
        check(vertical, activity, data);
        return single.add(vertical, customerId, new Recording(vertical, activity, customerId, data, repeated));
    }

    /** An activity on its way. */
    private final class Recording implements SingleRecompute.Addition<RecordedActivity> {
        private final Vertical vertical;
        private final ActivityDefinition activity;
        private final long customerId;
        private final ActivityData data;
        private final Repeated repeated;
        private Supplier<String> ref = () -> "";
        private Set<Long> known = Set.of();
        private long key;
        private LongSupplier id = () -> 0;

        Recording(
                Vertical vertical, ActivityDefinition activity, long customerId, ActivityData data, Repeated repeated) {
            this.vertical = vertical;
            this.activity = activity;
            this.customerId = customerId;
            this.data = data;
            this.repeated = repeated;
        }

        @Override
        public void ask(RoundTrip trip) {
            ref = customers.hold(trip, vertical, customerId);
            known = dao.keys(trip, vertical, activity.id(), customerId);
        }

        @Override
        public NewActivity activity() {
            key = key(vertical, activity, ref.get(), data, known, repeated);
            return new NewActivity(activity.id(), data.time(), data.fields());
        }

        @Override
        public void store(RoundTrip trip) {
            id = dao.insert(trip, vertical, activity, customerId, key, data);
        }

        @Override
        public void noted() {
            tell(vertical, customerId, "activity.record", null, state(activity, data));
        }

        @Override
        public RecordedActivity stored() {
            return new RecordedActivity(id.getAsLong(), customerId, activity.id(), key, data);
        }
    }

    /**
     * Changes what was recorded.
     *
     * @param seen as it was when the user began to edit
     * @throws ConflictProblem when somebody else changed it or took it away; nothing was saved
     */
    public RecordedActivity change(
            Vertical vertical,
            ActivityDefinition activity,
            RecordedActivity seen,
            ActivityData data,
            Repeated repeated) {
        check(vertical, activity, data);
        long customerId = seen.customerId();
        return single.change(vertical, customerId, () -> {
            RoundTrip trip = customers.roundTrip();
            Supplier<String> ref = customers.hold(trip, vertical, customerId);
            Set<Long> others = dao.keys(trip, vertical, activity.id(), customerId);
            trip.go();
            others.remove(seen.key());
            long key = key(vertical, activity, ref.get(), data, others, repeated);
            requireDone(dao.update(vertical, activity, seen, key, data));
            tell(vertical, customerId, "activity.change", state(activity, seen.data()), state(activity, data));
            return new RecordedActivity(seen.id(), customerId, activity.id(), key, data);
        });
    }

    /**
     * Takes away what was recorded.
     *
     * @throws ConflictProblem when somebody else changed it or took it away; nothing was saved
     */
    public RecordedActivity remove(Vertical vertical, ActivityDefinition activity, RecordedActivity seen) {
        rights.require(Permission.EDIT_CUSTOMER, vertical.key());
        return single.change(vertical, seen.customerId(), () -> {
            customers.hold(vertical, seen.customerId());
            requireDone(dao.delete(vertical, seen));
            tell(vertical, seen.customerId(), "activity.remove", state(activity, seen.data()), null);
            return seen;
        });
    }

    private void check(Vertical vertical, ActivityDefinition activity, ActivityData data) {
        rights.require(Permission.EDIT_CUSTOMER, vertical.key());
        LocalDateTime latest = LocalDate.now(clock).plusDays(1).atTime(LocalTime.MAX);
        ActivityRules.check(activity, data, latest);
    }

    private static void requireDone(boolean done) {
        if (!done) {
            throw new ConflictProblem("dataimport.record.problem.changed");
        }
    }

    private void tell(
            Vertical vertical, long customerId, String action, @Nullable String before, @Nullable String after) {
        audit.record(action, "customer " + customerId, before, after);
        announcements.publish(new CustomersChanged(vertical.key(), Set.of(customerId)));
    }

    /** A key that none of the known rows has. */
    private static long key(
            Vertical vertical,
            ActivityDefinition activity,
            String ref,
            ActivityData data,
            Set<Long> known,
            Repeated repeated) {
        VerticalTables.Table table = vertical.tables().activity(activity.id());
        RowKeys keys = new RowKeys(
                table.origin(),
                activity.fields().stream().map(field -> keyField(table, field)).toList());
        @Nullable
        Object[] values = activity.fields().stream()
                .map(field -> ActivityRules.plain(data.field(field.id())))
                .toArray();
        long content = keys.content(new TypedRow(0, ref, null, data.time(), null, Arrays.asList(values), List.of()));
        if (repeated == Repeated.REFUSE && known.contains(content)) {
            throw new RepeatedProblem();
        }
        int n = 1;
        while (known.contains(RowKeys.occurrence(content, n))) {
            n++;
        }
        return RowKeys.occurrence(content, n);
    }

    private static RowKeys.Field keyField(VerticalTables.Table table, ActivityField field) {
        VerticalTables.Origin origin = table.origin(field.id(), field.type());
        return new RowKeys.Field(origin.id(), ValueConversion.between(field.type(), origin.type()));
    }

    private static String state(ActivityDefinition activity, ActivityData data) {
        return "%s %s; %s"
                .formatted(
                        activity.id(),
                        data.time(),
                        new TreeMap<>(data.fields())
                                .entrySet().stream()
                                        .map(field -> field.getKey() + "=" + CustomerState.text(field.getValue()))
                                        .collect(Collectors.joining("; ")));
    }
}
