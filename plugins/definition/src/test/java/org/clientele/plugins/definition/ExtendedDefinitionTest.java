package org.clientele.plugins.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.clientele.plugins.api.ArticleDefinition;
import org.clientele.plugins.api.Measure;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.PlayDefinition;
import org.clientele.plugins.api.ProgrammeDefinition;
import org.clientele.plugins.api.ReportDefinition;
import org.clientele.plugins.api.RightDefinition;
import org.clientele.plugins.api.RoleName;
import org.clientele.plugins.api.ScreenDefinition;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.plugins.api.TileDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.api.WorkflowDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** References, points, matrices, churn, plays, checks, guides, articles, reports, workflows, screens, programme and rights. */
class ExtendedDefinitionTest {
    private static final String CLUB = DefinitionReaderTest.resource("club.yaml");
    private static final VerticalDefinition DEFINITION = DefinitionReaderTest.valid(CLUB);

    @Test
    void shouldReadReferencesAndWhatPointsToThem() {
        assertThat(DEFINITION.reference("house")).isNotNull().satisfies(house -> {
            assertThat(house.title()).isEqualTo("name");
            assertThat(house.field("rooms")).isNotNull().satisfies(field -> assertThat(field.unit())
                    .isEqualTo("rooms"));
        });
        assertThat(DEFINITION.attribute("home")).isNotNull().satisfies(home -> assertThat(home.reference())
                .isEqualTo("house"));
        assertThat(DEFINITION.activities().getFirst().field("usage"))
                .isNotNull()
                .satisfies(usage -> assertThat(usage.unit()).isEqualTo("kWh"));
    }

    @Test
    void shouldReadPoints() {
        assertThat(DEFINITION.metric("score")).isNotNull().satisfies(score -> assertThat(score.points())
                .containsExactly(
                        new MetricDefinition.Points("visits >= 10", 3, "scoring"),
                        new MetricDefinition.Points("temper == \"calm\" && age < 40", -1, null)));
    }

    @Test
    void shouldReadMatrixChurnAndCustomModels() {
        assertThat(DEFINITION.model("value")).isInstanceOfSatisfying(ModelDefinition.Matrix.class, matrix -> {
            assertThat(matrix.rows())
                    .isEqualTo(
                            new ModelDefinition.Matrix.Axis("fee", ModelDefinition.Matrix.Method.FIXED, List.of(50.0)));
            assertThat(matrix.grid()).containsExactly(List.of("basic", "grow"), List.of("keep", "star"));
        });
        assertThat(DEFINITION.model("risk")).isInstanceOfSatisfying(ModelDefinition.Churn.class, churn -> {
            assertThat(churn.outcome()).isEqualTo("closed");
            assertThat(churn.borders()).containsExactly(0.2, 0.5);
            assertThat(churn.left()).isEqualTo("gone");
        });
        assertThat(DEFINITION.model("circles"))
                .isInstanceOfSatisfying(ModelDefinition.Custom.class, custom -> assertThat(custom.ranked())
                        .isFalse());
    }

