package org.clientele.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.customer.TestVertical;
import org.clientele.dataimport.Interpretation.Rejection;
import org.clientele.dataimport.Interpretation.TypedRow;
import org.clientele.dataimport.file.DecimalMark;
import org.clientele.dataimport.file.FileFormat;
import org.clientele.dataimport.file.RawRow;
import org.clientele.dataimport.file.Separator;
import org.clientele.dataimport.file.TextEncoding;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ImportPreset.Column;
import org.clientele.plugins.api.ImportPreset.Duplicates;
import org.clientele.plugins.api.ImportPreset.Transform;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What texts of a file stand for, in a file that writes 1.234,5 and 31/01/2024. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowInterpreterTest {
    private TestDatabase database;
    private Vertical vertical;

    @BeforeAll
    void open() {
        database = TestDatabase.create(TestDatabase.Kind.HSQLDB);
        vertical = TestVertical.create(database);
    }

    @AfterAll
    void close() throws Exception {
        database.close();
    }

    @Test
    void shouldReadWhatATextStandsFor() {
        assertThat(value("gender", Map.of("F", "female"), " F ")).isEqualTo("female");
        assertThat(value("member", Map.of("No internet service", "false"), "No internet service"))
                .isEqualTo(false);
        assertThat(value("visits", Map.of("none", "0"), "none")).isEqualTo(0L);
        assertThat(value("distance", Map.of("near", "1.5"), "near")).isEqualTo(1.5);
        assertThat(value("budget", Map.of("small", "1000.50"), "small")).isEqualTo(100_050L);
        assertThat(value("born", Map.of("start", "2024-01-31"), "start")).isEqualTo(LocalDate.of(2024, 1, 31));
        assertThat(value("city", Map.of("SH", "上海"), "SH")).isEqualTo("上海");
    }

    @Test
    void shouldReadOtherTextsAsTheyStandInTheFilesOwnWay() {
        assertThat(value("gender", Map.of("F", "female"), "Male")).isEqualTo("male");
        assertThat(value("budget", Map.of("small", "1000.50"), "1.234,5")).isEqualTo(123_450L);
        assertThat(value("born", Map.of("start", "2024-01-31"), "30/01/2024")).isEqualTo(LocalDate.of(2024, 1, 30));
    }

    @Test
    void shouldTakeNothingFromTextsThatMeanNoValue() {
        assertThat(value("city", column("city", Map.of(), "MISSING", "?"), " MISSING "))
                .isNull();
        assertThat(value("visits", column("visits", Map.of(), "MISSING", "?"), "?"))
                .isNull();
        assertThat(value("city", column("city", Map.of(), "MISSING", "?"), "missing"))
                .isEqualTo("missing");
        assertThat(value("city", column("city", Map.of(), "MISSING"), " ")).isNull();
    }

    @Test
    void shouldMeanTheSameInColumnsThatAreTransformed() {
        Column product = new Column(
                "budget", List.of("a", "b"), Transform.MULTIPLY, null, Map.of("once", "1"), List.of("unknown"));
        assertThat(value(product, "once", "2,50")).isEqualTo(250L);
        assertThat(value(product, "unknown", "2,50")).isNull();
        Column begins = new Column("member", List.of("a"), Transform.STARTS_WITH, "M", Map.of(), List.of("MISSING"));
        assertThat(value(begins, "M1", "")).isEqualTo(true);
        assertThat(value(begins, "MISSING", "")).isNull();
    }

    @Test
    void shouldNameTheKnownTextsWhereOneIsNotKnown() {
        Interpretation unknown = interpret(column("gender", Map.of("F", "female", "H", "male")), "X", "");

        assertThat(unknown).isEqualTo(new Rejection(2, 2, "a", "X", Reason.NOT_A_CHOICE, "F, H"));
    }

    @Test
    void shouldRefuseACustomerWithoutANumber() {
        Column number = new Column("customer", List.of("id"), Transform.NONE, null, Map.of(), List.of("0"));
        ImportPlan plan = plan(number, column("city", Map.of()));

        assertThat(new RowInterpreter(plan, vertical).interpret(new RawRow(2, List.of("0", "x", ""))))
                .isEqualTo(new Rejection(2, 1, "id", "0", Reason.NO_CUSTOMER, ""));
    }

    private @Nullable Object value(String attribute, Map<String, String> values, String text) {
        return value(attribute, column(attribute, values), text);
    }

    private @Nullable Object value(String attribute, Column column, String text) {
        assertThat(column.target()).isEqualTo(attribute);
        return value(column, text, "");
    }

    private @Nullable Object value(Column column, String first, String second) {
        return ((TypedRow) interpret(column, first, second)).attributes().getFirst();
    }

    private Interpretation interpret(Column column, String first, String second) {
        Column number = new Column("customer", List.of("id"), Transform.NONE, null);
        return new RowInterpreter(plan(number, column), vertical).interpret(new RawRow(2, List.of("1", first, second)));
    }

    private ImportPlan plan(Column... mappings) {
        FileFormat format =
                new FileFormat(TextEncoding.UTF_8, Separator.SEMICOLON, true, "d/M/yyyy", DecimalMark.COMMA);
        ImportPlan plan = new ImportPlan(
                "customer",
                format,
                List.of("id", "a", "b"),
                List.of(mappings),
                Duplicates.KEEP,
                "CNY",
                UnknownOwners.UNASSIGNED,
                null);
        assertThat(PlanCheck.check(plan, vertical)).isEmpty();
        return plan;
    }

    private static Column column(String target, Map<String, String> values, String... missing) {
        return new Column(target, List.of("a"), Transform.NONE, null, values, List.of(missing));
    }
}
