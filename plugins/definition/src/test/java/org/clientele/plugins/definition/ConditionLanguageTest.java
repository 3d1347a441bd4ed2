package org.clientele.plugins.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.Layer;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.MetricDefinition.Aggregate;
import org.clientele.plugins.api.MetricDefinition.ValueType;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionLanguageTest {
    private static final List<AttributeDefinition> ATTRIBUTES = List.of(
            attribute("age", FieldType.INTEGER),
            new AttributeDefinition("gender", FieldType.CHOICE, Layer.BASIC, true, List.of("woman", "man"), null, null),
            attribute("city", FieldType.TEXT),
            attribute("member", FieldType.BOOLEAN),
            attribute("birth_date", FieldType.DATE),
            attribute("monthly_pay", FieldType.MONEY));
    private static final List<MetricDefinition> METRICS = List.of(
            metric("frequency", ValueType.COUNT),
            metric("monetary", ValueType.MONEY),
            metric("return_share", ValueType.SHARE),
            metric("last_purchase", ValueType.DATE));
    private static final Scope CUSTOMER = Scope.customer(ATTRIBUTES, METRICS, Map.of("lapse_days", 365.0));
    private static final ActivityDefinition PURCHASES = new ActivityDefinition(
            "purchase",
            "cart",
            List.of(
                    new ActivityField("amount", FieldType.MONEY, List.of()),
                    new ActivityField("quantity", FieldType.INTEGER, List.of()),
                    new ActivityField("channel", FieldType.CHOICE, List.of("online", "store")),
                    new ActivityField("note", FieldType.TEXT, List.of()),
                    new ActivityField("invoice", FieldType.TEXT, List.of())),
            "amount",
            "invoice",
            null);
    private static final Scope PURCHASE = Scope.activity(PURCHASES);
    private static final Scope FORMULA = Scope.formula(vertical(), METRICS);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "age >= 18 && age < 45",
                "age >= 17.5",
                "frequency >= 2.0",
                "monetary > 100",
                "frequency * 2.5 > monetary / frequency",
                "gender == 'woman' || !(city != \"上海\")",
                "gender in ['woman', 'man']",
                "age in [18, 19] || monetary in [1, 2]",
                "age in [-1, 2]",
                "member",
                "missing(city) || city.startsWith('上') || city.endsWith('海') || city.contains('x')",
                "birth_date < date(\"1990-01-31\") && last_purchase != date('2024-02-29')",
                "birth_date in [date('1990-01-31')]",
                "(member ? 1 : 2.5) > -return_share",
                "frequency > lapse_days / 30"
            })
    void shouldAcceptCondition(String expression) {
        assertThat(ConditionLanguage.check(expression, CUSTOMER)).isInstanceOf(ExpressionResult.Checked.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"amount < 0", "channel == 'online' && days_ago <= 365", "amount / quantity > 3"})
    void shouldAcceptConditionOnActivity(String expression) {
        assertThat(ConditionLanguage.check(expression, PURCHASE)).isInstanceOf(ExpressionResult.Checked.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"monetary / frequency", "frequency - 1", "frequency > 1 ? monetary / (frequency - 1) : 0"})
    void shouldAcceptFormula(String expression) {
        assertThat(ConditionLanguage.check(expression, FORMULA)).isInstanceOf(ExpressionResult.Checked.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    agee >= 18                     | EXPRESSION_UNKNOWN_NAME  | 0  | agee           | [age]
                    age >= 18 && sum(age)          | EXPRESSION_UNKNOWN_NAME  | 16 | sum            | [age, gender, city, member, birth_date, monthly_pay, frequency, monetary, return_share, last_purchase, lapse_days]
                    city > 3                       | EXPRESSION_TYPES         | 5  | >              | [word.text, word.whole-number]
                    '上海' == city && city > 3     | EXPRESSION_TYPES         | 21 | >              | [word.text, word.whole-number]
                    member == null                 | EXPRESSION_TYPES         | 7  | ==             | [word.truth, word.nothing]
                    age in 'abc'                   | EXPRESSION_TYPES         | 4  | in             | [word.whole-number, word.text]
                    member && age                  | EXPRESSION_TYPES         | 7  | &&             | [word.truth, word.whole-number]
                    age + 1                        | EXPRESSION_ANSWER        | 0  | word.whole-number | [word.truth]
                    age >=                         | EXPRESSION_SYNTAX        | 6  | age >= …       | []
                    age >= 18 18                   | EXPRESSION_SYNTAX        | 10 | 18             | []
                    gender == 'women'              | EXPRESSION_UNKNOWN_VALUE | 10 | women          | [woman, man]
                    gender in ['woman', 'men']     | EXPRESSION_UNKNOWN_VALUE | 20 | men            | [woman, man]
                    birth_date > date('2024-02-30')| EXPRESSION_DATE          | 18 | 2024-02-30     | []
                    birth_date > date(city)        | EXPRESSION_DATE          | 18 | city)          | []
                    age in [age]                   | EXPRESSION_LIST          | 8  | age]           | []
                    age in []                      | EXPRESSION_LIST          | 7  | 0              | [200]
                    missing()                      | EXPRESSION_TYPES         | 7  | missing        | [word.nothing]
                    missing(age + 1)               | EXPRESSION_MISSING       | 12 | + 1)           | []
                    {'a': 1}.a == 1                | EXPRESSION_FEATURE       | 8  | .a == 1        | []
                    """)
    void shouldSayWhatIsWrongAndWhere(String expression, FindingKind kind, int offset, String found, String expected) {
        ExpressionProblem problem = onlyProblem(expression, CUSTOMER);

        assertThat(problem.kind()).isEqualTo(kind);
        assertThat(problem.offset()).isEqualTo(offset);
        assertThat(problem.found()).isEqualTo(found);
        assertThat(problem.expected()).hasToString(expected);
    }

    @Test
    void shouldRefuseConditionAsFormula() {
        assertThat(onlyProblem("frequency > 1", FORMULA).kind()).isEqualTo(FindingKind.EXPRESSION_ANSWER);
    }

    @Test
    void shouldRefuseMacrosAndConversions() {
        assertThat(onlyProblem("has(age)", CUSTOMER).kind()).isEqualTo(FindingKind.EXPRESSION_UNKNOWN_NAME);
        assertThat(onlyProblem("string(age) == ''", CUSTOMER).kind()).isEqualTo(FindingKind.EXPRESSION_UNKNOWN_NAME);
        assertThat(onlyProblem("[1].exists(x, x == 1)", CUSTOMER)).isNotNull();
    }

    @Test
    void shouldCapLengthDepthAndLists() {
        assertThat(onlyProblem("age > " + "1".repeat(4_000), CUSTOMER).kind())
                .isEqualTo(FindingKind.EXPRESSION_TOO_LONG);
        assertThat(onlyProblem("(".repeat(500) + "member" + ")".repeat(500), CUSTOMER)
                        .kind())
                .isEqualTo(FindingKind.EXPRESSION_TOO_DEEP);
        assertThat(onlyProblem("age in [" + "1, ".repeat(200) + "1]", CUSTOMER).kind())
                .isEqualTo(FindingKind.EXPRESSION_LIST);
    }

    @Test
    void shouldCapTheCost() {
        String one = "age>1";
        String dear = String.join("&&", java.util.Collections.nCopies(570, one));
        assertThat(onlyProblem(dear, CUSTOMER).kind()).isEqualTo(FindingKind.EXPRESSION_TOO_DEAR);
        assertThat(onlyProblem(dear, CUSTOMER).message(java.util.Locale.ENGLISH))
                .contains("costs 2279", "2000 are allowed");
        String fair = String.join("&&", java.util.Collections.nCopies(400, one));
        assertThat(ConditionLanguage.check(fair, CUSTOMER)).isInstanceOf(ExpressionResult.Checked.class);
    }

    /** What somebody typed or pasted is refused or accepted, and always in a moment. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "//",
                "in",
                "m && (",
                "'\\ud800'",
                "\u0000",
                "\ud83d\ude00 > 1",
                "`age`",
                "age > 1e400",
                "1 / 0 > 1",
                "99999999999999999999 > 1",
                "{}",
                "null == null",
                "b'x' == b'x'",
                "1u > 2u",
                "age.b.c",
                "age[0]",
                "p{x: 1}"
            })
    void shouldTakeAnyTextWithoutFailing(String expression) {
        assertThat(ConditionLanguage.check(expression, CUSTOMER)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"!", "-", "1 + ", "member ? member : ", "member == ", "[", "{", "a(", "member && ", "(member || "
            })
    void shouldTakeAnyRepetitionWithoutFailing(String part) {
        String expression = part.repeat(3_900 / part.length()) + "member";

        assertThat(ConditionLanguage.check(expression, CUSTOMER)).isNotNull();
    }

    @Test
    void shouldNameTheVariablesUsed() {
        ExpressionResult result = ConditionLanguage.check("frequency > lapse_days && !missing(city)", CUSTOMER);

        assertThat(result).isInstanceOfSatisfying(ExpressionResult.Checked.class, checked -> {
            assertThat(checked.expression().variables()).containsExactlyInAnyOrder("frequency", "lapse_days", "city");
            assertThat(checked.expression().tree().isChecked()).isTrue();
        });
    }

    private static ExpressionProblem onlyProblem(String expression, Scope scope) {
        ExpressionResult result = ConditionLanguage.check(expression, scope);
        assertThat(result).isInstanceOf(ExpressionResult.Rejected.class);
        return ((ExpressionResult.Rejected) result).problems().getFirst();
    }

    private static AttributeDefinition attribute(String id, FieldType type) {
        return new AttributeDefinition(id, type, Layer.BASIC, false, List.of(), null, null);
    }

    private static MetricDefinition metric(String id, ValueType type) {
        return new MetricDefinition(
                id, type, Layer.BEHAVIOUR, Aggregate.COUNT, "purchase", null, null, null, null, null, false, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "birth_date <= in_months(1)",
                "birth_date > in_months(-6) && birth_date <= in_days(30)",
                "days_until(birth_date) < 90",
                "birth_date in [in_days(0), in_days(1)]",
                "segment_pyramid == \"gold\"",
                "missing(segment_pyramid) || segment_pyramid in [\"gold\", \"lead\"]"
            })
    void shouldCountFromTheAsOfDateAndKnowSegments(String expression) {
        assertThat(ConditionLanguage.check(expression, Scope.member(vertical())))
                .isInstanceOf(ExpressionResult.Checked.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"birth_date <= in_months(age)", "birth_date <= in_days(12001)", "birth_date <= in_months(1 + 1)"
            })
    void shouldRefuseAnOffsetThatIsNotWrittenOut(String expression) {
        assertThat(onlyProblem(expression, Scope.member(vertical())).kind()).isEqualTo(FindingKind.EXPRESSION_OFFSET);
    }

    @Test
    void shouldRefuseASegmentThatTheModelDoesNotHave() {
        assertThat(onlyProblem("segment_pyramid == \"golden\"", Scope.member(vertical()))
                        .kind())
                .isEqualTo(FindingKind.EXPRESSION_UNKNOWN_VALUE);
    }

    @Test
    void shouldKnowOnlyModelsDeclaredBefore() {
        assertThat(onlyProblem("segment_pyramid == \"gold\"", Scope.model(vertical(), "pyramid", Map.of()))
                        .kind())
                .isEqualTo(FindingKind.EXPRESSION_UNKNOWN_NAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count(purchase) > 3",
                "count(purchase, 90) >= 3 && sum(purchase.amount, 90) > 100",
                "count(purchase, 90, purchase.channel == \"online\" && purchase.amount > 20) == 0",
                "count(purchase, 365, purchase.days_ago >= 180 || missing(purchase.note)) > 1",
                "sum(purchase.quantity, 30, purchase.note.startsWith(\"a\")) < frequency",
                "count(purchase, 90) > 2 * count(purchase, 365) / 4",
                "changed(segment_pyramid, 90) || changed(segment_pyramid, \"gold\", \"lead\", 30)",
                "changed_from(segment_pyramid, \"gold\", 90) && changed_to(segment_pyramid, \"lead\", 90)",
                "days_in(segment_pyramid) >= 180",
                "changed(member, 30) || changed_to(member, true, 30) || changed(member, true, false, 7)"
            })
    void shouldCountAndSumActivitiesAndLookBack(String expression) {
        assertThat(ConditionLanguage.check(expression, Scope.member(vertical())))
                .isInstanceOf(ExpressionResult.Checked.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            count(purchase, 0) > 1                                     ; EXPRESSION_WINDOW         ; 16
            count(purchase, frequency) > 1                             ; EXPRESSION_WINDOW         ; 16
            count(purchase, 12001) > 1                                 ; EXPRESSION_WINDOW         ; 16
            count(purchases, 90) > 1                                   ; EXPRESSION_UNKNOWN_NAME   ; 6
            count(frequency, 90) > 1                                   ; EXPRESSION_TYPES          ; 5
            count(purchase, 90, purchase.chanel == "x") > 1            ; EXPRESSION_UNKNOWN_NAME   ; 28
            count(purchase, 90, purchase.channel == "shop") > 1        ; EXPRESSION_UNKNOWN_VALUE  ; 40
            count(purchase, 90, frequency > 1) > 1                     ; EXPRESSION_ROW            ; 20
            count(purchase, 90, count(purchase) > 1) > 1               ; EXPRESSION_ROW            ; 25
            count(purchase, 90, purchase.invoice == "a") > 1           ; EXPRESSION_UNKNOWN_NAME   ; 28
            purchase.channel == "online"                               ; EXPRESSION_ACTIVITY_FIELD ; 8
            sum(frequency, 90) > 1                                     ; EXPRESSION_SUM            ; 4
            sum(purchase.days_ago) > 1                                 ; EXPRESSION_SUM            ; 12
            sum(purchase.channel, 90) > 1                              ; EXPRESSION_TYPES          ; 3
            changed(city, 90)                                          ; EXPRESSION_HISTORY        ; 8
            changed_to(segment_pyramid, "golden", 90)                  ; EXPRESSION_UNKNOWN_VALUE  ; 28
            changed_from(segment_pyramid, city, 90)                    ; EXPRESSION_UNKNOWN_VALUE  ; 30
            changed(segment_pyramid, 0)                                ; EXPRESSION_WINDOW         ; 25
            days_in(city) > 3                                          ; EXPRESSION_HISTORY        ; 8
            changed_to(member, "true", 90)                             ; EXPRESSION_TYPES          ; 10
            changed_to(member, missing(city), 90)                      ; EXPRESSION_UNKNOWN_VALUE  ; 26
            changed(segment_pyramid)                                   ; EXPRESSION_TYPES          ; 7
            """)
    void shouldSayWhereAnActivityOrAHistoryIsWrittenWrongly(String expression, FindingKind kind, int offset) {
        ExpressionProblem problem = onlyProblem(expression, Scope.member(vertical()));

        assertThat(problem.kind()).isEqualTo(kind);
        assertThat(problem.offset()).isEqualTo(offset);
    }

    @Test
    void shouldCountRowsOfActivitiesAmongTheCost() {
        String dear =
                String.join(" || ", java.util.Collections.nCopies(30, "count(purchase, 9, purchase.amount > 2) > 1"));

        assertThat(onlyProblem(dear, Scope.member(vertical())).kind()).isEqualTo(FindingKind.EXPRESSION_TOO_DEAR);
    }

    private static VerticalDefinition vertical() {
        ModelDefinition pyramid = new ModelDefinition.Tiers(
                "pyramid",
                List.of(new SegmentDefinition("gold", null), new SegmentDefinition("lead", null)),
                null,
                "monetary",
                ModelDefinition.Tiers.Method.FIXED,
                List.of(100.0));
        return new VerticalDefinition(
                "shop",
                "store",
                "EUR",
                "purchase",
                "monetary",
                ATTRIBUTES,
                List.of(PURCHASES),
                METRICS,
                List.of(pyramid),
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}
