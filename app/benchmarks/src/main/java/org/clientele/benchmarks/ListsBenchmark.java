package org.clientele.benchmarks;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.customer.CustomerCsv;
import org.clientele.customer.CustomerList;
import org.clientele.customer.CustomerListQuery;

/**
 * What a customer list costs the server: the query, its number of customers and the first fifty of them with all their values; a page
 * from the middle; the search while somebody types; the first bytes of an export. Arguments: number of customers (100000), database (hsqldb).
 */
final class ListsBenchmark {
    private static final int WARM_UP = 10;
    private static final int TIMES = 40;
    private static final int PAGE = 50;

    private ListsBenchmark() {}

    static void run(List<String> arguments) throws IOException {
        try (StoredShop shop = Shops.open(arguments)) {
            queries().forEach((what, parameters) -> {
                CustomerListQuery query = CustomerListQuery.parse(parameters);
                measure(what, () -> page(shop, query, 0));
            });
            CustomerListQuery byValue = CustomerListQuery.parse(Map.of("sort", List.of("monetary:desc")));
            measure("the page in the middle, sorted by value", () -> page(shop, byValue, 50_000));
            measure(
                    "the place of a customer in that list",
                    () -> shop.lists.list("retail", byValue, Locale.ENGLISH).place(4_711));
            measure("search while typing, part of a name", () -> shop.search.find("retail", "chen 12", 8));
            measure("search while typing, a number", () -> shop.search.find("retail", "4711", 8));
            measure("export, first bytes", () -> firstBytes(shop, CustomerListQuery.ALL));
            measure("export sorted by value, first bytes", () -> firstBytes(shop, byValue));
            System.out.println(Load.text());
        }
    }

    private static Map<String, Map<String, List<String>>> queries() {
        Map<String, Map<String, List<String>>> queries = new LinkedHashMap<>();
        queries.put("all customers", Map.of());
        queries.put("filter by an attribute", filter("age:gte:60"));
        queries.put("filter by a text attribute", filter("city:contains:City 12"));
        queries.put("filter by a metric", filter("monetary:gte:1000"));
        queries.put("filter by a segment", filter("segment_rfm:eq:champions"));
        queries.put("filter by all of these", filter("age:gte:30", "monetary:gte:100", "segment_pyramid:eq:gold"));
        queries.put("filter by a condition", Map.of("when", List.of("age >= 30 && frequency > 5 && monetary > 100.0")));
        queries.put("search in the list", Map.of("q", List.of("chen 12")));
        for (String field :
                List.of("monetary", "recency_days", "age", "city", "$name", "$ref", "segment_rfm", "birth_date")) {
            queries.put("sort by " + field, Map.of("sort", List.of(field + ":desc")));
        }
        return queries;
    }

    private static Map<String, List<String>> filter(String... filters) {
        return Map.of("f", List.of(filters));
    }

    private static void measure(String what, Runnable answer) {
        Timings timings = new Timings(what);
        for (int i = 0; i < WARM_UP + TIMES; i++) {
            (i < WARM_UP ? new Timings("warm-up") : timings).time(answer);
        }
        System.out.println(timings.text());
    }

    private static void page(StoredShop shop, CustomerListQuery query, int offset) {
        CustomerList list = shop.lists.list("retail", query, Locale.ENGLISH);
        if (!list.unfit().isEmpty() || !query.unread().isEmpty()) {
            throw new IllegalStateException("The retail vertical does not know " + query);
        }
        list.total();
        list.page(offset, PAGE)
                .forEach(row ->
                        list.snapshot().now().metrics().columns().keySet().forEach(row::value));
    }

    /** Ends the export as soon as it writes customers. */
    private static void firstBytes(StoredShop shop, CustomerListQuery query) {
        CustomerCsv csv = shop.lists.export(
                "retail",
                query,
                List.of("city", "monetary", "segment_rfm"),
                new CustomerCsv.Headings("Number", "Name"),
                Locale.ENGLISH);
        try {
            csv.write(new FirstBytes());
        } catch (Enough enough) {
            return;
        }
        throw new IllegalStateException("The export wrote nothing");
    }

    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;

        Enough() {
            super("enough", null, false, false);
        }
    }

    private static final class FirstBytes extends Writer {
        private final StringWriter written = new StringWriter();

        @Override
        public void write(char[] text, int offset, int length) {
            written.write(text, offset, length);
            if (written.getBuffer().length() > 500) {
                throw new Enough();
            }
        }

        @Override
        public void flush() {
            written.flush();
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
