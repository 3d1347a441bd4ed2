package org.clientele.plugins.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionReaderTest {
    private static final String SHOP = resource("shop.yaml");

    @Test
    void shouldReadDefinition() {
        VerticalDefinition shop = valid(SHOP);

        assertThat(shop.id()).isEqualTo("shop");
        assertThat(shop.attributes()).hasSize(2);
        assertThat(shop.metric("recency_days")).isNotNull().satisfies(m -> assertThat(m.lowerIsBetter())
                .isTrue());
        assertThat(shop.models()).hasSize(6);
        assertThat(shop.imports().getFirst().hasHeader()).isTrue();
        assertThat(shop.sample()).isNotNull();
    }

    @Test
    void shouldKeepAllSharesButTheLastAndEqualWeights() {
        VerticalDefinition shop = valid(SHOP);

        assertThat(shop.model("pyramid"))
                .isInstanceOfSatisfying(ModelDefinition.Tiers.class, tiers -> assertThat(tiers.borders())
                        .containsExactly(0.01, 0.04, 0.15));
        assertThat(shop.model("rfm")).isInstanceOfSatisfying(ModelDefinition.Rfm.class, rfm -> {
            assertThat(rfm.weights()).containsExactly(1.0, 1.0, 1.0);
            assertThat(rfm.recencyCuts()).containsExactly(10.0, 20.0, 40.0, 80.0);
            assertThat(rfm.frequencyCuts()).isEmpty();
            assertThat(rfm.grid().get(4)).containsExactly("rest", "rest", "rest", "best", "best");
        });
    }

    @Test
    void shouldReadEarlierIds() {
        VerticalDefinition shop = valid(SHOP.replace("{ id: age, t", "{ id: age, aliases: [years], t")
                .replace("{ id: channel, t", "{ id: channel, aliases: [way, path], t")
                .replace("    amount: amount\n", "    amount: amount\n    aliases: [sale]\n"));

        assertThat(shop.attributes().getFirst().aliases()).containsExactly("years");
        assertThat(shop.activities().getFirst().aliases()).containsExactly("sale");
        assertThat(shop.activities().getFirst().fields().get(2).aliases()).containsExactly("way", "path");
        assertThat(shop.activities().getFirst().fields().getFirst().aliases()).isEmpty();
    }

    /** Each line changes the valid definition in one place and says what is found: kind, line:column, path, found, expected. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    icon: cart\\ncurr  | icon: [\\ncurr          | YAML_SYNTAX         | 4:16  |                          | expected ',' or ']', but got :   | []
                    icon: cart\\ncurr  | icon: &x cart\\ncurr    | YAML_FEATURE        | 2:7   |                          | &x                               | []
                    icon: cart\\ncurr  | icon: *x\\ncurr         | YAML_FEATURE        | 2:7   |                          | *x                               | []
                    icon: cart\\ncurr  | icon: !!str cart\\ncurr | YAML_FEATURE        | 2:7   |                          | tag:yaml.org,2002:str            | []
                    icon: cart\\ncurr  | icon: c\\nicon: d\\ncurr | DUPLICATE_KEY       | 3:1   | /icon                    | icon                             | []
                    icon: cart\\ncurr  | curr                    | MISSING_KEY         | 1:1   |                          | icon                             | [icon]
                    icon: cart\\ncurr  | ikon: x\\nicon: x\\ncurr | UNKNOWN_KEY         | 2:1   | /ikon                    | ikon                             | [icon]
                    icon: cart\\ncurr  | icon: 5\\ncurr          | WRONG_TYPE          | 2:7   | /icon                    | 5                                | [word.text]
                    icon: cart\\ncurr  | icon:\\ncurr            | WRONG_TYPE          | 2:6   | /icon                    | word.nothing                     | [word.text]
                    icon: cart\\ncurr  | icon: Cart\\ncurr       | BAD_FORMAT          | 2:7   | /icon                    | Cart                             | [^[a-z][a-z0-9-]{0,39}$]
                    id: shop           | id: s                   | BAD_FORMAT          | 1:5   | /id                      | s                                | [^[a-z][a-z0-9-]{2,40}$]
                    currency: EUR\\np  | currency: XQX\\np       | BAD_FORMAT          | 3:11  | /currency                | XQX                              | [ISO 4217]
                    primaryActivity: p | primaryActivity: x      | UNKNOWN_REFERENCE   | 4:18  | /primaryActivity         | xurchase                         | [purchase]
                    valueMetric: mon   | valueMetric: mom        | UNKNOWN_REFERENCE   | 5:14  | /valueMetric             | mometary                         | [monetary]
                    valueMetric: monetary | valueMetric: last_purchase | WRONG_KIND    | 5:14  | /valueMetric             | last_purchase                    | [word.number]
                    id: age, type: integer | id: age, type: int  | VALUE_NOT_LISTED    | 7:22  | /attributes/0/type       | int                              | [text, integer, decimal, money, boolean, date, choice]
                    id: gender, t      | id: age, t              | DUPLICATE_ID        | 8:11  | /attributes/1/id         | age                              | []
                    id: age, t         | id: frequency, t        | DUPLICATE_ID        | 27:11 | /metrics/1/id            | frequency                        | []
                    id: gender, t      | id: missing, t          | RESERVED_ID         | 8:11  | /attributes/1/id         | missing                          | []
                    id: age, t         | id: age, aliases: [gender], t | DUPLICATE_ID | 7:26 | /attributes/0/aliases/0  | gender                           | []
                    id: channel, t     | id: channel, aliases: [a, amount], t | DUPLICATE_ID | 15:37 | /activities/0/fields/2/aliases/1 | amount      | []
                    \\n    amount: amount | \\n    aliases: [purchase]\\n    amount: amount | DUPLICATE_ID | 17:15 | /activities/0/aliases/0 | purchase  | []
                    , values: [woman, man] | ``                  | MISSING_KEY         | 8:5   | /attributes/1            | values                           | [values]
                    [woman, man]       | [man, man]              | REPEATED_ITEM       | 8:71  | /attributes/1/values     | ["man","man"]                    | []
                    personal: true, source: s1 | personal: true, values: [a] | NOT_ALLOWED_HERE | 7:61 | /attributes/0/values   | values                           | [type: choice]
                    id: is_return, type | id: days_ago, type     | RESERVED_ID         | 16:15 | /activities/0/fields/3/id | days_ago                        | []
                    \\n    amount: amount | \\n    amount: document | WRONG_KIND        | 17:13 | /activities/0/amount     | document                         | [word.money]
                    document: document | document: documen       | UNKNOWN_REFERENCE   | 18:15 | /activities/0/document   | documen                          | [document]
                    where: amount >= 0 | where: amount >= "0"    | EXPRESSION_TYPES    | 25:19 | /metrics/0/where         | >=                               | [word.number, word.text]
                    where: amount >= 0 | windowDays: 0           | OUT_OF_RANGE        | 25:17 | /metrics/0/windowDays    | 0                                | [≥ 1]
                    sum, activity: purchase, field: amount | sum, activity: purchase, field: channel | WRONG_KIND | 28:91 | /metrics/2/field | channel | [word.number]
                    sum, activity: purchase, field: amount | sum, activity: purchase | MISSING_KEY | 28:5 | /metrics/2          | field                            | [field]
                    aggregate: count, activity: purchase | aggregate: count, activity: bill | UNKNOWN_REFERENCE | 27:81 | /metrics/1/activity | bill | [purchase]
                    id: frequency, type: count | id: frequency, type: days | VALUE_NOT_LISTED | 27:28 | /metrics/1/type      | days                             | [count]
                    channel == "online" } | channel == "onlin" } | EXPRESSION_UNKNOWN_VALUE | 29:112 | /metrics/3/share     | onlin                            | [online, offline]
                    formula: monetary / f | formula: monetary / average_basket + f | EXPRESSION_UNKNOWN_NAME | 31:94 | /metrics/5/formula | average_basket | [age, gender, recency_days, frequency, monetary, online_share, last_purchase]
                    kind: rfm          | kind: rmf               | VALUE_NOT_LISTED    | 34:11 | /models/0/kind           | rmf                              | [rfm, tiers, rules, life_cycle, matrix, clusters, churn, clv, custom]
                    recency: recency_days | recency: frequency   | WRONG_KIND          | 38:14 | /models/0/recency        | frequency                        | [word.days]
                    [10, 20, 40, 80]   | [10, 20, 20, 80]        | NOT_ASCENDING       | 41:27 | /models/0/recencyCuts/2  | 20.0                             | []
                    [10, 20, 40, 80]   | [10, 20, 40]            | WRONG_COUNT         | 41:18 | /models/0/recencyCuts    | 3                                | [≥ 4]
                    [rest, rest, rest, best, best]\\n      - | [rest, rest, rest, bst, best]\\n      - | UNKNOWN_REFERENCE | 46:28 | /models/0/grid/3/3 | bst | [best, rest]
                    - { id: rest }     | - { id: rest }\\n      - { id: odd } | UNREACHABLE_SEGMENT | 38:9 | /models/0/segments/2 | odd                        | []
                    0.15, 0.80         | 0.15, 0.81              | SHARES_NOT_ONE      | 52:13 | /models/1/shares         | 1.01                             | []
                    shares: [0.01, 0.04, 0.15, 0.80] | shares: [0.01, 0.04, 0.95] | WRONG_COUNT | 52:13 | /models/1/shares | 3                            | [4]
                    shares: [0.01, 0.04, 0.15, 0.80] | shares: [0.01, 0.04, 0.15, 0.80]\\n    borders: [1] | NOT_ALLOWED_HERE | 53:5 | /models/1/borders | borders | [shares]
                    borders: [0.9, 0.97] | borders: [0.97, 0.9]  | NOT_ASCENDING       | 58:21 | /models/2/borders/1      | 0.9                              | []
                    borders: [0.9, 0.97] | borders: [0.9, 1.5]   | OUT_OF_RANGE        | 58:20 | /models/2/borders/1      | 1.5                              | [> 0, < 1]
                    borders: [1000, 100] | borders: [100, 1000]  | NOT_DESCENDING      | 64:20 | /models/3/borders/1      | 1000.0                           | []
                    when: age < 45     | when: age << 45         | EXPRESSION_SYNTAX   | 71:38 | /models/4/rules/0/when   | < 45                             | []
                    otherwise: old     | otherwise: olds         | UNKNOWN_REFERENCE   | 72:16 | /models/4/otherwise      | olds                             | [old]
                    lapse_days: 365 }  | lapse_days: 365, age: 3 } | DUPLICATE_ID      | 75:36 | /models/5/parameters/age | age                              | []
                    course: [active, lapsed] | course: [active]  | WRONG_COUNT         | 77:13 | /models/5/course         | 1                                | [lapsed]
                    model: rfm, segment: best | model: rfm, segment: bet | UNKNOWN_REFERENCE | 82:28 | /strategies/0/segment | bet                          | [best, rest]
                    dateFormat: yyyyMMdd | dateFormat: yyyyXXXXXXmm | BAD_FORMAT       | 88:17 | /imports/0/dateFormat    | yyyyXXXXXXmm                     | [yyyy-MM-dd]
                    from: [Date]       | from: [Dat]             | UNKNOWN_REFERENCE   | 91:32 | /imports/0/columns/1/from/0 | Dat                           | [Date]
                    target: time       | target: tim             | UNKNOWN_REFERENCE   | 91:19 | /imports/0/columns/1/target | tim                           | [time]
                    , transform: multiply | ``                   | WRONG_COUNT         | 92:33 | /imports/0/columns/2/from | 2                               | [1]
                    , argument: C      | ``                      | MISSING_KEY         | 93:9  | /imports/0/columns/3     | argument                         | [argument]
                    target: is_return  | target: channel         | WRONG_KIND          | 93:19 | /imports/0/columns/3/target | channel                       | [word.truth]
                    kind: customers }  | kind: customers, model: rfm } | NOT_ALLOWED_HERE | 96:39 | /tiles/0/model         | model                            | [kind: customers]
                    kind: revenue, activity: purchase | kind: revenue | MISSING_KEY    | 97:5  | /tiles/1                 | activity                         | [activity]
                    kind: rfm_grid, model: rfm | kind: rfm_grid, model: abc | UNKNOWN_REFERENCE | 99:40 | /tiles/3/model | abc                          | [rfm]
                    activity: purchase\\n      pattern | activity: bill\\n      pattern | UNKNOWN_REFERENCE | 105:17 | /sample/activities/0/activity | bill                 | [purchase]
                    perYear: 4         | everyDays: 4            | MISSING_KEY         | 105:7 | /sample/activities/0     | perYear                          | [perYear]
                    pattern: purchases | pattern: periodic       | MISSING_KEY         | 105:7 | /sample/activities/0     | everyDays                        | [everyDays]
                    pattern: purchases | pattern: dated          | MISSING_KEY         | 105:7 | /sample/activities/0     | after                            | [after]
                    perYear: 4         | when: organisatio\\n      perYear: 4 | EXPRESSION_UNKNOWN_NAME | 107:13 | /sample/activities/0/when | organisatio | [organisation]
                    field: amount, amount | field: channel, amount | WRONG_KIND        | 110:20 | /sample/activities/0/fields/0/field | channel              | [word.number]
                    { field: amount, amount: { average: 40 } } | { field: channel, choice: { onlin: 1 } } | VALUE_NOT_LISTED | 110:46 | /sample/activities/0/fields/0/choice/onlin | onlin | [online]
                    { field: amount, amount: { average: 40 } } | { field: amount, constant: many } | WRONG_KIND | 110:38 | /sample/activities/0/fields/0/constant | many | [word.money]
                    { field: amount, amount: { average: 40 } } | { field: amount, missing: 0.5 } | MISSING_KEY | 110:11 | /sample/activities/0/fields/0 | choice | [choice, chance, normal, skewed, uniform, day, after, amount, like, sequence, person, constant, key]
                    { field: amount, amount: { average: 40 } } | { field: amount, chance: 1, amount: { average: 40 } } | NOT_ALLOWED_HERE | 110:39 | /sample/activities/0/fields/0/amount | amount | [chance]
                    { field: amount, amount: { average: 40 } } | { field: amount, uniform: { least: 5, most: 4 } } | OUT_OF_RANGE | 110:55 | /sample/activities/0/fields/0/uniform/most | 4.0 | [≥ 5.0]
                    { field: amount, amount: { average: 40 } } | { field: amount, like: { attribute: amount, times: channel } } | WRONG_KIND | 110:62 | /sample/activities/0/fields/0/like/times | channel | [word.number]
                    { field: amount, amount: { average: 40 } } | { field: document, key: unit } | UNKNOWN_REFERENCE | 110:35 | /sample/activities/0/fields/0/key | unit | []
                    """)
    void shouldSayWhatIsWrongAndWhere(
            String part, String wrong, FindingKind kind, String place, String path, String found, String expected) {
        assertFinding(SHOP, part, wrong, kind, place, path, found, expected);
    }

    @Test
    void shouldReportEverythingAtOnceInTheOrderOfTheFile() {
        String yaml = SHOP.replace("primaryActivity: purchase", "primaryActivity: sale")
                .replace("age < 45", "agee < 45")
                .replace("segment: best }", "segment: bet }");

        assertThat(invalid(yaml))
                .extracting(Finding::path)
                .containsExactly("/primaryActivity", "/models/4/rules/0/when", "/strategies/0/segment");
    }

    @Test
    void shouldBoundSizeAndDepth() {
        String large = SHOP + "#".repeat(DefinitionReader.MAX_BYTES);
        String deep = "id: " + "[".repeat(60) + "]".repeat(60);

        assertThat(invalid(large)).extracting(Finding::kind).containsExactly(FindingKind.FILE_TOO_LARGE);
        assertThat(invalid(deep)).extracting(Finding::kind).containsExactly(FindingKind.YAML_TOO_DEEP);
    }

    /** Checking thousands of conditions would take many seconds. */
    @Test
    void shouldBoundConditionsAndFindings() {
        StringBuilder points = new StringBuilder();
        StringBuilder strategies = new StringBuilder("strategies:\n");
        for (int metric = 0; metric < 40; metric++) {
            points.append("  - { id: p%d, type: count, layer: value, aggregate: points, points: [".formatted(metric));
            points.append("{ when: frequency > 1, points: 1 }, ".repeat(50)).append("] }\n");
        }
        strategies.append("  - { model: rfm, segment: odd }\n".repeat(999));

        assertThat(invalid(SHOP.replace("models:\n", points + "models:\n")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind()).isEqualTo(FindingKind.TOO_MANY_EXPRESSIONS));
        assertThat(invalid(SHOP.replace("strategies:\n", strategies.toString())))
                .hasSize(Report.MAX_FINDINGS);
    }

    @Test
    void shouldNameTheLineThatIsNotUtf8() {
        byte[] gbk = ("id: shop\n# " + "\u96f6\u552e" + "\n").getBytes(java.nio.charset.Charset.forName("GBK"));

        DefinitionResult result = DefinitionReader.read(gbk, "shop.yaml");

        assertThat(result)
                .isInstanceOfSatisfying(DefinitionResult.Invalid.class, invalid -> assertThat(invalid.findings())
                        .singleElement()
                        .satisfies(f -> assertThat(f.kind()).isEqualTo(FindingKind.NOT_UTF8))
                        .satisfies(f -> assertThat(f.line()).isEqualTo(2)));
    }

    @Test
    void shouldRefuseEmptyFileSecondDocumentAndScalar() {
        assertThat(invalid("")).extracting(Finding::kind).containsExactly(FindingKind.YAML_SYNTAX);
        assertThat(invalid("id: a\n---\nid: b")).extracting(Finding::kind).containsExactly(FindingKind.YAML_FEATURE);
        assertThat(invalid("shop")).extracting(Finding::kind).containsExactly(FindingKind.WRONG_TYPE);
    }

    @Test
    void shouldSayFindingsInBothLanguages() {
        Finding finding = invalid(change("metric: monetary", "metric: money")).getFirst();

        assertThat(finding.text(Locale.ENGLISH))
                .isEqualTo(
                        "shop.yaml:50:13 /models/1/metric: “money” is not declared; declared: recency_days, frequency, "
                                + "monetary, online_share, average_basket");
        assertThat(finding.text(Locale.SIMPLIFIED_CHINESE)).startsWith("shop.yaml:50:13 /models/1/metric: 未声明“money”");
    }

    /** One change of a valid definition is found, where it is. */
    static void assertFinding(
            String valid,
            String part,
            @Nullable String wrong,
            FindingKind kind,
            String place,
            @Nullable String path,
            String found,
            String expected) {
        List<Finding> findings = invalid(change(valid, part, wrong == null ? "" : wrong));
        Finding finding = findings.stream()
                .filter(f -> f.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no %s among %s".formatted(kind, findings)));

        assertThat(finding.line() + ":" + finding.column()).isEqualTo(place);
        assertThat(finding.path()).isEqualTo(path == null ? "" : path);
        assertThat(finding.found()).isEqualTo(found);
        assertThat(finding.expected()).hasToString(expected);
    }

    private static String change(String part, String wrong) {
        return change(SHOP, part, wrong);
    }

    private static String change(String valid, String part, String wrong) {
        String from = part.replace("\\n", "\n");
        assertThat(valid).contains(from);
        int at = valid.indexOf(from);
        return valid.substring(0, at) + wrong.replace("\\n", "\n") + valid.substring(at + from.length());
    }

    static VerticalDefinition valid(String yaml) {
        return switch (DefinitionReader.read(yaml.getBytes(StandardCharsets.UTF_8), "shop.yaml")) {
            case DefinitionResult.Valid(VerticalDefinition vertical) -> vertical;
            case DefinitionResult.Invalid(List<Finding> findings) -> throw new AssertionError(findings.toString());
        };
    }

    private static List<Finding> invalid(String yaml) {
        return switch (DefinitionReader.read(yaml.getBytes(StandardCharsets.UTF_8), "shop.yaml")) {
            case DefinitionResult.Valid _ -> List.of();
            case DefinitionResult.Invalid(List<Finding> findings) -> findings;
        };
    }

    static String resource(String name) {
        try (InputStream in = DefinitionReaderTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
