package org.clientele.activity;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.clientele.activity.persistence.ActivityDao;
import org.clientele.activity.persistence.OneActivity;
import org.clientele.common.Money;
import org.clientele.common.persistence.RoundTrip;
import org.clientele.customer.CustomerService;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.ColumnsPatch;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.plugin.AsOfMode;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.reference.ReferenceData;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/** Loads all customers, activities and references of a vertical into the engine's columns, as of one moment. */
@Service
public class VerticalData {
    private static final LocalDate NEVER_TOO_LATE = LocalDate.of(9999, 12, 31);

    private final CustomerService customers;
    private final ActivityDao activities;
    private final ReferenceData references;
    private final Map<String, OutsideActivity> outside;

    @Autowired
    public VerticalData(
            CustomerService customers,
            ActivityDao activities,
            ReferenceData references,
            List<OutsideActivity> outside) {
        this.customers = customers;
        this.activities = activities;
        this.references = references;
        this.outside = outside.stream().collect(Collectors.toMap(OutsideActivity::id, Function.identity()));
    }

    /** Of what is imported and entered alone. */
    public VerticalData(CustomerService customers, ActivityDao activities, ReferenceData references) {
        this(customers, activities, references, List.of());
    }

    private @Nullable OutsideActivity outside(Vertical vertical, ActivityDefinition activity) {
        return vertical.tables().activities().containsKey(activity.id()) ? null : outside.get(activity.id());
    }

    /**
     * @param fields the fields wanted of each activity, by the activity's id; an activity that is absent is loaded without fields
     * @param cancelled whether to break off, with a {@link java.util.concurrent.CancellationException}
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public VerticalColumns load(Vertical vertical, Map<String, Set<String>> fields, BooleanSupplier cancelled) {
        CustomerColumns columns = customers.columns(vertical);
        Map<String, ActivityColumns> byActivity = new HashMap<>();
        for (ActivityDefinition activity : vertical.definition().activities()) {
            if (outside(vertical, activity) == null) {
                byActivity.put(
                        activity.id(),
                        activities.load(vertical, columns, activity, wanted(fields, activity), cancelled));
            }
        }
        LocalDate latest = latest(vertical, byActivity);
        for (ActivityDefinition activity : vertical.definition().activities()) {
            OutsideActivity kept = outside(vertical, activity);
            if (kept != null) {
                byActivity.put(activity.id(), kept.load(vertical, columns, activity, wanted(fields, activity), latest));
            }
        }
        return new VerticalColumns(
                vertical.definition(),
                Money.fractionDigits(vertical.currency()),
                columns,
                byActivity,
                references.load(vertical));
    }

    /**
     * Loads a few customers anew, with their activities; references are taken to be as they were.
     *
     * @param before what {@link #load} gave with the same fields
     * @param changed ids of the customers, who may be new or gone
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ColumnsPatch patch(
            Vertical vertical, Map<String, Set<String>> fields, VerticalColumns before, Set<Long> changed) {
        CustomerColumns columns = customers.columns(vertical, changed);
        return ColumnsPatch.of(
                before,
                changed,
                with(
                        columns,
                        before,
                        few(
                                vertical,
                                columns,
                                before,
                                fields,
                                activity ->
                                        activities.loadFew(vertical, columns, activity, wanted(fields, activity)))));
    }

    /**
     * Loads one customer alone, with all activities, once the round trip is made, within the caller's transaction and as it sees them; empty
     * columns when the customer is gone. References are taken to be as they were.
     *
     * @param before what {@link #load} gave with the same fields
     */
    public OneCustomer one(
            RoundTrip trip,
            Vertical vertical,
            Map<String, Set<String>> fields,
            VerticalColumns before,
            long customerId) {
        Supplier<CustomerColumns> customer = SingletonSupplier.of(customers.columns(trip, vertical, customerId));
        Map<String, OneActivity> recorded = new HashMap<>();
        for (ActivityDefinition activity : before.definition().activities()) {
            if (outside(vertical, activity) == null) {
                recorded.put(
                        activity.id(),
                        activities.loadOne(trip, vertical, customer, activity, wanted(fields, activity), customerId));
            }
        }
        return new OneCustomer(
                recorded,
                () -> with(
                        customer.get(),
                        before,
                        few(vertical, customer.get(), before, fields, activity -> Objects.requireNonNull(
                                        recorded.get(activity.id()))
                                .columns())));
    }

    /** Reads what is kept outside there, and the rest as told. */
    private Function<ActivityDefinition, ActivityColumns> few(
            Vertical vertical,
            CustomerColumns columns,
            VerticalColumns before,
            Map<String, Set<String>> fields,
            Function<ActivityDefinition, ActivityColumns> recorded) {
        LocalDate latest = latest(vertical, before.activities());
        return activity -> {
            OutsideActivity kept = outside(vertical, activity);
            return kept == null
                    ? recorded.apply(activity)
                    : kept.loadFew(vertical, columns, activity, wanted(fields, activity), latest);
        };
    }

    /** The day of the last activity where it is that of the figures, else no day is too late. */
    private static LocalDate latest(Vertical vertical, Map<String, ActivityColumns> activities) {
        return vertical.asOfMode() != AsOfMode.LAST_ACTIVITY
                ? NEVER_TOO_LATE
                : vertical.recorded().stream()
                        .map(activity -> activities.get(activity.id()))
                        .filter(Objects::nonNull)
                        .map(ActivityColumns::lastDay)
                        .filter(Objects::nonNull)
                        .max(LocalDate::compareTo)
                        .orElse(NEVER_TOO_LATE);
    }

    private static Set<String> wanted(Map<String, Set<String>> fields, ActivityDefinition activity) {
        return fields.getOrDefault(activity.id(), Set.of());
    }

    private static VerticalColumns with(
            CustomerColumns customers, VerticalColumns before, Function<ActivityDefinition, ActivityColumns> reader) {
        Map<String, ActivityColumns> byActivity = new HashMap<>();
        for (ActivityDefinition activity : before.definition().activities()) {
            byActivity.put(activity.id(), reader.apply(activity));
        }
        return new VerticalColumns(
                before.definition(), before.fractionDigits(), customers, byActivity, before.references());
    }
}
