package org.clientele.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.clientele.engine.Fixtures;
import org.clientele.engine.column.Value;
import org.clientele.engine.condition.Check;
import org.clientele.engine.condition.Gap;
import org.clientele.engine.condition.Operator;
import org.clientele.engine.condition.Truth;
import org.clientele.engine.figure.MatrixFigures;
import org.clientele.plugins.api.ModelDefinition.Matrix;
import org.clientele.plugins.api.ModelDefinition.Matrix.Axis;
import org.clientele.plugins.api.ModelDefinition.Matrix.Method;
import org.junit.jupiter.api.Test;

class MatrixTest {
    private static final Axis MONEY = new Axis("monetary", Method.FIXED, List.of(0.0, 100.0));
    private static final Axis ORDERS = new Axis("frequency", Method.FIXED, List.of(3.0));

    /** Money negative, low, high from below; few and many orders from the left. */
    private static final Matrix MATRIX = matrix(
            MONEY, ORDERS, List.of(List.of("drop", "mend"), List.of("watch", "grow"), List.of("invite", "partner")));

    private static Matrix matrix(Axis rows, Axis columns, List<List<String>> grid) {
        return new Matrix(
                "matrix",
                Fixtures.segments("partner", "grow", "invite", "watch", "mend", "drop"),
                null,
                rows,
                columns,
                grid);
    }

    private static MatrixResult evaluate(Matrix model, ModelFixture fixture) {
        return (MatrixResult) ModelEngine.evaluate(model, fixture.context());
    }

    private static List<String> segments(MatrixResult result) {
        return IntStream.range(0, result.size())
                .mapToObj(c -> result.segment(c) == ModelResult.NONE ? "-" : result.segmentId(result.segment(c)))
                .toList();
    }

    @Test
    void shouldPlaceThePopulationOnlyAndCutByIt() {
        Axis half = new Axis("monetary", Method.PERCENTILE, List.of(0.5));
        Axis orders = new Axis("frequency", Method.FIXED, List.of(3.0));
        Matrix some = new Matrix(
                "matrix",
                Fixtures.segments("partner", "grow", "invite", "watch"),
                null,
                "frequency < 9",
                half,
                orders,
                List.of(List.of("watch", "grow"), List.of("invite", "partner")));
        MatrixResult result = evaluate(
                some,
                new ModelFixture()
                        .customer(5, 9, 900_00)
                        .customer(5, 9, 800_00)
                        .customer(5, 2, 10_00)
                        .customer(5, 3, 20_00));

        assertThat(segments(result)).containsExactly("-", "-", "watch", "partner");
        assertThat(result.reason(0).checks()).extracting(Check::subject).containsExactly("frequency");
    }

    @Test
    void shouldPutEachCustomerIntoTheCellOfItsTwoLevels() {
        MatrixResult result = evaluate(
                MATRIX,
                new ModelFixture()
                        .customer(5, 2, -1)
                        .customer(5, 3, -1)
                        .customer(5, 2, 0)
                        .customer(5, 3, 99_99)
                        .customer(5, 1, 100_00)
                        .customer(5, 9, 500_00)
                        .absent(5, 9, 500_00));

        assertThat(segments(result)).containsExactly("drop", "mend", "watch", "grow", "invite", "partner", "-");
        assertThat(result.row(3)).isEqualTo(1);
        assertThat(result.column(3)).isEqualTo(1);
        assertThat(result.row(6)).isEqualTo(ModelResult.NONE);
        assertThat(result.cell(1, 1).stream()).containsExactly(3);
        assertThat(result.rowCuts()).containsExactly(money(0), money(100_00));
        assertThat(result.columnCuts()).containsExactly(new Value.Whole(3));
    }

