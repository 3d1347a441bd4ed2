package org.clientele.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.dataimport.file.FileInspection;
import org.clientele.plugins.api.ImportPreset.Duplicates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class RealFilesTest {
    private static final Logger LOG = LoggerFactory.getLogger(RealFilesTest.class);

    private final TestDatabase.Kind kind;

    @TempDir
    private Path folder;

    RealFilesTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @Test
    void shouldImportCdnowUnaidedOnceAndTakeItBack() throws Exception {
        Path file = RealData.file("retail/CDNOW_master.txt");
        try (ImportFixture portal = new ImportFixture(kind, folder)) {
            FileInspection inspected = portal.upload(file);
            ImportPlan plan = PlanProposal.propose(portal.vertical(), inspected);
            assertThat(plan.preset()).isEqualTo("cdnow");

            ImportSummary check = portal.check(inspected, plan);
            ImportRun run = portal.run(inspected, plan);

            assertThat(run.state()).isEqualTo(ImportState.DONE);
            assertThat(run.counts()).isEqualTo(ImportRun.Counts.of(check));
            assertThat(run.counts()).isEqualTo(new ImportRun.Counts(69_659, 69_659, 0, 0, 0, 23_570, 0));
            assertThat(portal.count("SELECT sum(%s) FROM %s".formatted(portal.column("amount"), portal.purchases())))
                    .isEqualTo(250_031_563);
            assertThat(portal.count("SELECT sum(%s) FROM %s".formatted(portal.column("quantity"), portal.purchases())))
                    .isEqualTo(167_881);
            assertThat(portal.count("SELECT count(*) FROM customer WHERE ref = '00001'"))
                    .isEqualTo(1);

            FileInspection again = portal.upload(file);
            ImportRun second = portal.run(again, plan);
            assertThat(second.counts()).isEqualTo(new ImportRun.Counts(69_659, 0, 0, 69_659, 0, 0, 0));

            assertThat(portal.undo(second.id()).state()).isEqualTo(ImportState.UNDONE);
            assertThat(portal.count("SELECT count(*) FROM " + portal.purchases()))
                    .isEqualTo(69_659);
            assertThat(portal.undo(run.id()).state()).isEqualTo(ImportState.UNDONE);
            assertThat(portal.count("SELECT count(*) FROM " + portal.purchases()))
                    .isZero();
            assertThat(portal.count("SELECT count(*) FROM customer")).isZero();
        }
    }

    @Test
    void shouldImportOnlineRetailUnaidedWithItsFaultsNamed() throws Exception {
        Path file = RealData.file("retail/online_retail.csv.gz");
        try (ImportFixture portal = new ImportFixture(kind, folder)) {
            FileInspection inspected = portal.upload(file);
            ImportPlan plan = PlanProposal.propose(portal.vertical(), inspected);
            assertThat(plan.preset()).isEqualTo("online-retail");
            assertThat(portal.check(inspected, plan.withDuplicates(Duplicates.DROP))
                            .groups())
                    .extracting(RejectionGroup::count)
                    .containsExactly(135_080L, 5_225L);

            long begin = System.nanoTime();
            ImportSummary check = portal.check(inspected, plan);
            long checked = System.nanoTime();
            ImportRun run = portal.run(inspected, plan);
            LOG.warn(
                    "{}: check {} s, import {} rows/s",
                    kind,
                    Duration.ofNanos(checked - begin).toMillis() / 1000.0,
                    541_909 * 1_000_000_000L / (System.nanoTime() - checked));

            assertThat(run.counts()).isEqualTo(ImportRun.Counts.of(check));
            assertThat(run.counts()).isEqualTo(new ImportRun.Counts(541_909, 406_829, 0, 0, 135_080, 4_372, 0));
            assertThat(check.groups()).singleElement().satisfies(group -> {
                assertThat(group.first().reason()).isEqualTo(Reason.NO_CUSTOMER);
                assertThat(group.first().row()).isEqualTo(624);
                assertThat(group.first().column()).isEqualTo("CustomerID");
            });
            assertThat(check.negative()).isEqualTo(8_905);
            assertThat(portal.vertical().currency()).isEqualTo("GBP");
            assertThat(portal.count("SELECT count(*) FROM %s WHERE %s AND %s < 0"
                            .formatted(portal.purchases(), portal.column("returned"), portal.column("amount"))))
                    .isEqualTo(8_905);
            assertThat(portal.count("SELECT count(DISTINCT %s) FROM %s"
                            .formatted(portal.attribute("country"), portal.attributes())))
                    .isEqualTo(37);
        }
    }
}
