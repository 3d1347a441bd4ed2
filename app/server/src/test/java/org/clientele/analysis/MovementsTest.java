package org.clientele.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.Answer;
import org.clientele.common.TestJobs;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.customer.CustomerFilter;
import org.clientele.customer.CustomerListQuery;
import org.clientele.customer.CustomerLists;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.engine.comparison.Cohorts;
import org.clientele.engine.comparison.Migration;
import org.clientele.engine.comparison.MoveCauses;
import org.clientele.engine.figure.Period;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.segment.ModelChange;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MovementsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);
    private static final Period PERIOD = new Period(DAY.minusDays(100), DAY);

    private ShopPortal portal;
    private Movements movements;

    @BeforeEach
    void start() {
        portal = ShopPortal.empty(TestDatabase.Kind.HSQLDB);
        movements = new Movements(portal.snapshots, portal.rights, TestJobs.atOnce());
        portal.purchases(List.of(
                new Purchase("anna", DAY.minusDays(200), 10_000),
                new Purchase("anna", DAY, 12_000),
                new Purchase("ben", DAY.minusDays(110), 3_000),
                new Purchase("ben", DAY.minusDays(10), 4_050),
                new Purchase("cara", DAY.minusDays(20), 1_000),
                new Purchase("dora", DAY.minusDays(400), 7_000)));
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
    }

    @Test
    void shouldAccountForEveryCustomerAndEveryCent() {
        for (String model : List.of("rfm", "pyramid", "life_cycle")) {
            Migration migration =
                    found(movements.movement("shop", model, PERIOD)).migration();
            long customers = 0;
            long value = 0;
            for (int segment = 0; segment <= migration.none(); segment++) {
                Migration.Flow byCustomers = migration.byCustomers(segment);
                Migration.Flow byValue = migration.byValue(segment);
                assertThat(byCustomers.start() + byCustomers.in() - byCustomers.out())
                        .isEqualTo(byCustomers.end());
                assertThat(byValue.start() + byValue.in() - byValue.out() + byValue.change())
                        .isEqualTo(byValue.end());
                customers += byCustomers.end();
                value += byValue.end();
            }
            assertThat(customers).isEqualTo(4);
            assertThat(value).isEqualTo(37_050);
        }
    }

    @Test
    void shouldCountNoValueOfWhoIsNoCustomerYetAndKeepThatOfWhoIsInNoSegment() {
        BitSet before = new BitSet();
        before.set(0);
        Migration.Worth worth = Movements.worth(before, MoneyColumn.of(2, 5_000, 7_000));

        Migration migration = Migration.of(1, new int[] {-1, -1}, new int[] {0, 0}, worth, customer -> 9_000);

        assertThat(migration.customers(migration.none(), 0)).isEqualTo(2);
        assertThat(migration.valueAtStart(migration.none(), 0)).isEqualTo(5_000);
        assertThat(migration.byValue(0)).isEqualTo(new Migration.Flow(0, 18_000, 0, 0, 18_000));
        assertThat(migration.byValue(migration.none())).isEqualTo(new Migration.Flow(5_000, 0, 5_000, 0, 0));
    }

    @Test
    void shouldLeadToAsManyCustomersAsItCounts() {
        CustomerLists lists = new CustomerLists(portal.snapshots, portal.rights, portal.audit);
        SegmentMovement movement = found(movements.movement("shop", "life_cycle", PERIOD));
        for (int from = 0; from <= movement.migration().none(); from++) {
            for (int to = 0; to <= movement.migration().none(); to++) {
                CustomerFilter moved = CustomerFilter.moved(
                        "life_cycle",
                        movement.segment(from, CustomerFilter.InSet.NONE),
                        movement.segment(to, CustomerFilter.InSet.NONE),
                        PERIOD);
                assertThat((long) count(lists, moved))
                        .isEqualTo(movement.migration().customers(from, to));
            }
        }
        assertThat(movement.moved()).isPositive();
    }

    @Test
    void shouldTellMovesByBehaviourFromThoseByANewDefinitionAndLeadToTheirCustomers() {
        portal.versions.publish(
                "shop",
                new ModelChange.Tiers(
                        "pyramid", "monetary", ModelDefinition.Tiers.Method.FIXED, List.of(200.0, 60.0, 20.0)),
                "why",
                null,
                1,
                0);
        portal.snapshots.reload("shop");
        for (Period period : List.of(PERIOD, new Period(DAY, DAY))) {
            SegmentMovement movement =
                    found(movements.movement("shop", "pyramid", period, new SegmentMovement.Versions(1, 2)));
            Migration migration = movement.migration();
            MoveCauses causes = movement.causes();
            CustomerLists lists = new CustomerLists(key -> portal.snapshot(), portal.rights, portal.audit);
            long told = 0;
            for (int from = 0; from <= migration.none(); from++) {
                Migration.Flow flow = migration.byCustomers(from);
                assertThat(flow.start() + flow.in() - flow.out()).isEqualTo(flow.end());
                for (int to = 0; to <= migration.none(); to++) {
                    assertThat((long) count(lists, movement.start(from), movement.end(to)))
                            .isEqualTo(migration.customers(from, to));
                    if (from != to) {
                        assertThat((long) count(lists, movement.start(from), movement.between(to), movement.end(to)))
                                .isEqualTo(causes.behaviour(from, to));
                        assertThat((long) count(lists, movement.start(from), movement.between(from), movement.end(to)))
                                .isEqualTo(causes.definition(from, to));
                        told += causes.behaviour(from, to) + causes.definition(from, to);
                    }
                }
            }
            assertThat(causes.all().definition()).isPositive();
            assertThat(told + causes.all().both()).isEqualTo(movement.moved());
            assertThat(causes.all().behaviour()).satisfies(moved -> {
                if (period.from().equals(period.to())) {
                    assertThat(moved).isZero();
                }
            });
        }
    }

    @Test
    void shouldFollowTheSizeOfSegmentsMonthByMonth() {
        SegmentTrend trend = found(movements.trend("shop", "life_cycle"));

        assertThat(trend.days())
                .hasSize(Movements.TREND_MONTHS + 1)
                .startsWith(LocalDate.of(2025, 1, 31))
                .endsWith(LocalDate.of(2025, 12, 31), DAY);
        assertThat(trend.counts().getLast()).isEqualTo(List.of(0, 2, 1, 0, 1));
        assertThat(trend.counts().getFirst().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(1);
    }

    @Test
    void shouldCountCohortsAndLeadToTheirCustomers() {
        CustomerLists lists = new CustomerLists(portal.snapshots, portal.rights, portal.audit);
        Cohorts cohorts = found(movements.cohorts("shop"));
        Cohorts.Cohort october = cohorts.cohorts().stream()
                .filter(cohort -> cohort.month().equals(YearMonth.of(2025, 10)))
                .findFirst()
                .orElseThrow();
        Period first = new Period(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 31));
        Period january = new Period(LocalDate.of(2026, 1, 1), DAY);

        assertThat(october.customers()).isEqualTo(1);
        assertThat(october.active()).containsExactly(1, 0, 0, 1);
        assertThat(count(lists, CustomerFilter.first(first))).isEqualTo(1);
        assertThat(count(lists, CustomerFilter.first(first), CustomerFilter.active(january)))
                .isEqualTo(1);
    }

    @Test
    void shouldRefuseThoseWhoMayNotAnalyse() {
        portal.rights.become(TestRights.user(2, new Grant(Role.STAFF, Grant.EVERYWHERE)));

        assertThatThrownBy(() -> movements.movement("shop", "rfm", PERIOD)).isInstanceOf(ForbiddenProblem.class);
        assertThatThrownBy(() -> movements.trend("shop", "rfm")).isInstanceOf(ForbiddenProblem.class);
        assertThatThrownBy(() -> movements.cohorts("shop")).isInstanceOf(ForbiddenProblem.class);
    }

    private static <T> T found(Answer<T> answer) {
        return Objects.requireNonNull(answer.value());
    }

    private static int count(CustomerLists lists, CustomerFilter... filters) {
        return lists.list("shop", CustomerListQuery.of(filters), Locale.ENGLISH).total();
    }
}