    @Test
    void shouldReadWhatPeopleDo() {
        StrategyDefinition strategy = DEFINITION.strategies().getFirst();

        assertThat(strategy.relationship()).isEqualTo(StrategyDefinition.Relationship.PARTNERSHIP);
        assertThat(strategy.plays())
                .contains(new PlayDefinition(
                        "birthday",
                        PlayDefinition.Channel.MESSAGE,
                        PlayDefinition.Means.SOCIAL,
                        PlayDefinition.Owner.ANYONE,
                        PlayDefinition.From.DATE,
                        "birth_date",
                        -1,
                        365,
                        null));
        assertThat(DEFINITION.checks())
                .extracting(c -> c.id() + " " + c.extension())
                .containsExactly("contract null", "fitness org.example.club.Fitness");
        assertThat(DEFINITION.guides())
                .extracting(g -> g.value() + " " + g.when())
                .containsExactly("calm null", "hasty null", "null age < 30");
        assertThat(DEFINITION.articles())
                .containsExactly(
                        new ArticleDefinition(
                                "cancelling",
                                List.of(),
                                List.of(ArticleDefinition.CaseType.COMPLAINT, ArticleDefinition.CaseType.REFUND),
                                List.of(),
                                "book"),
                        new ArticleDefinition(
                                "keep_star",
                                List.of(new ArticleDefinition.Segment("value", "star")),
                                List.of(),
                                List.of("calm"),
                                null),
                        new ArticleDefinition("opening_hours", List.of(), List.of(), List.of(), null));
        assertThat(DEFINITION.workflow("grading")).isNotNull().satisfies(grading -> assertThat(grading.steps())
                .containsExactly(
                        new WorkflowDefinition.Step("propose", List.of(), false),
                        new WorkflowDefinition.Step("approve", List.of(RoleName.MANAGER), true)));
        assertThat(DEFINITION.programme())
                .isEqualTo(new ProgrammeDefinition(
                        "visit",
                        0.5,
                        List.of(
                                new ProgrammeDefinition.Tier("ordinary", 0),
                                new ProgrammeDefinition.Tier("gold", 1000)),
                        "own"));
        assertThat(DEFINITION.rights())
                .containsExactly(
                        new RightDefinition(RightDefinition.Act.EXPORT_CUSTOMERS, List.of(RoleName.CONSULTANT)));
        assertThat(DEFINITION.screen("board"))
                .isEqualTo(new ScreenDefinition(
                        "board", "dashboard", "org.example.club.Board", List.of(RoleName.MANAGER)));
    }

    @Test
    void shouldReadReportsAndTiles() {
        assertThat(DEFINITION.report("overall")).isInstanceOfSatisfying(ReportDefinition.Groups.class, groups -> {
            assertThat(groups.roles()).containsExactly(RoleName.MANAGER, RoleName.CONSULTANT);
            assertThat(groups.measures())
                    .contains(new Measure("closed_share", Measure.Kind.SHARE, null, "closed", "visits > 0", null));
        });
        assertThat(DEFINITION.report("purposes"))
                .isInstanceOfSatisfying(
                        ReportDefinition.Pivot.class, pivot -> assertThat(List.of(pivot.rows(), pivot.columns()))
                                .containsExactly(20, 12));
        assertThat(DEFINITION.tiles())
                .extracting(TileDefinition::kind)
                .containsExactly(
                        TileDefinition.Kind.MEASURE,
                        TileDefinition.Kind.BREAKDOWN,
                        TileDefinition.Kind.FUNNEL,
                        TileDefinition.Kind.REPORT,
                        TileDefinition.Kind.GAPS,
                        TileDefinition.Kind.MATRIX);
        assertThat(DEFINITION.tiles().getFirst().lowerIsBetter()).isTrue();
    }

    @Test
    void shouldReadWhatTextsOfAFileStandFor() {
        assertThat(DEFINITION.imports().getFirst().columns().get(1).missing()).containsExactly("?");
        assertThat(DEFINITION.imports().getFirst().columns().get(2).values())
                .isEqualTo(Map.of("1", "true", "0", "false"));
    }

    @Test
    void shouldNeedTextsForEverythingShown() {
        assertThat(TextKeys.of(DEFINITION).keySet())
                .contains(
                        "model.circles.reason.friends",
                        "reference.house",
                        "reference.house.field.city",
                        "reference.house.field.size.value.small",
                        "strategy.value.star.play.welcome",
                        "strategy.value.star.play.welcome.text",
                        "checks.papers",
                        "check.contract",
                        "check.contract.required",
                        "check.contract.remedy",
                        "guides.temper",
                        "guide.calm",
                        "guide.calm.signs",
                        "guide.calm.advice",
                        "article.cancelling",
                        "article.cancelling.text",
                        "report.overall",
                        "report.overall.help",
                        "report.overall.measure.closed_share",
                        "report.course.step.came",
                        "tile.by_temper.measure.fee",
                        "tile.course.step.joined",
                        "workflow.grading",
                        "workflow.grading.step.approve",
                        "workflow.grading.step.approve.actor",
                        "screen.board",
                        "programme.tier.gold",
                        "programme.tier.gold.benefits",
                        "source.register",
                        "source.scoring",
                        "source.care",
                        "source.law",
                        "source.book")
                .doesNotContain("tile.lost.measure.lost");
    }

