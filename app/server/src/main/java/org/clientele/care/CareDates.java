package org.clientele.care;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.customer.CustomerFields;
import org.clientele.customer.CustomerSnapshots;
import org.clientele.customer.LeftOut;
import org.clientele.customer.OwnCustomers;
import org.clientele.customer.PersonalData;
import org.clientele.engine.Snapshot;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.Value;
import org.clientele.engine.column.WholeColumn;
import org.clientele.plugin.Vertical;
import org.clientele.strategy.DatedPlays;
import org.clientele.worklist.HandledWork;
import org.clientele.worklist.WorkNote;
import org.clientele.worklist.WorkNotes;
import org.clientele.worklist.WorkQuery;
import org.clientele.worklist.WorkQuery.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Care dates around today: from two weeks ago, so that none is missed, to two weeks ahead. They follow from the customers in memory; what was done
 * about them follows from the notes on work. A day for which a play has made a task is left to the task. Thread-safe.
 */
@Service
public class CareDates {
    public static final String KIND = "care";
    private static final int DAYS = 14;
    private static final int MOST_AHEAD = 90;
    private static final int LONGEST_PUT_OFF = 400;
    private static final int FEWEST = 50;

    private final CustomerSnapshots snapshots;
    private final WorkNotes notes;
    private final LeftOut leftOut;
    private final DatedPlays plays;
    private final Rights rights;
    private final Clock clock;
    private final Map<String, Around> found = new ConcurrentHashMap<>();

    /** @param leftOut whose days are not kept in mind */
    public CareDates(
            CustomerSnapshots snapshots,
            WorkNotes notes,
            LeftOut leftOut,
            DatedPlays plays,
            Rights rights,
            Clock clock) {
        this.leftOut = leftOut;
        this.plays = plays;
        this.snapshots = snapshots;
        this.notes = notes;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * The care dates of everybody around a day, as {@code day << 38 | customer << 6 | field}: in order of the days.
     *
     * @param version of the snapshot they are of
     */
    private record Around(long version, LocalDate today, long[] days) {}

    private static final int FIELD_BITS = 6;
    private static final int CUSTOMER_BITS = 32;

    /** Open care dates that the query asks for, the earliest first. */
    public List<CareDay> open(Vertical vertical, WorkQuery asked, int limit) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        List<CareField> fields = CareField.of(vertical.definition());
        if (fields.isEmpty()) {
            return List.of();
        }
        var current = snapshots.get(vertical.key());
        Snapshot snapshot = current.now();
        Customers customers =
                new Customers(snapshot, fields, seen(vertical, snapshot), PersonalData.hiddenFrom(rights, vertical));
        Map<Whose, HandledWork> handled = handled(vertical);
        Around around = around(vertical, current.version(), snapshot, fields);
        Untouched untouched = new Untouched(around.days(), customers, asked, handled.keySet());
        List<CareDay> open = new ArrayList<>();
        List<CareDay> next = untouched.next(Math.max(limit, FEWEST));
        while (!next.isEmpty() && open.size() < limit) {
            open.addAll(withoutTask(vertical, next));
            next = untouched.next(Math.max(limit, FEWEST));
        }
        open.addAll(withoutTask(vertical, putOff(customers, asked, handled)));
        return open.stream()
                .sorted(Comparator.comparing(CareDay::dueOn).thenComparing(CareDay::id))
                .limit(limit)
                .toList();
    }

    /** Whoever has a task for the day is not asked for twice. */
    private List<CareDay> withoutTask(Vertical vertical, List<CareDay> days) {
        Set<Long> customers = days.stream().map(CareDay::customerId).collect(Collectors.toSet());
        LocalDate first =
                days.stream().map(CareDay::day).min(Comparator.naturalOrder()).orElse(LocalDate.now(clock));
        Set<DatedPlays.Day> tasks = customers.isEmpty() ? Set.of() : plays.of(vertical, customers, first);
        return days.stream()
                .filter(care -> !tasks.contains(
                        new DatedPlays.Day(care.customerId(), care.field().attribute(), care.day())))
                .toList();
    }

