package org.clientele.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Role;
import org.clientele.access.TestAudit;
import org.clientele.access.TestRights;
import org.clientele.customer.CustomerFilter.Compare;
import org.clientele.customer.CustomerFilter.InSet;
import org.clientele.customer.CustomerFilter.Op;
import org.clientele.engine.figure.Period;
import org.clientele.plugin.Vertical;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerListsTest {
    private static final Period FIRST_QUARTER = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31));

    private final Vertical vertical = TestVertical.unstored();
    private final CustomerSnapshot snapshot = TestSnapshot.small(vertical);
    private final TestRights rights = TestRights.of(Role.MANAGER);
    private final TestAudit audit = new TestAudit();
    private final CustomerLists lists = new CustomerLists(key -> snapshot, rights, audit);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            city:eq:Hangzhou                 | 10 40
            city:ne:Hangzhou                 | 20
            city:contains:HANGZ              | 10 40
            city:in:Shanghai,Hangzhou        | 10 20 40
            city:missing                     | 30
            city:present                     | 10 20 40
            monetary:gte:80.5                | 10 20 40
            monetary:gt:80.5                 | 10 40
            monetary:lte:80.5                | 20 30
            monetary:lt:80.51                | 20 30
            monetary:eq:300                  | 10
            monetary:ne:300                  | 20 30 40
            monetary:between:80,120          | 20 40
            recency:lte:30                   | 10
            segment_pyramid:eq:gold          | 10 40
            segment_pyramid:in:gold,iron     | 10 20 30 40
            """)
    void shouldFilterByAttributeMetricAndSegment(String filter, String expected) {
        CustomerListQuery query = CustomerListQuery.parse(Map.of("f", List.of(filter)));

        assertThat(query.unread()).isEmpty();
        assertThat(ids(query)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            monetary > 80.5 && city != "Shanghai" ; 10 40
            segment_pyramid == "gold" || missing(city) ; 10 30 40
            """)
    void shouldFilterByAConditionOfTheAddress(String condition, String expected) {
        CustomerListQuery query = CustomerListQuery.parse(Map.of("when", List.of(condition)));

        assertThat(ids(query)).isEqualTo(expected);
        assertThat(CustomerListQuery.parse(query.parameters())).isEqualTo(query);
    }

    @Test
    void shouldCountAsManyAsItListsAndNothingForAConditionThatDoesNotFit() {
        Function<String, OptionalInt> counter = lists.counter("shop", Locale.ENGLISH);

        assertThat(counter.apply("monetary > 80.5 && city != 'Shanghai'")).hasValue(2);
        assertThat(counter.apply("nonsense(")).isEmpty();
    }

    @Test
    void shouldLeaveOutAConditionThatDoesNotFitTheVertical() {
        CustomerListQuery query = CustomerListQuery.parse(Map.of("when", List.of("nonsense(")));

        assertThat(lists.list("shop", query, Locale.ENGLISH).unfit())
                .containsExactly(CustomerFilter.where("nonsense("));
    }

    @Test
    void shouldFindTheCustomersBehindAFigure() {
        assertThat(ids(CustomerFilter.active(FIRST_QUARTER))).isEqualTo("10 20");
        assertThat(ids(CustomerFilter.repeat(FIRST_QUARTER))).isEqualTo("10");
        assertThat(ids(CustomerFilter.joined(FIRST_QUARTER))).isEqualTo("20");
        assertThat(ids(CustomerFilter.known(LocalDate.of(2025, 6, 30)))).isEqualTo("30 40");
        assertThat(ids(CustomerFilter.was("pyramid", "gold", LocalDate.of(2025, 6, 30))))
                .isEqualTo("40");
        assertThat(ids(CustomerFilter.moved("pyramid", "iron", "gold", FIRST_QUARTER)))
                .isEqualTo("10");
        assertThat(ids(CustomerFilter.moved("pyramid", InSet.NONE, "iron", FIRST_QUARTER)))
                .isEqualTo("20");
    }

    @Test
    void shouldCombineFiltersWithSearchAndSort() {
        CustomerListQuery query = CustomerListQuery.of(new Compare("city", Op.PRESENT, List.of()))
                .withSearch("000")
                .sortedBy("monetary", true);

        assertThat(ids(query)).isEqualTo("10 40 20");
        assertThat(ids(query.withSearch("wang"))).isEqualTo("20");
        assertThat(list(query).place(40)).contains(new CustomerList.Place(2, 3, 10L, 20L));
        assertThat(list(query).place(30)).isEmpty();
    }

    @Test
    void shouldReadTheAddressThatItWrites() {
        CustomerListQuery query = CustomerListQuery.of(
                        new Compare("city", Op.IN, List.of("a,b", "50%", "c:d")),
                        CustomerFilter.noSegment("rfm"),
                        CustomerFilter.moved("pyramid", "gold", InSet.NONE, FIRST_QUARTER))
                .withSearch("chen")
                .sortedBy("monetary", true)
                .withColumns(List.of("city", "monetary"));

        assertThat(CustomerListQuery.parse(query.parameters())).isEqualTo(query);
    }

    @Test
    void shouldNameConditionsItCannotUseInsteadOfFailing() {
        CustomerListQuery query = CustomerListQuery.parse(Map.of(
                "f", List.of("nonsense", "nowhere:eq:1", "monetary:gte:much", "city:eq:Shanghai"),
                "set", List.of("moved:pyramid:gold:iron:soon", "active")));

        assertThat(query.unread()).containsExactly("nonsense", "active");
        assertThat(list(query).unfit())
                .extracting(CustomerFilter::text)
                .containsExactly("nowhere:eq:1", "monetary:gte:much", "moved:pyramid:gold:iron:soon");
        assertThat(ids(query)).isEqualTo("20");
    }

    @Test
    void shouldExportWhatTheListShowsSafely() {
        StringWriter csv = new StringWriter();
        CustomerListQuery query = CustomerListQuery.ALL.sortedBy("monetary", true);

        lists.export(
                        "shop",
                        query,
                        List.of("city", "monetary", "segment_pyramid"),
                        new CustomerCsv.Headings("Number", "Name"),
                        Locale.ENGLISH)
                .write(csv);

        assertThat(csv.toString()).isEqualTo("""
                \uFEFFNumber,Name,City,Spent,Pyramid\r
                00010,Chen Meiling,Hangzhou,300.00,Gold\r
                00040,'=cmd,Hangzhou,120.00,Gold\r
                00020,Wang Qiang,Shanghai,80.50,Iron\r
                00030,Li Na,,0.00,Iron\r
                """);
        assertThat(audit.actions()).containsExactly("customer.export vertical shop");
    }

    @Test
    void shouldRefuseExportToStaff() {
        rights.become(TestRights.of(Role.STAFF).user());

        assertThatThrownBy(() -> lists.export(
                        "shop", CustomerListQuery.ALL, List.of(), new CustomerCsv.Headings("", ""), Locale.ENGLISH))
                .isInstanceOf(ForbiddenProblem.class);
        assertThat(ids(CustomerListQuery.ALL)).isEqualTo("10 20 30 40");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, quoteCharacter = '"', textBlock = """
            =1+1|'=1+1
            =HYPERLINK("http://x")|'=HYPERLINK("http://x")
            +86 571 8888|'+86 571 8888
            @SUM(A1)|'@SUM(A1)
            -cmd|'-cmd
            -12.50|-12.50
            +3|+3
            -1,234.5|-1,234.5
            -1+1|'-1+1
            ＝1+1|'＝1+1
            Chen|Chen
            a=b|a=b
            """)
    void shouldDisarmCellsThatLookLikeFormulas(String text, String safe) {
        assertThat(CsvCells.safe(text)).isEqualTo(safe);
    }

    @Test
    void shouldDisarmCellsThatBeginWithControlCharacters() {
        assertThat(CsvCells.safe("\t=1")).isEqualTo("'\t=1");
        assertThat(CsvCells.safe("\r=1")).isEqualTo("'\r=1");
        assertThat(CsvCells.safe("\n=1")).isEqualTo("'\n=1");
        assertThat(CsvCells.safe("")).isEmpty();
    }

    private String ids(CustomerFilter filter) {
        Optional<CustomerFilter> read = InSet.parse(filter.text());
        assertThat(read).contains(filter);
        return ids(CustomerListQuery.of(filter));
    }

    private String ids(CustomerListQuery query) {
        return list(query).page(0, 100).stream()
                .map(row -> String.valueOf(row.id()))
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }

    private CustomerList list(CustomerListQuery query) {
        return lists.list("shop", query, Locale.ENGLISH);
    }
}