    /** Each line changes the valid definition in one place and says what is found: kind, line:column, path, found, expected. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    personal: false, reference: house | personal: false, reference: hose | UNKNOWN_REFERENCE | 9:71 | /attributes/2/reference | hose | [house]
                    type: integer, layer: basic, personal: true | type: integer, layer: basic, personal: true, reference: house | NOT_ALLOWED_HERE | 7:61 | /attributes/0/reference | reference | [type: text]
                    title: name | title: nam | UNKNOWN_REFERENCE | 23:12 | /references/0/title | nam | [name]
                    - { id: name, type: text } | - { id: key, type: text } | RESERVED_ID | 19:15 | /references/0/fields/0/id | key | []
                    - { id: city, type: text } | - { id: name, type: text } | DUPLICATE_ID | 20:15 | /references/0/fields/1/id | name | []
                    - id: house\\n    icon | - id: visit\\n    icon | DUPLICATE_ID | 15:9 | /references/0/id | visit | []
                    size, type: choice, values: [small, large] | size, type: choice | MISSING_KEY | 21:9 | /references/0/fields/2 | values | [values]
                    house, type: text, reference: house | house, type: text, reference: home | UNKNOWN_REFERENCE | 29:45 | /activities/0/fields/1/reference | home | [house]
                    last, activity: visit, field: usage | last, activity: visit, field: purpose | WRONG_KIND | 37:97 | /metrics/2/field | purpose | [word.number]
                    type: date, layer: behaviour, aggregate: last | type: days, layer: behaviour, aggregate: last | VALUE_NOT_LISTED | 38:29 | /metrics/3/type | days | [date]
                    field: usage, windowDays: 180 | field: usage | MISSING_KEY | 39:5 | /metrics/4 | windowDays | [windowDays]
                    field: usage, windowDays: 365 | field: usage, windowDays: 60 | OUT_OF_RANGE | 40:116 | /metrics/5/windowDays | 60 | [≥ 90]
                    formula: fee * 12 | formula: temper * 12 | EXPRESSION_TYPES | 41:82 | /metrics/6/formula | * | [word.text, word.whole-number]
                    formula: fee * 12 | activity: visit, formula: fee * 12 | NOT_ALLOWED_HERE | 41:66 | /metrics/6/activity | activity | [aggregate: formula]
                    formula: fee * 12 + spend | formula: score * 12 | EXPRESSION_UNKNOWN_NAME | 41:75 | /metrics/6/formula | score | [age, birth_date, home, fee, temper, agreed, closed, visits, spend, last_usage, paid_until, usage_change]
                    visits >= 10, points: 3 | visit >= 10, points: 3 | EXPRESSION_UNKNOWN_NAME | 47:17 | /metrics/7/points/0/when | visit | [visits]
                    visits >= 10, points: 3 | visits >= 10, points: many | WRONG_TYPE | 47:39 | /metrics/7/points/0/points | "many" | [word.number]
                    temper == "calm" && | temper == "clam" && | EXPRESSION_UNKNOWN_VALUE | 48:27 | /metrics/7/points/1/when | clam | [calm, hasty]
                    aggregate: points\\n | aggregate: count\\n    activity: visit\\n | NOT_ALLOWED_HERE | 47:5 | /metrics/7/points | points | [aggregate: count]
                    points:\\n | pints:\\n | UNKNOWN_KEY | 46:5 | /metrics/7/pints | pints | [points]
                    - id: value\\n    kind: matrix | - id: fee\\n    kind: matrix | DUPLICATE_ID | 50:9 | /models/0/id | fee | []
                    rows: { metric: fee | rows: { metric: temper | WRONG_KIND | 54:21 | /models/0/rows/metric | temper | [word.number]
                    rows: { metric: fee | rows: { metric: fees | UNKNOWN_REFERENCE | 54:21 | /models/0/rows/metric | fees | [fee]
                    cuts: [50] | cuts: [50, 50] | NOT_ASCENDING | 54:52 | /models/0/rows/cuts/1 | 50.0 | []
                    cuts: [50] | cuts: [50, 60] | WRONG_COUNT | 57:7 | /models/0/grid | 2 | [3]
                    cuts: [0.8] | cuts: [8] | OUT_OF_RANGE | 55:58 | /models/0/columns/cuts/0 | 8.0 | [> 0, < 1]
                    - [basic, grow] | - [basic, grow, grow] | WRONG_COUNT | 57:9 | /models/0/grid/0 | 3 | [2]
                    - [basic, grow] | - [basic, groww] | UNKNOWN_REFERENCE | 57:17 | /models/0/grid/0/1 | groww | [grow]
                    - [basic, grow] | - [basic, basic] | UNREACHABLE_SEGMENT | 53:30 | /models/0/segments/1 | grow | []
                    method: percentile | method: share | VALUE_NOT_LISTED | 55:39 | /models/0/columns/method | share | [fixed, percentile]
                    outcome: closed | outcome: fee | EXPRESSION_ANSWER | 62:14 | /models/1/outcome | word.number | [word.truth]
                    population: visits > 0 | population: segment_risk == "low" | EXPRESSION_UNKNOWN_NAME | 61:17 | /models/1/population | segment_risk | [age, birth_date, home, fee, temper, agreed, closed, visits, spend, last_usage, paid_until, usage_change]
                    features: [age, temper, visits] | features: [age, home, visits] | WRONG_KIND | 63:21 | /models/1/features/1 | home | [word.number, word.choice, word.truth]
                    features: [age, temper, visits] | features: [age, tempr, visits] | UNKNOWN_REFERENCE | 63:21 | /models/1/features/1 | tempr | [temper]
                    borders: [0.2, 0.5] | borders: [0.2] | WRONG_COUNT | 64:14 | /models/1/borders | 1 | [2]
                    borders: [0.2, 0.5] | borders: [0.5, 0.2] | NOT_ASCENDING | 64:20 | /models/1/borders/1 | 0.2 | []
                    borders: [0.2, 0.5] | borders: [0.2, 1.5] | OUT_OF_RANGE | 64:20 | /models/1/borders/1 | 1.5 | [< 1]
                    left: gone | left: low | WRONG_KIND | 65:11 | /models/1/left | low | [gone]
                    left: gone | left: lost | UNKNOWN_REFERENCE | 65:11 | /models/1/left | lost | [low]
                    extension: org.example.club.Circles | extension: circles | BAD_FORMAT | 67:45 | /models/2/extension | circles | [^[a-z][a-z0-9_]*([.][a-z][a-z0-9_]*)*[.][A-Z][A-Za-z0-9_]*$]
                    inputs: [age, visits, risk] | inputs: [age, vists, risk] | UNKNOWN_REFERENCE | 67:85 | /models/2/inputs/1 | vists | [visits]
                    relationship: partnership | relationship: friends | VALUE_NOT_LISTED | 71:19 | /strategies/0/relationship | friends | [basic, reactive, accountable, proactive, partnership]
                    - { id: birthday, channel | - { id: welcome, channel | DUPLICATE_ID | 75:15 | /strategies/0/plays/1/id | welcome | []
                    channel: call | channel: phone | VALUE_NOT_LISTED | 74:33 | /strategies/0/plays/0/channel | phone | [call, visit, email, message, letter, event, internal]
                    from: entry, afterDays: 3 | from: entry, field: visit, afterDays: 3 | NOT_ALLOWED_HERE | 74:91 | /strategies/0/plays/0/field | field | [from: entry]
                    from: entry, afterDays: 3 | from: entry, afterDays: -3 | OUT_OF_RANGE | 74:102 | /strategies/0/plays/0/afterDays | -3 | [≥ 0]
                    from: date, field: birth_date | from: date, field: age | WRONG_KIND | 75:92 | /strategies/0/plays/1/field | age | [word.date]
                    from: date, field: birth_date | from: date | MISSING_KEY | 75:9 | /strategies/0/plays/1 | field | [field]
                    from: activity, field: visit | from: activity, field: visits | UNKNOWN_REFERENCE | 76:94 | /strategies/0/plays/2/field | visits | [visit]
                    segment_value == "star", require | segment_value == "sta", require | EXPRESSION_UNKNOWN_VALUE | 78:59 | /checks/0/when | sta | [star, grow, keep, basic]
                    , require: '!missing(birth_date)' | `` | MISSING_KEY | 78:5 | /checks/0 | require | [require, extension]
                    extension: org.example.club.Fitness, | extension: org.example.club.Fitness, require: closed, | NOT_ALLOWED_HERE | 79:35 | /checks/1/extension | extension | [require]
                    severity: required, source: law | severity: required | MISSING_KEY | 78:5 | /checks/0 | source | [source]
                    severity: advice | severity: mild | VALUE_NOT_LISTED | 79:82 | /checks/1/severity | mild | [advice, required, forbidden]
                    attribute: temper, value: calm | attribute: temper | MISSING_KEY | 81:5 | /guides/0 | value | [value]
                    attribute: temper, value: calm | attribute: age, value: calm | WRONG_KIND | 81:43 | /guides/0/attribute | age | [word.choice]
                    attribute: temper, value: calm | attribute: tempers, value: calm | UNKNOWN_REFERENCE | 81:43 | /guides/0/attribute | tempers | [temper]
                    attribute: temper, value: calm | attribute: temper, value: clam | UNKNOWN_REFERENCE | 81:58 | /guides/0/value | clam | [calm]
                    attribute: temper, value: hasty | attribute: temper, value: calm | DUPLICATE_KEY | 82:59 | /guides/1/value | calm | []
                    attribute: temper, value: hasty | attribute: agreed, value: star | WRONG_KIND | 82:44 | /guides/1/attribute | agreed | [temper]
                    group: age, when: age < 30 | group: age | MISSING_KEY | 83:5 | /guides/2 | when | [when, attribute]
                    group: age, when: age < 30 | group: age, value: calm, when: age < 30 | NOT_ALLOWED_HERE | 83:30 | /guides/2/value | value | [when]
                    group: age, when: age < 30 | group: age, when: age < thirty | EXPRESSION_UNKNOWN_NAME | 83:42 | /guides/2/when | thirty | [age, birth_date, home, fee, temper, agreed, closed, visits, spend, last_usage, paid_until, usage_change]
                    kind: groups | kind: group | VALUE_NOT_LISTED | 86:11 | /reports/0/kind | group | [groups, customers, periods, pivot, funnel]
                    roles: [manager, consultant] | roles: [manager, boss] | VALUE_NOT_LISTED | 88:22 | /reports/0/roles/1 | boss | [administrator, consultant, manager, staff]
                    by: [temper, value] | by: [temper, fee] | WRONG_KIND | 90:18 | /reports/0/by/1 | fee | [word.grouping]
                    by: [temper, value] | by: [temper, valu] | UNKNOWN_REFERENCE | 90:18 | /reports/0/by/1 | valu | [value]
                    columnsBy: closed | columnsBy: age | WRONG_KIND | 91:16 | /reports/0/columnsBy | age | [word.grouping]
                    - { id: customers, kind: customers } | - { id: customers, kind: customers, field: fee } | NOT_ALLOWED_HERE | 93:43 | /reports/0/measures/0/field | field | [kind: customers]
                    kind: share, when: closed, per | kind: share, per | MISSING_KEY | 94:9 | /reports/0/measures/1 | when | [when]
                    kind: average, field: fee | kind: average | MISSING_KEY | 95:9 | /reports/0/measures/2 | field | [field]
                    kind: average, field: fee | kind: average, field: temper | WRONG_KIND | 95:42 | /reports/0/measures/2/field | temper | [word.number]
                    kind: average, field: fee | kind: average, field: fee, perField: visits | NOT_ALLOWED_HERE | 95:47 | /reports/0/measures/2/perField | perField | [kind: average]
                    perField: visits } | perField: vists } | UNKNOWN_REFERENCE | 96:63 | /reports/0/measures/3/perField | vists | [visits]
                    - { id: fee, kind: average | - { id: customers, kind: average | DUPLICATE_ID | 95:15 | /reports/0/measures/2/id | customers | []
                    columns: [spend, value, temper] | columns: [spend, value, tempr] | UNKNOWN_REFERENCE | 97:60 | /reports/1/columns/2 | tempr | [temper]
                    sort: spend | sort: visits | UNKNOWN_REFERENCE | 97:75 | /reports/1/sort | visits | [spend, value, temper]
                    cumulative: spend | cumulative: paid_until | WRONG_KIND | 97:112 | /reports/1/cumulative | paid_until | [word.number]
                    kind: periods, activity: visit | kind: periods, activity: bill | UNKNOWN_REFERENCE | 98:44 | /reports/2/activity | bill | [visit]
                    where: days_ago < 730 | where: age < 730 | EXPRESSION_UNKNOWN_NAME | 98:58 | /reports/2/where | age | [usage]
                    by: house.city | by: house.town | UNKNOWN_REFERENCE | 98:95 | /reports/2/by | town | [name, city, size]
                    by: house.city | by: purpose.city | WRONG_KIND | 98:95 | /reports/2/by | purpose.city | [word.reference]
                    by: house.city | by: amount | WRONG_KIND | 98:95 | /reports/2/by | amount | [word.grouping]
                    by: house.city | by: hous | UNKNOWN_REFERENCE | 98:95 | /reports/2/by | hous | [house, home]
                    by: house.city | by: house.city.name | BAD_FORMAT | 98:95 | /reports/2/by | house.city.name | [^[a-z][a-z0-9_]{0,39}([.][a-z][a-z0-9_]{0,39})?$]
                    period: quarter | period: week | VALUE_NOT_LISTED | 98:82 | /reports/2/period | week | [year, quarter, month, month_of_year]
                    field: purpose, sum: amount | field: amount, sum: amount | WRONG_KIND | 99:58 | /reports/3/field | amount | [word.grouping]
                    field: purpose, sum: amount | field: purpose, sum: house | WRONG_KIND | 99:72 | /reports/3/sum | house | [word.number]
                    rows: 20 | rows: 2000 | OUT_OF_RANGE | 99:86 | /reports/3/rows | 2000 | [≤ 500]
                    [{ id: joined, when: 'true' }, { id: came, when: visits > 0 }]\\n | [{ id: joined, when: 'true' }, { id: came, when: visits }]\\n | EXPRESSION_ANSWER | 102:61 | /reports/4/steps/1/when | word.whole-number | [word.truth]
                    [{ id: joined, when: 'true' }, { id: came, when: visits > 0 }]\\n | [{ id: joined, when: 'true' }]\\n | WRONG_COUNT | 102:12 | /reports/4/steps | 1 | [≥ 2]
                    subject: value\\n | subject: valu\\n | UNKNOWN_REFERENCE | 107:14 | /workflows/0/subject | valu | [value]
                    subject: value\\n    sets | sets | NOT_ALLOWED_HERE | 107:5 | /workflows/0/sets | sets | [subject]
                    sets: agreed | sets: temper | SEGMENT_WITHOUT_VALUE | 108:11 | /workflows/0/sets | star | [temper]
                    sets: agreed | sets: age | WRONG_KIND | 108:11 | /workflows/0/sets | age | [word.choice]
                    when: visits > 0\\n    subject | when: visits\\n    subject | EXPRESSION_ANSWER | 106:11 | /workflows/0/when | word.whole-number | [word.truth]
                    - { id: approve, roles | - { id: propose, roles | DUPLICATE_ID | 112:15 | /workflows/0/steps/1/id | propose | []
                    activity: visit\\n  pointsPerUnit | activity: bill\\n  pointsPerUnit | UNKNOWN_REFERENCE | 116:13 | /programme/activity | bill | [visit]
                    fromPoints: 0 } | fromPoints: 5 } | OUT_OF_RANGE | 118:39 | /programme/tiers/0/fromPoints | 5 | [0]
                    fromPoints: 1000 | fromPoints: 0 | NOT_ASCENDING | 118:68 | /programme/tiers/1/fromPoints | 0 | []
                    act: export_customers | act: delete_customers | VALUE_NOT_LISTED | 121:12 | /rights/0/act | delete_customers | [edit_customer, log_interaction, export_customers, import_data, see_personal_data, see_reports]
                    - { act: export_customers, roles: [consultant] } | - { act: export_customers, roles: [consultant] }\\n  - { act: export_customers, roles: [staff] } | DUPLICATE_ID | 122:12 | /rights/1/act | export_customers | []
                    values: { C: calm, H: hasty } | values: { C: clam, H: hasty } | VALUE_NOT_LISTED | 128:56 | /imports/0/columns/1/values/C | clam | [calm]
                    values: { 1: true, 0: false } | values: { 1: yes, 0: false } | WRONG_KIND | 129:54 | /imports/0/columns/2/values/1 | yes | [word.truth]
                    missing: ['?'] | missing: [C] | DUPLICATE_KEY | 128:84 | /imports/0/columns/1/missing/0 | C | []
                    values: { 1: true, 0: false } | transform: is_negative, values: { 1: true } | NOT_ALLOWED_HERE | 129:65 | /imports/0/columns/2/values | values | [transform: none]
                    target: house\\n | target: houses\\n | UNKNOWN_REFERENCE | 131:13 | /imports/1/target | houses | [house]
                    - { target: key, from: [House] } | - { target: rooms, from: [House] } | MISSING_KEY | 133:5 | /imports/1/columns | key | [target: key]
                    - { target: key, from: [House] } | - { target: customer, from: [House] } | UNKNOWN_REFERENCE | 134:19 | /imports/1/columns/0/target | customer | [key, name, city, size, rooms]
                    header: [House, Town, Name] | header: [No, Temper, Left, Since] | REPEATED_HEADER | 132:13 | /imports/1/header | No, Temper, Left, Since | []
                    lowerIsBetter: true, measures | lowerIsBetter: true, by: temper, measures | NOT_ALLOWED_HERE | 138:53 | /tiles/0/by | by | [kind: measure]
                    measures: [{ id: lost, kind: share, when: closed }] | measures: [{ id: lost, kind: share, when: closed }, { id: b, kind: customers }] | WRONG_COUNT | 138:63 | /tiles/0/measures | 2 | [1]
                    kind: breakdown, by: temper | kind: breakdown | MISSING_KEY | 139:5 | /tiles/1 | by | [by]
                    kind: breakdown, by: temper | kind: breakdown, by: age | WRONG_KIND | 139:43 | /tiles/1/by | age | [word.grouping]
                    kind: report, report: grades | kind: report, report: grade | UNKNOWN_REFERENCE | 141:41 | /tiles/3/report | grade | [grades]
                    kind: report, report: grades | kind: report, report: grades, lowerIsBetter: true | NOT_ALLOWED_HERE | 141:49 | /tiles/3/lowerIsBetter | lowerIsBetter | [kind: report]
                    kind: gaps, group: papers | kind: gaps, group: paper | UNKNOWN_REFERENCE | 142:38 | /tiles/4/group | paper | [papers]
                    kind: matrix, model: value | kind: matrix, model: risk | UNKNOWN_REFERENCE | 143:39 | /tiles/5/model | risk | [value]
                    inputs: [age, visits, risk] | inputs: [age, visits, circles] | UNKNOWN_REFERENCE | 67:93 | /models/2/inputs/2 | circles | [age, birth_date, home, fee, temper, agreed, closed, visits, spend, last_usage, paid_until, usage_change]
                    id: keep_star, segments | id: cancelling, segments | DUPLICATE_ID | 146:11 | /articles/1/id | cancelling | []
                    cases: [complaint, refund] | cases: [complaint, refunds] | VALUE_NOT_LISTED | 145:42 | /articles/0/cases/1 | refunds | [complaint, outage, repair, refund, enquiry, claim]
                    [{ model: value, segment: star }] | [{ model: valu, segment: star }] | UNKNOWN_REFERENCE | 146:42 | /articles/1/segments/0/model | valu | [value]
                    [{ model: value, segment: star }] | [{ model: value, segment: stars }] | UNKNOWN_REFERENCE | 146:58 | /articles/1/segments/0/segment | stars | [star]
                    guides: [calm] | guides: [clam] | UNKNOWN_REFERENCE | 146:76 | /articles/1/guides/0 | clam | [calm]
                    id: opening_hours | id: opening-hours | BAD_FORMAT | 147:11 | /articles/2/id | opening-hours | [^[a-z][a-z0-9_]{0,39}$]
                    """)
    void shouldSayWhatIsWrongAndWhere(
            String part, String wrong, FindingKind kind, String place, String path, String found, String expected) {
        DefinitionReaderTest.assertFinding(CLUB, part, wrong, kind, place, path, found, expected);
    }
}
