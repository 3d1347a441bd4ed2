package org.clientele.engine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.VerticalColumns;

/** Real purchases, read from beside the project; tests that need them are skipped where they are absent. */
public final class TestData {
    /** The last day of the CDNOW purchases. */
    public static final LocalDate CDNOW_END = LocalDate.of(1998, 6, 30);

    private TestData() {}

    /** A purchase as it is written in the file. */
    public record Purchase(String customer, LocalDate date, int items, long cents) {}

    /** A file of the shared data; skips the test when it is absent. */
    public static Path shared(String file) {
        Path found = null;
        for (Path at = Path.of("").toAbsolutePath(); at != null && found == null; at = at.getParent()) {
            for (String folder : List.of("shared/data", "../shared/data")) {
                Path candidate = at.resolve(folder).resolve(file).normalize();
                found = Files.exists(candidate) && found == null ? candidate : found;
            }
        }
        assumeTrue(found != null, "shared/data/" + file + " is not beside the project: test skipped");
        return found;
    }

    /** A file of the project. */
    public static Path project(String file) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(file))) {
                return at.resolve(file);
            }
        }
        throw new IllegalStateException(file + " was not found from here upwards: run the tests inside the project");
    }

    /** All purchases of the CDNOW master file. */
    public static List<Purchase> cdnow() {
        List<Purchase> purchases = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(shared("retail/CDNOW_master.txt"))) {
                String[] cells = line.strip().split("\\s+");
                if (cells.length == 4 && Character.isDigit(cells[0].charAt(0))) {
                    purchases.add(new Purchase(
                            cells[0],
                            LocalDate.parse(cells[1], DateTimeFormatter.BASIC_ISO_DATE),
                            Integer.parseInt(cells[2]),
                            new BigDecimal(cells[3]).movePointRight(2).longValueExact()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return purchases;
    }

    /** All purchases of the CDNOW sample of one customer in ten; a customer is called by the number in the sample. */
    public static List<Purchase> cdnowSample() {
        try {
            return Files.readAllLines(shared("retail/CDNOW_sample.txt")).stream()
                    .map(line -> line.strip().split("\\s+"))
                    .map(cells -> new Purchase(
                            cells[1],
                            LocalDate.parse(cells[2], DateTimeFormatter.BASIC_ISO_DATE),
                            Integer.parseInt(cells[3]),
                            new BigDecimal(cells[4]).movePointRight(2).longValueExact()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Columns of the purchases in the given order; a customer's id is its reference as a number. */
    public static VerticalColumns columns(List<Purchase> purchases) {
        CustomerColumns.Builder builder = CustomerColumns.builder(List.of(), 2);
        Set<Long> ids = new TreeSet<>();
        purchases.forEach(p -> ids.add(Long.valueOf(p.customer())));
        ids.forEach(builder::customer);
        CustomerColumns customers = builder.build();
        return new VerticalColumns(
                Fixtures.retail(), 2, customers, Map.of("purchase", activities(customers, purchases)));
    }

    private static ActivityColumns activities(CustomerColumns customers, List<Purchase> purchases) {
        ActivityColumns.Builder rows =
                ActivityColumns.builder(customers, Fixtures.PURCHASE, Set.of("amount", "quantity"), 2);
        int amount = rows.ordinal("amount");
        int quantity = rows.ordinal("quantity");
        for (Purchase purchase : purchases) {
            rows.row(Long.parseLong(purchase.customer()), (int) purchase.date().toEpochDay());
            rows.money(amount, purchase.cents());
            rows.whole(quantity, purchase.items());
        }
        return rows.build();
    }
}
