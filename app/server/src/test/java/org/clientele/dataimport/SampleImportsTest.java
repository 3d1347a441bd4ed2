package org.clientele.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.Job;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.dataimport.sample.SampleData;
import org.clientele.dataimport.sample.SampleSet;
import org.clientele.dataimport.sample.UtilityRecipe;
import org.clientele.plugin.VerticalFixture;
import org.clientele.plugin.VerticalTables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class SampleImportsTest {
    private final TestDatabase.Kind kind;
    private ImportFixture portal;
    private SampleImports samples;

    @TempDir
    private Path folder;

    SampleImportsTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() {
        portal = new ImportFixture(kind, folder, UtilityRecipe.definition(7));
        samples = portal.samples();
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldFillAnEmptyVerticalAndTakeEverythingBack() {
        assertThat(samples.isOffered(portal.vertical())).isTrue();

        ImportRun run = portal.finished(samples.start(portal.vertical(), Locale.ENGLISH));

        assertThat(run.state()).isEqualTo(ImportState.DONE);
        assertThat(run.target()).isEqualTo(ImportPlan.SAMPLE);
        assertThat(run.counts().customersCreated()).isEqualTo(UtilityRecipe.CUSTOMERS);
        assertThat(rows()).isEqualTo(run.counts().fresh());
        assertThat(portal.count("SELECT count(*) FROM " + portal.attributes())).isEqualTo(UtilityRecipe.CUSTOMERS);
        assertThat(portal.count("SELECT count(*) FROM %s WHERE %s IS NULL"
                        .formatted(portal.attributes(), portal.attribute("station"))))
                .isZero();
        assertThat(portal.count("SELECT count(DISTINCT row_key) FROM " + bills().name()))
                .isEqualTo(portal.count("SELECT count(*) FROM " + bills().name()));
        assertThat(samples.isOffered(portal.vertical())).isFalse();

        assertThat(portal.undo(run.id()).state()).isEqualTo(ImportState.UNDONE);
        assertThat(rows()).isZero();
        assertThat(portal.count("SELECT count(*) FROM " + portal.attributes())).isZero();
        assertThat(samples.isOffered(portal.vertical())).isTrue();
    }

    @Test
    void shouldRefuseAVerticalThatHoldsSomething() {
        portal.run(
                portal.upload("customer,city\n1,Oslo\n"),
                PlanProposal.byNames(portal.vertical(), "customer", portal.upload("customer,city\n1,Oslo\n")));

        assertThat(samples.isOffered(portal.vertical())).isFalse();
        assertThatThrownBy(() -> samples.start(portal.vertical(), Locale.ENGLISH))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("dataimport.problem.not-empty");
        assertThat(portal.imports().history(portal.vertical())).hasSize(1);
    }

    @Test
    void shouldLeaveNothingWhenCancelled() {
        SampleSet set = SampleData.make(
                portal.vertical().definition(), 2, LocalDate.now().minusDays(1));
        List<Integer> told = new ArrayList<>();
        Job job = samples.start(
                portal.vertical(), new SampleImports.Filling(set, List.of(), stored -> told.add(stored.size())));
        job.cancel();
        ImportFixture.await(() -> job.state() != Job.State.RUNNING);

        assertThat(portal.imports().history(portal.vertical()))
                .extracting(ImportRun::state)
                .containsExactly(ImportState.CANCELLED);
        assertThat(rows()).isZero();
        assertThat(told).isEmpty();
    }

    @Test
    void shouldTellWhatWasStored() {
        SampleSet set = SampleData.make(
                portal.vertical().definition(), 2, LocalDate.now().minusDays(1));
        List<SampleImports.Stored> told = new ArrayList<>();
        Job job = samples.start(portal.vertical(), new SampleImports.Filling(set, List.of(), told::addAll));
        ImportFixture.await(() -> job.state() != Job.State.RUNNING);

        SampleImports.Stored first = told.getFirst();
        assertThat(told).hasSize(UtilityRecipe.CUSTOMERS);
        assertThat(portal.count("SELECT id FROM customer WHERE ref = 'C00001'")).isEqualTo(first.id());
        long bills =
                portal.count("SELECT count(*) FROM %s WHERE customer_id = %d".formatted(bills().name(), first.id()));
        long faults = portal.count("SELECT count(*) FROM %s WHERE customer_id = %d"
                .formatted(portal.vertical().tables().activity("fault").name(), first.id()));
        assertThat(first.activities()).isEqualTo((int) (bills + faults));
    }

    @Test
    void shouldNotBeOfferedWithoutRecipeOrRight() {
        assertThatThrownBy(() -> samples.start(VerticalFixture.shop(portal.database()), Locale.ENGLISH))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("dataimport.problem.no-sample");

        portal.rights().become(TestRights.user(2, new Grant(Role.MANAGER, "power")));
        assertThat(samples.isOffered(portal.vertical())).isFalse();
        assertThatThrownBy(() -> samples.start(portal.vertical(), Locale.ENGLISH))
                .isInstanceOf(ForbiddenProblem.class);
    }

    private VerticalTables.Table bills() {
        return portal.vertical().tables().activity("bill");
    }

    /** Customers, activities and rows of references. */
    private long rows() {
        VerticalTables tables = portal.vertical().tables();
        return portal.count("SELECT count(*) FROM customer")
                + portal.count("SELECT count(*) FROM " + tables.activity("bill").name())
                + portal.count(
                        "SELECT count(*) FROM " + tables.activity("fault").name())
                + portal.count(
                        "SELECT count(*) FROM " + tables.reference("substation").name());
    }
}