    /** One customer's open care dates around today; what is once, such as the end of a contract, is seen from {@value #MOST_AHEAD} days before. */
    public List<CareDay> ofCustomer(Vertical vertical, long customerId) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        List<CareField> fields = CareField.of(vertical.definition());
        Snapshot snapshot = snapshots.get(vertical.key()).now();
        int customer = snapshot.customers().indexOf(customerId);
        if (fields.isEmpty() || customer < 0) {
            return List.of();
        }
        Customers customers =
                new Customers(snapshot, fields, seen(vertical, snapshot), PersonalData.hiddenFrom(rights, vertical));
        Map<Whose, HandledWork> handled = handled(notes.ofCustomer(KIND, customerId));
        List<CareDay> open = new ArrayList<>();
        for (int field = 0; field < fields.size(); field++) {
            CareDay care = coming(customers, customer, field);
            if (care != null && !handled.containsKey(whose(care))) {
                open.add(care);
            }
        }
        handled.forEach((whose, how) -> {
            CareDay care = how.finished() ? null : customers.care(whose);
            if (care != null) {
                open.add(now(care, how));
            }
        });
        return withoutTask(vertical, open).stream()
                .sorted(Comparator.comparing(CareDay::dueOn).thenComparing(CareDay::id))
                .toList();
    }

    private @Nullable CareDay coming(Customers customers, int customer, int place) {
        CareField field = customers.fields().get(place);
        Column column = customers.snapshot().column(field.attribute());
        if (column == null || !(column.value(customer) instanceof Value.Date(LocalDate date))) {
            return null;
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate first = today.minusDays(DAYS);
        LocalDate day = field.next(date, first);
        boolean near = !day.isBefore(first) && !day.isAfter(today.plusDays(MOST_AHEAD));
        CareDay care = near ? customers.care(customer, place, day) : null;
        return care != null && (care.isEnd() || !day.isAfter(today.plusDays(DAYS))) ? care : null;
    }

    private BitSet seen(Vertical vertical, Snapshot snapshot) {
        BitSet seen = OwnCustomers.among(snapshot, rights, vertical.key());
        leftOut.of(vertical).stream()
                .mapToInt(customer -> snapshot.customers().indexOf(customer))
                .filter(place -> place >= 0)
                .forEach(seen::clear);
        return seen;
    }

    /** Reads, piece by piece, the days that nobody did anything about yet. */
    private static final class Untouched {
        private final long[] days;
        private final Customers customers;
        private final WorkQuery asked;
        private final Set<Whose> handled;
        private int place;

        Untouched(long[] days, Customers customers, WorkQuery asked, Set<Whose> handled) {
            this.days = days;
            this.customers = customers;
            this.asked = asked;
            this.handled = handled;
            Place after = asked.after();
            LocalDate first = after == null ? asked.from() : after.day();
            place = first == null ? 0 : begin(days, first);
        }

        private static int begin(long[] days, LocalDate first) {
            int place = Arrays.binarySearch(days, packed(first, 0, 0));
            return place < 0 ? -place - 1 : place;
        }

        /** The next ones; empty at the end. */
        List<CareDay> next(int most) {
            List<CareDay> found = new ArrayList<>();
            for (; place < days.length && found.size() < most; place++) {
                LocalDate day = day(days[place]);
                if (day.isAfter(asked.until())) {
                    place = days.length;
                    break;
                }
                CareDay care = customers.care(days[place], day);
                if (care != null && holds(asked, care) && !handled.contains(whose(care))) {
                    found.add(care);
                }
            }
            return found;
        }
    }

    /** Those that somebody took, handed over or put off, and has not finished. */
    private static List<CareDay> putOff(Customers customers, WorkQuery asked, Map<Whose, HandledWork> handled) {
        List<CareDay> open = new ArrayList<>();
        handled.forEach((whose, how) -> {
            CareDay care = how.finished() ? null : customers.care(whose);
            if (care != null) {
                CareDay now = now(care, how);
                if (holds(asked, now)) {
                    open.add(now);
                }
            }
        });
        return open;
    }

    private static CareDay now(CareDay care, HandledWork how) {
        LocalDate due = how.until() == null ? care.day() : how.until();
        Long owner = how.owner() == null ? care.ownerId() : how.owner();
        return new CareDay(
                care.customerId(), care.customer(), care.field(), care.place(), care.date(), care.day(), due, owner);
    }

    private static boolean holds(WorkQuery asked, CareDay care) {
        return asked.holds(care.dueOn(), care.id(), care.ownerId());
    }

    private static Whose whose(CareDay care) {
        return new Whose(care.customerId(), care.key());
    }

    private record Whose(long customer, String key) {}

    private Map<Whose, HandledWork> handled(Vertical vertical) {
        LocalDate from = LocalDate.now(clock).minusDays(LONGEST_PUT_OFF);
        return handled(notes.since(vertical, KIND, from.atStartOfDay().toInstant(ZoneOffset.UTC)));
    }

    private static Map<Whose, HandledWork> handled(List<WorkNote> notes) {
        Map<Whose, HandledWork> handled = new HashMap<>();
        notes.forEach(note -> handled.merge(
                new Whose(note.customerId(), note.key()),
                HandledWork.by(List.of(note)),
                (before, now) -> before.with(note)));
        return handled;
    }

    private Around around(Vertical vertical, long version, Snapshot snapshot, List<CareField> fields) {
        LocalDate today = LocalDate.now(clock);
        return Objects.requireNonNull(found.compute(
                vertical.key(),
                (key, before) -> before != null
                                && before.version() == version
                                && before.today().equals(today)
                        ? before
                        : new Around(version, today, find(snapshot, fields, today))));
    }

    private static long[] find(Snapshot snapshot, List<CareField> fields, LocalDate today) {
        LocalDate first = today.minusDays(DAYS);
        LocalDate last = today.plusDays(DAYS);
        long[] days = new long[64];
        int size = 0;
        for (int field = 0; field < fields.size(); field++) {
            Column column = snapshot.column(fields.get(field).attribute());
            for (int customer = 0;
                    column != null && customer < snapshot.customers().size();
                    customer++) {
                if (column.value(customer) instanceof Value.Date(LocalDate date)) {
                    LocalDate day = fields.get(field).next(date, first);
                    if (!day.isBefore(first) && !day.isAfter(last)) {
                        days = size == days.length ? Arrays.copyOf(days, 2 * size) : days;
                        days[size++] = packed(day, customer, field);
                    }
                }
            }
        }
        long[] found = Arrays.copyOf(days, size);
        Arrays.sort(found);
        return found;
    }

    private static long packed(LocalDate day, int customer, int field) {
        return (day.toEpochDay() << (CUSTOMER_BITS + FIELD_BITS)) | ((long) customer << FIELD_BITS) | field;
    }

    private static LocalDate day(long packed) {
        return LocalDate.ofEpochDay(packed >> (CUSTOMER_BITS + FIELD_BITS));
    }

    /** The customers whom the user sees, with what the user may see of them. */
    private record Customers(Snapshot snapshot, List<CareField> fields, BitSet seen, Set<String> hidden) {
        @Nullable
        CareDay care(long packed, LocalDate day) {
            int field = (int) (packed & ((1 << FIELD_BITS) - 1));
            int customer = (int) ((packed >> FIELD_BITS) & ((1L << CUSTOMER_BITS) - 1));
            return care(customer, field, day);
        }

        @Nullable
        CareDay care(Whose whose) {
            int customer = snapshot.customers().indexOf(whose.customer());
            String[] key = whose.key().split(" ", 2);
            for (int field = 0; customer >= 0 && key.length == 2 && field < fields.size(); field++) {
                if (fields.get(field).attribute().equals(key[0])) {
                    return care(customer, field, LocalDate.parse(key[1]));
                }
            }
            return null;
        }

        @Nullable
        CareDay care(int customer, int place, LocalDate day) {
            CareField field = fields.get(place);
            Column column = snapshot.column(field.attribute());
            if (!seen.get(customer)
                    || hidden.contains(field.attribute())
                    || column == null
                    || !(column.value(customer) instanceof Value.Date(LocalDate date))) {
                return null;
            }
            return new CareDay(
                    snapshot.customers().id(customer), name(customer), field, place, date, day, day, owner(customer));
        }

        private String name(int customer) {
            String name = text(CustomerFields.NAME, customer);
            return name.isEmpty() ? text(CustomerFields.REF, customer) : name;
        }

        private String text(String field, int customer) {
            Column column = snapshot.column(field);
            return column != null && column.value(customer) instanceof Value.Text(String text) ? text : "";
        }

        private @Nullable Long owner(int customer) {
            return snapshot.column(CustomerFields.OWNER) instanceof WholeColumn owners && !owners.isMissing(customer)
                    ? (Long) owners.get(customer)
                    : null;
        }
    }
}
