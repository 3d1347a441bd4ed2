package org.clientele.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.engine.model.UnavailableResult;
import org.clientele.segment.ShopPortal.Purchase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomModelsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    private final TestAnswers answers = new TestAnswers();
    private ShopPortal portal;

    @BeforeEach
    void start() {
        portal = ShopPortal.answered(TestDatabase.Kind.HSQLDB, ShopDefinition.withCustom(), answers);
        portal.purchases(List.of(
                new Purchase("anna", DAY.minusDays(30), 1_000),
                new Purchase("anna", DAY, 1_000),
                new Purchase("ben", DAY, 500)));
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
    }

    @Test
    void shouldStoreWhatTheCodeFoundWithItsReason() {
        store();

        assertThat(segments("anna")).containsExactlyInAnyOrder("habit regular", "pyramid platinum");
        assertThat(portal.memberships.history("shop", id("ben")))
                .filteredOn(m -> m.segment().model().equals("habit"))
                .singleElement()
                .satisfies(m -> assertThat(m.reason().note()).isNotNull());
    }

    @Test
    void shouldLeaveWhatIsStoredOfAModelThatCannotBeComputed() {
        store();
        answers.fail(true);
        portal.purchases(List.of(new Purchase("cara", DAY.plusDays(60), 90_000)));
        portal.snapshots.reload("shop");

        assertThat(portal.snapshot().model("habit")).isInstanceOf(UnavailableResult.class);
        store();
        assertThat(segments("anna")).contains("habit regular");
        assertThat(segments("cara")).as("the other models go on").containsExactly("pyramid platinum");

        answers.fail(false);
        portal.snapshots.reload("shop");
        store();
        assertThat(segments("anna")).contains("habit regular");
        assertThat(segments("cara")).contains("habit occasional");
    }

    @Test
    void shouldNotTryAnotherDayInVain() {
        answers.fail(true);
        portal.snapshots.reload("shop");
        int before = answers.calls();

        assertThat(portal.snapshot().at(DAY.minusDays(5)).result("habit")).isInstanceOf(UnavailableResult.class);
        assertThat(answers.calls()).isEqualTo(before);

        answers.fail(false);
        portal.snapshots.reload("shop");
        assertThat(portal.snapshot().at(DAY.minusDays(5)).result("habit").counts())
                .containsExactly(0, 1);
    }

    @Test
    void shouldComputeOnAnotherDayOnlyTheModelsAskedFor() {
        PortalSnapshot snapshot = portal.snapshot();
        int before = answers.calls();

        snapshot.at(DAY.minusDays(20)).result("pyramid");
        assertThat(answers.calls()).as("the habit comes after the pyramid").isEqualTo(before);

        snapshot.at(DAY.minusDays(20)).result("habit");
        snapshot.at(DAY.minusDays(20)).result("habit");
        assertThat(answers.calls()).isEqualTo(before + 1);
    }

    private void store() {
        portal.recompute.store(portal.snapshot(), () -> false);
    }

    private List<String> segments(String ref) {
        return portal.memberships.history("shop", id(ref)).stream()
                .filter(m -> m.validTo() == null)
                .map(m -> m.segment().model() + " " + m.segment().segment())
                .toList();
    }

    private long id(String ref) {
        return portal.customers.findByRef(portal.vertical, ref).orElseThrow().id();
    }
}
