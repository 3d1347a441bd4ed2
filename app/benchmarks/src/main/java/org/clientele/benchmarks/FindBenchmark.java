package org.clientele.benchmarks;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.clientele.cases.CaseQuery;
import org.clientele.cases.CaseQuery.Sort;
import org.clientele.cases.CaseQuery.Stage;
import org.clientele.cases.persistence.CaseListDao;
import org.clientele.cases.persistence.CaseListDao.Limits;
import org.clientele.customer.CustomerHit;

/**
 * What Ctrl K asks while somebody types: customers by a fragment, then cases by number, by subject and by these customers.
 * Arguments: number of customers and of cases (100000), database (hsqldb).
 */
final class FindBenchmark {
    private static final int WARM_UP = 10;
    private static final int TIMES = 50;
    private static final int CUSTOMERS = 20;
    private static final int CASES = 5;
    private static final CaseQuery NEWEST =
            new CaseQuery("", null, Stage.ALL, null, null, null, false, Sort.OPENED, true);

    private FindBenchmark() {}

    static void run(List<String> arguments) throws IOException {
        int many = Integer.parseInt(Shops.argument(arguments, 0, "100000"));
        try (StoredShop shop =
                StoredShop.on(Shops.argument(arguments, 1, "hsqldb"), RetailData.definition(Set.of("pyramid")))) {
            shop.fill(purchases -> {
                for (long customer = 1; customer <= many; customer++) {
                    purchases.accept(new StoredShop.Purchase(
                            customer, Shops.LAST.minusDays(customer % 700), 100 + customer % 9_000));
                }
            });
            shop.tasks.users();
            StoredCases.fill(shop.jdbi(), shop.dialect(), shop.verticalId(), many);
            shop.snapshots.reload("retail");
            System.out.printf("%,d customers and cases on %s%n", many, Shops.argument(arguments, 1, "hsqldb"));
            CaseListDao cases = new CaseListDao(shop.jdbi());
            for (String typed : List.of("c", "chen", "chen 12", "4711", "pump", "no such thing")) {
                Timings timings = new Timings("\u201C" + typed + "\u201D");
                for (int i = 0; i < WARM_UP + TIMES; i++) {
                    (i < WARM_UP ? new Timings("warm-up") : timings).time(() -> find(shop, cases, typed));
                }
                System.out.println(timings.text());
            }
            System.out.println(Load.text());
        }
    }

    private static void find(StoredShop shop, CaseListDao cases, String typed) {
        List<Long> customers = shop.search.find("retail", typed, CUSTOMERS).stream()
                .map(CustomerHit::id)
                .toList();
        if (typed.matches("\\d{1,9}")) {
            cases.numbered(shop.verticalId(), Integer.parseInt(typed), null, CASES);
        }
        cases.withSubject(shop.verticalId(), typed, null, CASES);
        cases.page(shop.verticalId(), NEWEST, new Limits(null, customers, null, Instant.now()), 0, CASES);
    }
}