    @Test
    void shouldKeepEqualValuesOfAPercentileInOneLevel() {
        Axis halves = new Axis("monetary", Method.PERCENTILE, List.of(0.5));
        Axis recency = new Axis("recency", Method.PERCENTILE, List.of(0.25, 0.75));
        Matrix model = matrix(
                halves, recency, List.of(List.of("drop", "mend", "watch"), List.of("invite", "grow", "partner")));
        MatrixResult result = evaluate(
                model,
                new ModelFixture()
                        .customer(1, 1, 10)
                        .customer(2, 1, 20)
                        .customer(2, 1, 20)
                        .customer(9, 1, 30)
                        .without(4));

        assertThat(result.rowCuts()).containsExactly(money(20));
        assertThat(result.columnCuts()).containsExactly(new Value.Whole(1), new Value.Whole(2));
        assertThat(segments(result)).containsExactly("drop", "mend", "mend", "partner", "-");
    }

    @Test
    void shouldHaveNoCutsForNobodyAndOneLevelForOne() {
        Axis halves = new Axis("monetary", Method.PERCENTILE, List.of(0.5));
        Matrix model = matrix(halves, ORDERS, List.of(List.of("drop", "drop"), List.of("invite", "partner")));

        MatrixResult nobody = evaluate(model, new ModelFixture());
        assertThat(nobody.rowCuts()).isEmpty();
        assertThat(nobody.counts()).containsOnly(0);
        MatrixResult one = evaluate(model, new ModelFixture().customer(1, 1, 10));
        assertThat(segments(one)).containsExactly("drop");
        assertThat(one.reason(0).better())
                .isEqualTo(new Reason.Better(
                        "invite", List.of(new Gap("monetary", Operator.AT_LEAST, money(11), money(1)))));
    }

    @Test
    void shouldSayTheLevelsAndWhatTheNearestBetterCellNeeds() {
        MatrixResult result =
                evaluate(MATRIX, new ModelFixture().customer(5, 2, 40_00).customer(5, 7, 200_00));

        assertThat(result.reason(0))
                .isEqualTo(new Reason(
                        "matrix",
                        "watch",
                        List.of(
                                check("monetary", money(40_00), Operator.AT_LEAST, money(0), 2),
                                check("frequency", new Value.Whole(2), Operator.LESS, new Value.Whole(3), 1)),
                        false,
                        new Reason.Better(
                                "invite",
                                List.of(new Gap("monetary", Operator.AT_LEAST, money(100_00), money(60_00))))));
        assertThat(result.reason(1).best()).isTrue();
        assertThat(result.reason(1).better()).isNull();
    }

    @Test
    void shouldNameBothWhenBothAreNeeded() {
        Matrix corner = matrix(
                MONEY, ORDERS, List.of(List.of("drop", "drop"), List.of("drop", "drop"), List.of("drop", "grow")));
        Reason.Better better = evaluate(corner, new ModelFixture().customer(5, 1, 40_00))
                .reason(0)
                .better();

        assertThat(better)
                .isEqualTo(new Reason.Better(
                        "grow",
                        List.of(
                                new Gap("monetary", Operator.AT_LEAST, money(100_00), money(60_00)),
                                new Gap("frequency", Operator.AT_LEAST, new Value.Whole(3), new Value.Whole(2)))));
    }

    @Test
    void shouldNotAskForWhatNobodyCanStillBring() {
        Matrix few = matrix(
                MONEY, ORDERS, List.of(List.of("grow", "drop"), List.of("grow", "drop"), List.of("grow", "drop")));
        MatrixResult result = evaluate(few, new ModelFixture().customer(5, 4, 50_00));

        assertThat(segments(result)).containsExactly("drop");
        assertThat(result.reason(0).better()).isNull();
        Axis lately = new Axis("recency", Method.FIXED, List.of(10.0));
        Matrix once = matrix(lately, ORDERS, List.of(List.of("grow", "mend"), List.of("drop", "drop")));
        Reason.Better visit =
                evaluate(once, new ModelFixture().customer(50, 2, 1)).reason(0).better();
        assertThat(visit)
                .as("a purchase today makes three of two")
                .isEqualTo(new Reason.Better(
                        "mend",
                        List.of(
                                new Gap("recency", Operator.AT_MOST, new Value.Whole(9), new Value.Whole(-41)),
                                new Gap("frequency", Operator.AT_LEAST, new Value.Whole(3), new Value.Whole(1)))));
    }

