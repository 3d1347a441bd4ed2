package org.clientele.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.clientele.engine.Fixtures;
import org.clientele.engine.Snapshot;
import org.clientele.engine.Snapshots;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.Field;
import org.clientele.engine.column.Value;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.engine.condition.Check;
import org.clientele.engine.condition.Operator;
import org.clientele.engine.condition.Truth;
import org.clientele.engine.statistics.Learning;
import org.clientele.engine.statistics.Learning.Refusal;
import org.clientele.engine.statistics.Scorer;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.ModelDefinition.Churn;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChurnTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final List<String> CITIES = List.of("Bonn", "Köln", "Ulm");

    private static final Churn MODEL = churn(null, "left");

    private static Churn churn(@Nullable String population, @Nullable String left) {
        List<String> segments =
                left == null ? List.of("low", "middle", "high") : List.of("low", "middle", "high", left);
        return new Churn(
                "risk",
                Fixtures.segments(segments.toArray(String[]::new)),
                null,
                population,
                "member == false",
                List.of("age", "gender", "frequency"),
                List.of(0.2, 0.5),
                left);
    }

    /** Somebody; null for what is not known. */
    private record Person(
            String number, int age, String gender, @Nullable Boolean member, String city, int visits) {}

    private static List<Person> people(int count) {
        Random random = new Random(3);
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int age = 20 + random.nextInt(60);
            boolean woman = random.nextBoolean();
            int visits = random.nextInt(8);
            double odds = -0.5 + (woman ? -0.8 : 0.8) - 0.5 * (visits - 3);
            boolean stays = random.nextDouble() > 1 / (1 + Math.exp(-odds));
            Boolean member = random.nextInt(10) == 0 ? null : stays;
            people.add(new Person("C" + i, age, woman ? "woman" : "man", member, CITIES.get(i % 3), visits));
        }
        return people;
    }

    private static VerticalColumns columns(List<Person> people, Churn model) {
        List<Field> fields = new ArrayList<>(List.of(new Field(CustomerColumns.NUMBER, FieldType.TEXT)));
        Fixtures.ATTRIBUTES.forEach(attribute -> fields.add(Field.of(attribute)));
        CustomerColumns.Builder builder = CustomerColumns.builder(fields, 2);
        for (int i = 0; i < people.size(); i++) {
            Person person = people.get(i);
            builder.customer(i);
            builder.text(builder.ordinal(CustomerColumns.NUMBER), person.number());
            builder.whole(builder.ordinal("age"), person.age());
            builder.text(builder.ordinal("gender"), person.gender());
            builder.text(builder.ordinal("city"), person.city());
            if (person.member() != null) {
                builder.flag(builder.ordinal("member"), person.member());
            }
        }
        CustomerColumns customers = builder.build();
        ActivityColumns.Builder rows = ActivityColumns.builder(customers, Fixtures.PURCHASE, Set.of("amount"), 2);
        for (int i = 0; i < people.size(); i++) {
            for (int visit = 0; visit < people.get(i).visits(); visit++) {
                rows.row(i, (int) AS_OF.toEpochDay() - 40 * visit);
                rows.money(0, 10_00);
            }
        }
        VerticalDefinition definition = Fixtures.vertical(Fixtures.METRICS, List.of(model));
        return new VerticalColumns(definition, 2, customers, Map.of("purchase", rows.build()));
    }

    private static Snapshot snapshot(List<Person> people, Churn model) {
        VerticalColumns columns = columns(people, model);
        return Snapshots.of(columns.definition()).compute(columns, AS_OF);
    }

    private static ChurnResult evaluate(List<Person> people, Churn model) {
        return (ChurnResult) snapshot(people, model).result("risk");
    }

    @Test
    void shouldPutThoseWhoStayByTheirProbabilityAndThoseWhoLeftApart() {
        List<Person> people = people(600);
        ChurnResult result = evaluate(people, MODEL);

        assertThat(result.training().learning()).isInstanceOf(Learning.Learnt.class);
        assertThat(result.training().asOf()).isEqualTo(AS_OF);
        for (int customer = 0; customer < people.size(); customer++) {
            Boolean member = people.get(customer).member();
            double probability = result.probability(customer);
            if (Boolean.FALSE.equals(member)) {
                assertThat(result.segment(customer)).isEqualTo(3);
                assertThat(probability).isNaN();
            } else {
                assertThat(result.segment(customer)).isEqualTo(probability < 0.2 ? 0 : probability < 0.5 ? 1 : 2);
            }
        }
        assertThat(result.counts()).as("every segment has somebody").doesNotContain(0);
    }

    @Test
    void shouldMakeUpEveryProbabilityByTheAverageAndAllParts() {
        List<Person> people = people(600);
        ChurnResult result = evaluate(people, MODEL);
        for (int customer = 0; customer < people.size(); customer++) {
            RiskParts risk = result.parts(customer);
            if (risk == null) {
                assertThat(result.probability(customer)).isNaN();
                continue;
            }
            double sum = risk.parts().stream()
                    .mapToDouble(Scorer.Contribution::logOdds)
                    .reduce(risk.average(), Double::sum);
            assertThat(risk.parts())
                    .extracting(Scorer.Contribution::feature)
                    .containsExactlyInAnyOrder("age", "gender", "frequency");
            assertThat(risk.logOdds()).isCloseTo(sum, within(1e-9));
            assertThat(risk.probability())
                    .isEqualTo(result.probability(customer))
                    .isCloseTo(1 / (1 + Math.exp(-sum)), within(1e-9));
            assertThat(risk.probabilityOfAverage()).isCloseTo(1 / (1 + Math.exp(-risk.average())), within(1e-9));
        }
    }

    @Test
    void shouldSayTheProbabilityAndWhatMakesItUp() {
        List<Person> people = people(600);
        ChurnResult result = evaluate(people, MODEL);
        int man = people.indexOf(people.stream()
                .filter(p -> p.visits() == 0 && p.gender().equals("man") && !Boolean.FALSE.equals(p.member()))
                .findFirst()
                .orElseThrow());

        Reason reason = result.reason(man);
        assertThat(reason.segment()).isEqualTo("high");
        Check first = reason.checks().getFirst();
        assertThat(first.subject()).isEqualTo(ChurnResult.PROBABILITY);
        assertThat(first.actual().asDouble()).isCloseTo(result.probability(man), within(0.0005));
        assertThat(first.operator()).isEqualTo(Operator.AT_LEAST);
        assertThat(first.threshold()).isEqualTo(new Value.Decimal(0.5));
        assertThat(reason.checks().get(1))
                .satisfies(check -> assertThat(check.subject()).isEqualTo("frequency"))
                .satisfies(check -> assertThat(check.operator()).isEqualTo(Operator.ADDS))
                .satisfies(check -> assertThat(check.actual()).isEqualTo(new Value.Whole(0)))
                .satisfies(check -> assertThat(check.threshold().asDouble()).isGreaterThan(1));
        assertThat(reason.checks().get(2).actual()).isEqualTo(new Value.Text("man"));
        assertThat(reason.better()).isNull();
        assertThat(ReasonCodec.decode(ReasonCodec.encode(reason))).isEqualTo(reason);
    }

    @Test
    void shouldLearnOnlyFromThePopulationWhoseOutcomeIsKnown() {
        List<Person> people = people(900);
        ChurnResult result = evaluate(people, churn("city == 'Ulm'", null));

        long known = people.stream()
                .filter(p -> p.city().equals("Ulm") && p.member() != null)
                .count();
        Learning.Learnt learnt = (Learning.Learnt) result.training().learning();
        assertThat(learnt.judgement().rows()).isEqualTo((int) known);
        assertThat(result.segment(0)).isEqualTo(ModelResult.NONE);
        assertThat(result.reason(0).checks()).extracting(Check::subject).containsExactly("city");
        int gone = people.indexOf(people.stream()
                .filter(p -> p.city().equals("Ulm") && Boolean.FALSE.equals(p.member()))
                .findFirst()
                .orElseThrow());
        assertThat(result.segment(gone)).isEqualTo(ModelResult.NONE);
        assertThat(result.reason(gone).checks()).extracting(Check::subject).containsExactly("member");
    }

    @Test
    void shouldHaveNoMembersWhereNothingCanBeLearnt() {
        List<Person> stay = people(300).stream()
                .map(p -> new Person(p.number(), p.age(), p.gender(), true, p.city(), p.visits()))
                .toList();
        ChurnResult result = evaluate(stay, MODEL);

        assertThat(result.training().learning()).isEqualTo(new Learning.Refused(Refusal.SAME_OUTCOME, 0, 20));
        assertThat(result.counts()).containsOnly(0);
        assertThat(result.probability(0)).isNaN();
        assertThat(result.reason(0).checks())
                .containsExactly(new Check(
                        ChurnResult.PROBABILITY, Value.MISSING, Operator.PRESENT, List.of(), null, Truth.FAILS, 0));
        assertThat(evaluate(List.of(), MODEL).training().learning())
                .isEqualTo(new Learning.Refused(Refusal.TOO_FEW_ROWS, 0, 100));
        assertThat(evaluate(people(1), MODEL).counts()).containsOnly(0);
    }

    @Test
    void shouldNotDependOnTheOrderInWhichCustomersWereStored() {
        List<Person> people = people(700);
        List<Person> shuffled = new ArrayList<>(people);
        Collections.shuffle(shuffled, new Random(8));
        ChurnResult one = evaluate(people, MODEL);
        ChurnResult other = evaluate(shuffled, MODEL);

        Learning.Learnt learnt = (Learning.Learnt) one.training().learning();
        assertThat(((Learning.Learnt) other.training().learning()).judgement().aucs())
                .isEqualTo(learnt.judgement().aucs());
        for (int customer = 0; customer < people.size(); customer++) {
            int place = shuffled.indexOf(people.get(customer));
            assertThat(other.segment(place)).isEqualTo(one.segment(customer));
            assertThat(other.reason(place)).isEqualTo(one.reason(customer));
        }
    }

    @Test
    void shouldLearnOnceForASnapshotAndApplyItToOtherDays() {
        VerticalColumns columns = columns(people(600), MODEL);
        Snapshots snapshots = Snapshots.of(columns.definition());
        Snapshot now = snapshots.compute(columns, AS_OF);
        Snapshot earlier = snapshots.onDay(now, AS_OF.minusDays(100));

        ChurnResult result = (ChurnResult) earlier.result("risk");
        assertThat(result.training()).isSameAs(((ChurnResult) now.result("risk")).training());
        assertThat(result.asOf()).isEqualTo(AS_OF.minusDays(100));
        assertThat(result.counts()).isNotEqualTo(now.result("risk").counts());
    }

    @Test
    void shouldLearnAnewOnlyWhenWhatItLearnsFromChanged() {
        List<Person> people = people(600);
        VerticalColumns columns = columns(people, MODEL);
        Snapshots snapshots = Snapshots.of(columns.definition());
        Snapshot now = snapshots.compute(columns, AS_OF);
        List<Person> moved = people.stream()
                .map(p -> new Person(p.number(), p.age(), p.gender(), p.member(), "Ulm", p.visits()))
                .toList();
        List<Person> older = people.stream()
                .map(p -> new Person(p.number(), p.age() + 1, p.gender(), p.member(), p.city(), p.visits()))
                .toList();

        assertThat(training(snapshots.compute(columns(moved, MODEL), AS_OF, now)))
                .isSameAs(training(now));
        assertThat(training(snapshots.compute(columns(older, MODEL), AS_OF, now)))
                .isNotSameAs(training(now));
        Churn other = churn("age > 0", "left");
        VerticalColumns others = columns(people, other);
        assertThat(training(Snapshots.of(others.definition()).compute(others, AS_OF, now)))
                .isNotSameAs(training(now));
    }

    private static ChurnTraining training(Snapshot snapshot) {
        return ((ChurnResult) snapshot.result("risk")).training();
    }

    @Test
    void shouldRefuseBordersAndFeaturesThatDoNotFit() {
        Churn falling = new Churn(
                "risk",
                Fixtures.segments("low", "mid", "high"),
                null,
                null,
                "member == false",
                List.of("age"),
                List.of(0.5, 0.2),
                null);
        assertThatThrownBy(() -> evaluate(people(5), falling))
                .hasMessageContaining("Model risk needs an ascending border for each of its 3 segments of risk");
        Churn unknown = new Churn(
                "risk",
                Fixtures.segments("low", "high"),
                null,
                null,
                "member == false",
                List.of("agee"),
                List.of(0.5),
                null);
        assertThatThrownBy(() -> evaluate(people(5), unknown))
                .hasMessage("Model risk learns from agee, which is no attribute or metric");
    }
}
