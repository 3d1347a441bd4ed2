package org.clientele.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.access.Audit;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.Announcements;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.dataimport.RecordedActivities.Repeated;
import org.clientele.dataimport.persistence.RecordedActivityDao;
import org.clientele.engine.column.Value;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.segment.Memberships.Membership;
import org.clientele.segment.PortalSnapshot;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Activities recorded by hand. Nobody is told of them here, so that the snapshot is brought up to date only where a test does it. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class RecordedActivitiesTest {
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    private final ShopPortal portal;
    private final RecordedActivities activities;
    private final ActivityDefinition purchase;
    private final Random random = new Random(4);
    private final List<Long> customers = new ArrayList<>();

    RecordedActivitiesTest(TestDatabase.Kind kind) {
        portal = ShopPortal.empty(kind);
        purchase = Objects.requireNonNull(portal.vertical.definition().activity("purchase"));
        activities = activities(portal.audit);
    }

    private RecordedActivities activities(Audit audit) {
        return new RecordedActivities(
                new RecordedActivityDao(portal.database.jdbi()),
                portal.customers,
                portal.single(),
                portal.rights,
                audit,
                new Announcements(),
                portal.clock);
    }

    @BeforeEach
    void fill() {
        List<Purchase> purchases = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            purchases.add(new Purchase(
                    "c" + random.nextInt(30), MARCH.minusDays(random.nextInt(700)), 100 + random.nextInt(9_000)));
        }
        purchases.add(new Purchase("c0", MARCH, 700));
        customers.addAll(portal.purchases(purchases).values());
        portal.recompute.store(portal.snapshot(), () -> false);
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldStoreTheActivityWithItsMembershipsAndTheirReason() {
        long customer = someLapsed();

        record(customer, MARCH, 9_999_900);

        assertThat(segment(customer, "pyramid")).isEqualTo("platinum");
        assertThat(segment(customer, "life_cycle")).isNotEqualTo("lapsed");
        assertThat(open(customer))
                .filteredOn(m -> m.segment().model().equals("pyramid"))
                .allMatch(m -> m.validFrom().equals(MARCH)
                        && m.reason().checks().getFirst().actual() instanceof Value.Money(long minor, int _)
                        && minor > 9_999_900);
        assertThat(portal.audit.actions()).contains("activity.record customer " + customer);
    }

    @Test
    void shouldComputeTheMetricsOfAFullRecomputeAndLeaveNothingForTheNextRunThatItDoesNotFind() {
        for (int change = 0; change < 25; change++) {
            long customer = customers.get(random.nextInt(customers.size()));
            record(customer, MARCH.minusDays(random.nextInt(300)), 100 + random.nextInt(20_000));
        }
        portal.snapshots.reload("shop");
        portal.recompute.store(portal.snapshot(), () -> false);

        assertThat(portal.isStoredAsComputed()).isTrue();
    }

    @Test
    void shouldPutRightWhatOnlyTheBordersOfBeforeSaid() {
        long customer = customers.getFirst();
        List<String> before = List.of(segment(customer, "pyramid"), segment(customer, "rfm"));
        RecordedActivity made = record(customer, MARCH, 9_999_900);
        assertThat(segment(customer, "pyramid")).isEqualTo("platinum");
        portal.database
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "DELETE FROM %s WHERE id = ?"
                                .formatted(portal.vertical
                                        .tables()
                                        .activity("purchase")
                                        .name()),
                        made.id()));

        portal.snapshots.update("shop", Set.of(customer));
        portal.recompute.store(portal.snapshot(), () -> false);

        assertThat(List.of(segment(customer, "pyramid"), segment(customer, "rfm")))
                .isEqualTo(before);
        assertThat(portal.isStoredAsComputed()).isTrue();
    }

    @Test
    void shouldNotBeOverwrittenByARunWhoseSnapshotIsOlder() {
        PortalSnapshot older = portal.snapshot();
        long customer = someLapsed();
        record(customer, MARCH, 9_999_900);

        portal.recompute.store(older, () -> false);

        assertThat(segment(customer, "pyramid")).isEqualTo("platinum");
        portal.snapshots.update("shop", Set.of(customer));
        portal.recompute.store(portal.snapshot(), () -> false);
        assertThat(portal.isStoredAsComputed()).isTrue();
    }

    @Test
    void shouldBeComparedByTheRunThatItsOwnNewsBringsAbout() {
        List<Long> rising = customers.stream()
                .filter(customer -> !segment(customer, "pyramid").equals("platinum"))
                .limit(2)
                .toList();
        record(rising.getFirst(), MARCH, 9_999_900);
        RecordedActivities heardAtOnce = new RecordedActivities(
                new RecordedActivityDao(portal.database.jdbi()),
                portal.customers,
                portal.single(),
                portal.rights,
                (action, subject, before, after) ->
                        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                            @Override
                            public void afterCommit() {
                                portal.snapshots.reload("shop");
                            }
                        }),
                new Announcements(),
                portal.clock);

        heardAtOnce.record(portal.vertical, purchase, rising.getLast(), bought(MARCH, 5_000_000), Repeated.REFUSE);
        assertThat(segment(rising.getLast(), "pyramid"))
                .as("by the border of before")
                .isEqualTo("platinum");
        portal.recompute.store(portal.snapshot(), () -> false);

        assertThat(segment(rising.getLast(), "pyramid")).isNotEqualTo("platinum");
        assertThat(portal.isStoredAsComputed()).isTrue();
    }

    @Test
    void shouldMoveTheDayWithALaterActivityWhereTheLastOneDecides() {
        long customer = customers.getFirst();

        record(customer, MARCH.plusDays(1), 9_999_900);

        assertThat(open(customer))
                .filteredOn(m -> m.segment().segment().equals("platinum"))
                .allMatch(m -> m.validFrom().equals(MARCH.plusDays(1)));
        portal.snapshots.reload("shop");
        portal.recompute.store(portal.snapshot(), () -> false);
        assertThat(portal.isStoredAsComputed()).isTrue();
    }

    @Test
    void shouldStoreTheActivityAloneWhileARunWrites() {
        long customer = someLapsed();

        portal.whileARunWrites(() -> record(customer, MARCH, 9_999_900));

        assertThat(segment(customer, "life_cycle")).isEqualTo("lapsed");
        portal.snapshots.update("shop", Set.of(customer));
        portal.recompute.store(portal.snapshot(), () -> false);
        assertThat(segment(customer, "pyramid")).isEqualTo("platinum");
    }

    @Test
    void shouldStoreTheActivityEvenWhenItsMembershipsCannotBe() {
        long customer = someLapsed();
        portal.database.jdbi().useHandle(handle -> {
            String now = handle.createQuery("SELECT segment_key_id FROM membership WHERE customer_id = " + customer)
                    .mapTo(String.class)
                    .collect(Collectors.joining(", "));
            handle.execute(
                    "ALTER TABLE membership ADD CONSTRAINT stay CHECK (customer_id <> %d OR segment_key_id IN (%s))"
                            .formatted(customer, now));
        });

        RecordedActivity made = record(customer, MARCH, 9_999_900);

        assertThat(find(made)).isEqualTo(made);
        assertThat(segment(customer, "life_cycle")).isEqualTo("lapsed");
    }

    @Test
    void shouldStoreNothingWhenTheAuditCannotBeWritten() {
        long customer = someLapsed();
        RecordedActivities unheard = activities((action, subject, before, after) ->
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void beforeCommit(boolean readOnly) {
                        throw new IllegalStateException("no room for the audit");
                    }
                }));

        assertThatThrownBy(() ->
                        unheard.record(portal.vertical, purchase, customer, bought(MARCH, 9_999_900), Repeated.REFUSE))
                .hasMessage("no room for the audit");

        assertThat(segment(customer, "life_cycle")).isEqualTo("lapsed");
        record(customer, MARCH, 9_999_900);
    }

    @Test
    void shouldTakeMembershipsBackWithWhatWasRecorded() {
        long customer = customers.getFirst();
        String before = segment(customer, "pyramid");
        RecordedActivity made = record(customer, MARCH, 9_999_900);

        activities.remove(portal.vertical, purchase, made);

        assertThat(segment(customer, "pyramid")).isEqualTo(before);
        assertThat(activities.find(portal.vertical, purchase, customer, List.of(made.id())))
                .isEmpty();
    }

    @Test
    void shouldChangeWhatWasRecorded() {
        long customer = customers.getFirst();
        RecordedActivity made = record(customer, MARCH, 9_999_900);

        RecordedActivity changed =
                activities.change(portal.vertical, purchase, made, bought(MARCH, 1), Repeated.REFUSE);

        assertThat(segment(customer, "pyramid")).isNotEqualTo("platinum");
        assertThat(find(changed)).isEqualTo(changed);
        assertThat(changed.key()).isNotEqualTo(made.key());
        assertThatThrownBy(() -> activities.remove(portal.vertical, purchase, made))
                .isInstanceOf(ConflictProblem.class);
    }

    @Test
    void shouldAskBeforeTheVerySameActivityIsRecordedTwice() {
        long customer = customers.getFirst();
        RecordedActivity first = record(customer, MARCH, 1234);

        assertThatThrownBy(() -> record(customer, MARCH, 1234)).isInstanceOf(RecordedActivities.RepeatedProblem.class);

        RecordedActivity second =
                activities.record(portal.vertical, purchase, customer, bought(MARCH, 1234), Repeated.KEEP);
        assertThat(second.key()).isNotEqualTo(first.key());
    }

    @Test
    void shouldRefuseWhatCannotHaveBeen() {
        long customer = customers.getFirst();
        assertThatThrownBy(() -> record(customer, MARCH.plusDays(3), 100)).isInstanceOf(Problem.class);
        ActivityData free = new ActivityData(MARCH.atTime(10, 0), Map.of());
        assertThatThrownBy(() -> activities.record(portal.vertical, purchase, customer, free, Repeated.REFUSE))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> record(987_654, MARCH, 100)).isInstanceOf(ConflictProblem.class);
    }

    @Test
    void shouldLetOnlyThoseRecordWhoMayEditTheCustomer() {
        portal.rights.become(TestRights.user(5, new Grant(Role.STAFF, "another")));
        assertThatThrownBy(() -> record(customers.getFirst(), MARCH, 100)).isInstanceOf(ForbiddenProblem.class);
    }

    private RecordedActivity find(RecordedActivity activity) {
        return Objects.requireNonNull(activities
                .find(portal.vertical, purchase, activity.customerId(), List.of(activity.id()))
                .get(activity.id()));
    }

    private RecordedActivity record(long customer, LocalDate day, long cents) {
        return activities.record(portal.vertical, purchase, customer, bought(day, cents), Repeated.REFUSE);
    }

    private static ActivityData bought(LocalDate day, long cents) {
        return new ActivityData(day.atTime(10, 30), Map.of("amount", new Value.Money(cents, 2)));
    }

    private long someLapsed() {
        return customers.stream()
                .filter(customer -> segment(customer, "life_cycle").equals("lapsed")
                        && !segment(customer, "pyramid").equals("platinum"))
                .findFirst()
                .orElseThrow();
    }

    private List<Membership> open(long customer) {
        return portal.memberships.history("shop", customer).stream()
                .filter(membership -> membership.validTo() == null)
                .toList();
    }

    private String segment(long customer, String model) {
        return open(customer).stream()
                .filter(membership -> membership.segment().model().equals(model))
                .map(membership -> membership.segment().segment())
                .findFirst()
                .orElse("");
    }
}