    @Test
    void shouldGoDownWhereLessIsBetter() {
        Axis lately = new Axis("recency", Method.FIXED, List.of(30.0, 90.0));
        Axis spread = new Axis("monetary", Method.PERCENTILE, List.of(0.5));
        Matrix model = matrix(
                lately,
                spread,
                List.of(List.of("grow", "partner"), List.of("watch", "invite"), List.of("drop", "mend")));
        MatrixResult result = evaluate(
                model, new ModelFixture().customer(90, 1, 5).customer(29, 1, 10).customer(89, 1, 20));

        assertThat(segments(result)).containsExactly("drop", "grow", "invite");
        assertThat(result.reason(0).better())
                .isEqualTo(new Reason.Better(
                        "mend", List.of(new Gap("monetary", Operator.AT_LEAST, money(11), money(6)))));
        assertThat(result.reason(2).better())
                .isEqualTo(new Reason.Better(
                        "partner",
                        List.of(new Gap("recency", Operator.AT_MOST, new Value.Whole(29), new Value.Whole(-60)))));
    }

    @Test
    void shouldSayWhichMeasureIsMissing() {
        Axis basket = new Axis("basket", Method.FIXED, List.of(10.0));
        Axis lately = new Axis("recency", Method.FIXED, List.of(10.0));
        Matrix model = matrix(basket, lately, List.of(List.of("drop", "mend"), List.of("invite", "partner")));
        MatrixResult result = evaluate(model, new ModelFixture().without(1).absent(1, 1, 1));

        assertThat(result.reason(0).segment()).isNull();
        assertThat(result.reason(0).checks()).extracting(Check::subject).containsExactly("basket", "recency");
        assertThat(result.reason(1).checks()).isEmpty();
    }

    @Test
    void shouldCountAndSumEachCell() {
        ModelFixture fixture =
                new ModelFixture().customer(5, 1, 10_00).customer(5, 1, 20_00).customer(5, 5, -3_00);
        MatrixResult result = evaluate(MATRIX, fixture);

        MatrixFigures.Cell[][] cells =
                MatrixFigures.cells(result, fixture.context().metrics().column("monetary"));

        assertThat(cells[1][0]).isEqualTo(new MatrixFigures.Cell(2, money(30_00)));
        assertThat(cells[0][1]).isEqualTo(new MatrixFigures.Cell(1, money(-3_00)));
        assertThat(Arrays.stream(cells)
                        .flatMap(Arrays::stream)
                        .mapToInt(MatrixFigures.Cell::count)
                        .sum())
                .isEqualTo(3);
    }

    @Test
    void shouldRefuseCutsAndGridsThatDoNotFit() {
        Axis falling = new Axis("monetary", Method.FIXED, List.of(5.0, 5.0));
        List<List<String>> three = List.of(List.of("drop", "drop"), List.of("drop", "drop"), List.of("drop", "drop"));
        assertThatThrownBy(() -> evaluate(matrix(falling, ORDERS, three), new ModelFixture()))
                .hasMessageContaining("needs ascending cuts for monetary")
                .hasMessageContaining("[5.0, 5.0]");
        assertThatThrownBy(() -> evaluate(matrix(ORDERS, ORDERS, three), new ModelFixture()))
                .hasMessageContaining("needs a grid of 2 rows of 2 segments");
        Axis text = new Axis("city", Method.FIXED, List.of(5.0));
        assertThatThrownBy(() -> evaluate(
                        matrix(text, ORDERS, List.of(List.of("drop", "drop"), List.of("drop", "drop"))),
                        new ModelFixture()))
                .hasMessage("Model matrix needs a metric or a numeric attribute for its axes, found city");
    }

    private static Check check(String subject, Value actual, Operator operator, Value cut, int level) {
        return new Check(subject, actual, operator, List.of(cut), null, Truth.HOLDS, level);
    }

    private static Value money(long minor) {
        return new Value.Money(minor, 2);
    }
}
