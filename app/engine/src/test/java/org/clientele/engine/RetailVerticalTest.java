package org.clientele.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.Field;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.Value;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.engine.figure.ActivityFigures;
import org.clientele.engine.figure.KeyFigures;
import org.clientele.engine.figure.Period;
import org.clientele.engine.model.ModelResult;
import org.clientele.engine.model.ReasonCodec;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.DefinitionReader;
import org.clientele.plugins.definition.DefinitionResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The retail vertical, as its plugin declares it, on the invoices of a real shop with returns. */
class RetailVerticalTest {
    private static final LocalDate FIRST = LocalDate.of(2010, 12, 1);
    private static final LocalDate LAST = LocalDate.of(2011, 12, 9);
    private static List<Line> lines = List.of();
    private static Snapshot snapshot;

    /** An invoice line of a known customer. */
    private record Line(String invoice, String product, long quantity, LocalDate date, long pence, long customer) {
        boolean isReturn() {
            return invoice.startsWith("C");
        }
    }

    @BeforeAll
    static void compute() throws IOException {
        lines = lines(TestData.shared("retail/online_retail.csv.gz"));
        VerticalDefinition retail = retail();
        Snapshots snapshots = Snapshots.of(retail);
        CustomerColumns.Builder builder = CustomerColumns.builder(
                retail.attributes().stream().map(Field::of).toList(), 2);
        Set<Long> ids = new TreeSet<>();
        lines.forEach(line -> ids.add(line.customer()));
        ids.forEach(builder::customer);
        CustomerColumns customers = builder.build();
        ActivityColumns rows = rows(retail, customers, snapshots.fieldsRead("purchase"));
        snapshot = snapshots.compute(new VerticalColumns(retail, 2, customers, Map.of("purchase", rows)), LAST);
    }

    private static ActivityColumns rows(VerticalDefinition retail, CustomerColumns customers, Set<String> fields) {
        ActivityColumns.Builder rows =
                ActivityColumns.builder(customers, Objects.requireNonNull(retail.activity("purchase")), fields, 2);
        for (Line line : lines) {
            rows.row(line.customer(), (int) line.date().toEpochDay());
            rows.document(line.invoice());
            rows.money(rows.ordinal("amount"), line.pence());
            rows.text(rows.ordinal("product"), line.product());
            rows.flag(rows.ordinal("is_return"), line.isReturn());
        }
        return rows.build();
    }

    private static VerticalDefinition retail() throws IOException {
        byte[] yaml = Files.readAllBytes(TestData.project("plugins/retail/src/main/resources/vertical.yaml"));
        return switch (DefinitionReader.read(yaml, "vertical.yaml")) {
            case DefinitionResult.Valid valid -> valid.definition();
            case DefinitionResult.Invalid invalid -> throw new AssertionError(invalid.findings());
        };
    }

    @Test
    void shouldCountCustomersInvoicesAndPence() {
        assertThat(snapshot.customers().size()).isEqualTo(4_372);
        assertThat(lines).hasSize(541_909 - 135_080);
        assertThat(sum("monetary"))
                .isEqualTo(lines.stream().mapToLong(Line::pence).sum());
        Set<String> invoices = new HashSet<>();
        lines.stream().filter(line -> !line.isReturn()).forEach(line -> invoices.add(line.invoice()));
        assertThat(sum("frequency")).isEqualTo(invoices.size());
    }

    @Test
    void shouldFindEveryMetricOfACustomerAsAListOfLinesWould() {
        for (int customer = 0; customer < 4_372; customer += 97) {
            long id = snapshot.customers().id(customer);
            List<Line> own =
                    lines.stream().filter(line -> line.customer() == id).toList();
            List<Line> bought = own.stream().filter(line -> !line.isReturn()).toList();
            assertThat(value("product_variety", customer))
                    .isEqualTo(new Value.Whole(
                            own.stream().map(Line::product).distinct().count()));
            assertThat(value("return_share", customer))
                    .isEqualTo(new Value.Decimal((double) (own.size() - bought.size()) / own.size()));
            assertThat(value("recency_days", customer))
                    .isEqualTo(bought.stream()
                            .map(Line::date)
                            .max(LocalDate::compareTo)
                            .<Value>map(last -> new Value.Whole(LAST.toEpochDay() - last.toEpochDay()))
                            .orElse(Value.MISSING));
        }
    }

    @Test
    void shouldPutEveryCustomerIntoOneStageAndEachWithPurchaseIntoOneRfmLabel() {
        ModelResult cycle = snapshot.result("life_cycle");
        assertThat(IntStream.of(cycle.counts()).sum()).isEqualTo(4_372);
        ModelResult rfm = snapshot.result("rfm");
        long buyers = lines.stream()
                .filter(line -> !line.isReturn())
                .mapToLong(Line::customer)
                .distinct()
                .count();
        assertThat(IntStream.of(rfm.counts()).sum()).isEqualTo((int) buyers);
        assertThat(cycle.counts()[cycle.ordinal("potential")]).isEqualTo(4_372 - (int) buyers);
    }

    @Test
    void shouldStoreReasonsShortAndWhole() {
        for (String model : snapshot.models()) {
            ModelResult result = snapshot.result(model);
            for (int customer = 0; customer < result.size(); customer += 5) {
                String text = ReasonCodec.encode(result.reason(customer));
                assertThat(text.length()).isLessThanOrEqualTo(ReasonCodec.MAX_LENGTH);
                assertThat(ReasonCodec.decode(text)).isEqualTo(result.reason(customer));
            }
        }
    }

    @Test
    void shouldFigureTheYear() {
        KeyFigures figures = ActivityFigures.of(snapshot.data(), "purchase").keyFigures(new Period(FIRST, LAST));
        long positive =
                lines.stream().mapToLong(line -> Math.max(0, line.pence())).sum();
        long baskets = lines.stream()
                .filter(line -> line.pence() > 0)
                .map(Line::invoice)
                .distinct()
                .count();

        assertThat(figures.customers().value()).isEqualTo(new Value.Whole(4_372));
        assertThat(figures.revenue().value()).isEqualTo(new Value.Money(sum("monetary"), 2));
        assertThat(figures.averageBasket().value())
                .isEqualTo(new Value.Money(
                        BigDecimal.valueOf(positive)
                                .divide(BigDecimal.valueOf(baskets), 0, RoundingMode.HALF_UP)
                                .longValueExact(),
                        2));
    }

    private static Value value(String metric, int customer) {
        return snapshot.metrics().column(metric).value(customer);
    }

    private static long sum(String metric) {
        MeasureColumn column = snapshot.metrics().column(metric);
        long sum = 0;
        for (int customer = 0; customer < column.size(); customer++) {
            sum += column.order(customer);
        }
        return sum;
    }

    private static List<Line> lines(Path file) {
        List<Line> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            reader.readLine();
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                List<String> cells = cells(text);
                if (!cells.get(6).isEmpty()) {
                    lines.add(line(cells));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private static Line line(List<String> cells) {
        BigDecimal amount = new BigDecimal(cells.get(3)).multiply(new BigDecimal(cells.get(5)));
        return new Line(
                cells.get(0),
                cells.get(1),
                Long.parseLong(cells.get(3)),
                LocalDate.parse(cells.get(4).substring(0, 10)),
                amount.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact(),
                new BigDecimal(cells.get(6)).longValueExact());
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
