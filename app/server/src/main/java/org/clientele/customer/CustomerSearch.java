package org.clientele.customer;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
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

    private final CustomerSnapshots snapshots;
    private final Rights rights;

    public CustomerSearch(CustomerSnapshots snapshots, Rights rights) {
        this.snapshots = snapshots;
        this.rights = rights;
    }

    /**
     * The best hits for a fragment of number or name, none for a blank one: the whole number first, then what begins with the fragment, then
     * what holds it; upper and lower case alike.
     */
    public List<CustomerHit> find(String verticalKey, String fragment, int limit) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        String text = fragment.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return List.of();
        }
        Snapshot snapshot = snapshots.get(verticalKey).now();
        BitSet hits = CustomerQuery.all(snapshot)
                .within(OwnCustomers.among(snapshot, rights, verticalKey))
                .search(text, List.of(CustomerFields.REF, CustomerFields.NAME))
                .customers();
        return best(snapshot, hits, text.toLowerCase(Locale.ROOT), limit);
    }

    private static List<CustomerHit> best(Snapshot snapshot, BitSet hits, String text, int limit) {
        PriorityQueue<Ranked> best = new PriorityQueue<>(Comparator.reverseOrder());
        for (int customer = hits.nextSetBit(0); customer >= 0; customer = hits.nextSetBit(customer + 1)) {
            String ref = String.valueOf(text(snapshot.column(CustomerFields.REF), customer));
            String name = text(snapshot.column(CustomerFields.NAME), customer);
            best.add(new Ranked(
                    rank(ref, name, text), new CustomerHit(snapshot.customers().id(customer), ref, name)));
            if (best.size() > limit) {
                best.remove();
            }
        }
        return best.stream().sorted().map(Ranked::hit).toList();
    }

    private static int rank(String ref, @Nullable String name, String text) {
        String number = ref.toLowerCase(Locale.ROOT);
        if (number.startsWith(text)) {
            return number.equals(text) ? 0 : 1;
        }
        return name != null && name.toLowerCase(Locale.ROOT).startsWith(text) ? 2 : 3;
    }

    private static @Nullable String text(@Nullable Column column, int customer) {
        return column != null && column.value(customer) instanceof Value.Text(String text) ? text : null;
    }

    /** A hit and how well it fits, 0 best; equally good ones by number. */
    private record Ranked(int rank, CustomerHit hit) implements Comparable<Ranked> {
        private static final Comparator<Ranked> ORDER = Comparator.comparingInt(Ranked::rank)
                .thenComparing(ranked -> ranked.hit().ref());

        @Override
        public int compareTo(Ranked other) {
            return ORDER.compare(this, other);
        }
    }
}
