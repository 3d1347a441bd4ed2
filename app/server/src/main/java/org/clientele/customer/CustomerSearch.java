package org.clientele.customer;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.function.Function;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.engine.Snapshot;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.Value;
import org.clientele.engine.query.CustomerQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds customers while somebody types, in the current snapshot: a database reads every name for a fragment. */
@Service
public class CustomerSearch {
    private static final int LONGEST = 100;
    private static final int SHORTEST_NUMBER = 4;

    private final CustomerSnapshots snapshots;
    private final Rights rights;

    public CustomerSearch(CustomerSnapshots snapshots, Rights rights) {
        this.snapshots = snapshots;
        this.rights = rights;
    }

    /**
     * The best hits for a fragment of number, name, telephone number or address of mail, none for a blank one: the whole number first, then what
     * begins with the fragment, then what holds it; upper and lower case alike. Chinese names are found by pinyin as well.
     */
    public List<CustomerHit> find(String verticalKey, String fragment, int limit) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        String text = fragment.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return List.of();
        }
        CustomerSnapshot current = snapshots.get(verticalKey);
        Snapshot snapshot = current.now();
        CustomerQuery seen = CustomerQuery.all(snapshot).within(OwnCustomers.among(snapshot, rights, verticalKey));
        BitSet hits = seen.search(text, List.of(CustomerFields.REF, CustomerFields.NAME))
                .customers();
        String letters = Pinyin.letters(text);
        if (!letters.isEmpty()) {
            hits.or(seen.matching(List.of(CustomerFields.NAME), name -> Pinyin.matches(name, letters))
                    .customers());
        }
        List<String> reached =
                ContactFields.of(current.vertical().definition(), PersonalData.hiddenFrom(rights, current.vertical()));
        hits.or(reached(seen, text, reached));
        return best(snapshot, hits, text.toLowerCase(Locale.ROOT), limit);
    }

    /** Numbers are compared by their figures, so that spaces and dashes do not matter. */
    private static BitSet reached(CustomerQuery seen, String text, List<String> fields) {
        String figures = ContactFields.figures(text);
        boolean number = figures.length() >= SHORTEST_NUMBER && text.matches("[-+0-9 ()/.]*");
        return number
                ? seen.matching(fields, value -> ContactFields.figures(value).contains(figures))
                        .customers()
                : seen.search(text, fields).customers();
    }

    /** Other customers with the same name, telephone number or address of mail, who may be the same person. */
    public List<CustomerHit> alike(String verticalKey, long customerId, int limit) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        CustomerSnapshot current = snapshots.get(verticalKey);
        Snapshot snapshot = current.now();
        int customer = snapshot.customers().indexOf(customerId);
        CustomerQuery seen = CustomerQuery.all(snapshot).within(OwnCustomers.among(snapshot, rights, verticalKey));
        if (customer < 0 || !seen.customers().get(customer)) {
            return List.of();
        }
        BitSet alike = new BitSet();
        alike.or(same(seen, snapshot, CustomerFields.NAME, customer, Function.identity()));
        ContactFields.of(current.vertical().definition(), PersonalData.hiddenFrom(rights, current.vertical()))
                .forEach(field -> alike.or(same(
                        seen,
                        snapshot,
                        field,
                        customer,
                        value -> value.contains("@") ? value : ContactFields.figures(value))));
        alike.clear(customer);
        return best(snapshot, alike, "", limit);
    }

    private static BitSet same(
            CustomerQuery seen, Snapshot snapshot, String field, int customer, Function<String, String> plain) {
        String value = text(snapshot.column(field), customer);
        String wanted = value == null ? "" : plain.apply(value.strip());
        return wanted.isEmpty()
                ? new BitSet()
                : seen.matching(List.of(field), other -> plain.apply(other.strip())
                                .equalsIgnoreCase(wanted))
                        .customers();
    }

    private static List<CustomerHit> best(Snapshot snapshot, BitSet hits, String text, int limit) {
        PriorityQueue<Ranked> best = new PriorityQueue<>(Comparator.reverseOrder());
        Column refs = snapshot.column(CustomerFields.REF);
        Column names = snapshot.column(CustomerFields.NAME);
        for (int customer = hits.nextSetBit(0); customer >= 0; customer = hits.nextSetBit(customer + 1)) {
            String ref = String.valueOf(text(refs, customer));
            String name = text(names, customer);
            int rank = rank(ref, name, text);
            if (best.size() == limit && !best.isEmpty() && best.element().isNoWorseThan(rank, ref)) {
                continue;
            }
            best.add(new Ranked(rank, new CustomerHit(snapshot.customers().id(customer), ref, name)));
            if (best.size() > limit) {
                best.remove();
            }
        }
        return best.stream().sorted().map(Ranked::hit).toList();
    }

    private static int rank(String ref, @Nullable String name, String text) {
        if (begins(ref, text)) {
            return ref.length() == text.length() ? 0 : 1;
        }
        return name != null && begins(name, text) ? 2 : 3;
    }

    private static boolean begins(String value, String text) {
        return value.regionMatches(true, 0, text, 0, text.length());
    }

    private static @Nullable String text(@Nullable Column column, int customer) {
        return column != null && column.value(customer) instanceof Value.Text(String text) ? text : null;
    }

    /** A hit and how well it fits, 0 best; equally good ones by number. */
    private record Ranked(int rank, CustomerHit hit) implements Comparable<Ranked> {
        private static final Comparator<Ranked> ORDER = Comparator.comparingInt(Ranked::rank)
                .thenComparing(ranked -> ranked.hit().ref());

        /** Whether another of this rank and number comes after it, told before it is made: there may be a million. */
        boolean isNoWorseThan(int otherRank, String ref) {
            return rank < otherRank || rank == otherRank && hit.ref().compareTo(ref) <= 0;
        }

        @Override
        public int compareTo(Ranked other) {
            return ORDER.compare(this, other);
        }
    }
}
