package org.clientele.segment;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Answer;
import org.clientele.common.Jobs;
import org.clientele.common.Problem;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerService;
import org.clientele.customer.OwnCustomers;
import org.clientele.engine.lifetime.ValueRange;
import org.clientele.engine.model.ClvBackTest;
import org.clientele.engine.model.ClvResult;
import org.clientele.plugins.api.ModelDefinition.Clv.Purchases;
import org.springframework.stereotype.Service;

/** What customers are expected to be worth, as screens show it. */
@Service
public class Lifetimes {
    /** How likely what a customer really spends lies within the range shown. */
    public static final double LEVEL = 0.8;

    private final Snapshots snapshots;
    private final CustomerService customers;
    private final Rights rights;
    private final Jobs jobs;
    private final Map<String, Known> tests = new ConcurrentHashMap<>();

    private record Known(long version, Map<Purchases, ClvBackTest> tests) {}

    public Lifetimes(Snapshots snapshots, CustomerService customers, Rights rights, Jobs jobs) {
        this.snapshots = snapshots;
        this.customers = customers;
        this.rights = rights;
        this.jobs = jobs;
    }

    /**
     * The model fitted to the first half of the time and compared with the second, by each way to model buying and leaving, in the background;
     * once for a snapshot.
     */
    public Answer<Map<Purchases, ClvBackTest>> backTests(String verticalKey, String model) {
        PortalSnapshot snapshot = snapshot(verticalKey);
        ClvResult result = result(snapshot, model);
        return jobs.answer("back-test", job -> {
            String key = verticalKey + "/" + model;
            Known known = tests.get(key);
            if (known != null && known.version() == snapshot.version()) {
                return known.tests();
            }
            Map<Purchases, ClvBackTest> found = result.backTests();
            tests.put(key, new Known(snapshot.version(), found));
            return found;
        });
    }

    private PortalSnapshot snapshot(String verticalKey) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        return snapshots.get(verticalKey);
    }

    private static ClvResult result(PortalSnapshot snapshot, String model) {
        if (snapshot.now().models().contains(model) && snapshot.model(model) instanceof ClvResult result) {
            return result;
        }
        throw new Problem("segment.problem.no-model", model);
    }

    /** Those whom the user may see who are worth most, most first. @param most how many */
    public List<Lifetime> top(String verticalKey, String model, int most) {
        PortalSnapshot snapshot = snapshot(verticalKey);
        ClvResult result = result(snapshot, model);
        BitSet seen = OwnCustomers.among(snapshot.now(), rights, verticalKey);
        Comparator<Integer> byValue = Comparator.<Integer>comparingLong(
                        row -> result.values().order(row))
                .thenComparing(Comparator.reverseOrder());
        PriorityQueue<Integer> best = new PriorityQueue<>(byValue);
        for (int row = seen.nextSetBit(0); row >= 0; row = seen.nextSetBit(row + 1)) {
            if (result.segment(row) < 0) {
                continue;
            }
            if (best.size() < most) {
                best.add(row);
            } else if (result.values().order(row) > result.values().order(best.element())) {
                best.remove();
                best.add(row);
            }
        }
        return best.stream()
                .sorted(byValue.reversed())
                .flatMap(row -> lifetime(snapshot, result, row).stream())
                .toList();
    }

    /** What one customer is worth by each model; nothing for those who never bought. */
    public List<Lifetime> of(String verticalKey, long customerId) {
        PortalSnapshot snapshot = snapshot(verticalKey);
        int row = snapshot.customers().indexOf(customerId);
        return row < 0
                ? List.of()
                : snapshot.now().models().stream()
                        .map(snapshot::model)
                        .flatMap(found -> found instanceof ClvResult clv ? Stream.of(clv) : Stream.empty())
                        .flatMap(clv -> lifetime(snapshot, clv, row).stream())
                        .toList();
    }

    private Optional<Lifetime> lifetime(PortalSnapshot snapshot, ClvResult result, int row) {
        ValueRange range = result.segment(row) < 0 ? null : result.range(row, LEVEL);
        return range == null
                ? Optional.empty()
                : customers
                        .find(snapshot.vertical(), snapshot.customers().id(row))
                        .map(customer -> lifetime(result, row, customer, range));
    }

    private static Lifetime lifetime(ClvResult result, int row, Customer customer, ValueRange range) {
        return new Lifetime(
                result.model(),
                customer,
                result.segment(row),
                result.values().value(row),
                range,
                result.alive(row),
                result.purchases(row),
                result.average(row));
    }
}
