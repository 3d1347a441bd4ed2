package org.clientele.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.dataimport.file.FileInspection;
import org.clientele.plugins.api.ImportPreset.Column;
import org.clientele.plugins.api.VerticalDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Real files with one customer a row, read by presets that say what their texts stand for. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class CustomerFilesTest {
    private final TestDatabase.Kind kind;

    @TempDir
    private Path folder;

    CustomerFilesTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @Test
    void shouldImportTelcoChurnUnaided() throws Exception {
        try (ImportFixture portal = new ImportFixture(kind, folder, PresetFixture.telecom())) {
            ImportRun run = importUnaided(portal, "telecom/Telco-Customer-Churn.csv", "telco-churn");

            assertThat(run.counts()).isEqualTo(new ImportRun.Counts(7_043, 7_043, 0, 0, 0, 7_043, 0));
            assertThat(where(portal, "churned", "= TRUE")).isEqualTo(1_869);
            assertThat(where(portal, "contract", "= 'monthly'")).isEqualTo(3_875);
            assertThat(where(portal, "contract", "= 'one_year'")).isEqualTo(1_473);
            assertThat(where(portal, "contract", "= 'monthly' AND %s".formatted(portal.attribute("churned"))))
                    .isEqualTo(1_655);
            assertThat(where(portal, "total", "IS NULL")).isEqualTo(11);
            assertThat(where(portal, "total", "IS NULL AND %s = 0".formatted(portal.attribute("tenure"))))
                    .isEqualTo(11);
            assertThat(sum(portal, "total")).isEqualTo(1_605_616_870);
            assertThat(where(portal, "senior", "= TRUE")).isEqualTo(1_142);
            assertThat(where(portal, "lines", "= 'none'")).isEqualTo(682);
            assertThat(where(portal, "internet", "= 'none' AND NOT %s".formatted(portal.attribute("techsupport"))))
                    .isEqualTo(1_526);
        }
    }

    @Test
    void shouldImportEnergyCustomersUnaided() throws Exception {
        try (ImportFixture portal = new ImportFixture(kind, folder, PresetFixture.utilities())) {
            ImportRun run = importUnaided(portal, "utilities/client_data.csv.gz", "powerco");

            assertThat(run.counts()).isEqualTo(new ImportRun.Counts(14_606, 14_606, 0, 0, 0, 14_606, 0));
            assertThat(where(portal, "churn", "= TRUE")).isEqualTo(1_419);
            assertThat(where(portal, "has_gas", "= TRUE")).isEqualTo(2_651);
            assertThat(where(portal, "channel_sales", "IS NULL")).isEqualTo(3_725);
            assertThat(where(portal, "channel_sales", "= 'MISSING'")).isZero();
            assertThat(sum(portal, "cons_12m")).isEqualTo(Math.round(159_220.28625222512 * 14_606));
            assertThat(portal.count(
                            "SELECT max(%s) FROM %s".formatted(portal.attribute("cons_12m"), portal.attributes())))
                    .isEqualTo(6_207_104);
            assertThat(where(portal, "date_activ", "< DATE '2003-05-09'")).isZero();
            assertThat(where(portal, "date_activ", "= DATE '2003-05-09'")).isPositive();
            assertThat(where(portal, "date_end", "> DATE '2017-06-13'")).isZero();
            assertThat(sum(portal, "net_margin") / 100.0 / 14_606).isBetween(189.264, 189.265);
        }
    }

    @Test
    void shouldRefuseAStandInThatCannotStandInItsField() {
        VerticalDefinition telecom = PresetFixture.telecom();
        Column column = PresetFixture.valued("internet", "InternetService", Map.of("DSL", "cable"));
        try (ImportFixture portal = new ImportFixture(kind, folder, telecom)) {
            FileInspection file = portal.upload("customerID,InternetService\n1,DSL\n");
            ImportPlan plan = PlanProposal.byNames(portal.vertical(), "customer", file)
                    .withMappings(List.of(PresetFixture.plain("customer", "customerID"), column));

            assertThat(PlanCheck.check(plan, portal.vertical()))
                    .containsExactly(new PlanFinding("internet", "dataimport.finding.value", "cable"));
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    /** Checks and imports the file as it is, then once more. */
    private static ImportRun importUnaided(ImportFixture portal, String name, String preset) {
        Path file = RealData.file(name);
        FileInspection inspected = portal.upload(file);
        ImportPlan plan = PlanProposal.propose(portal.vertical(), inspected);
        assertThat(plan.preset()).isEqualTo(preset);
        ImportSummary check = portal.check(inspected, plan);
        assertThat(check.groups()).isEmpty();
        ImportRun run = portal.run(inspected, plan);
        assertThat(run.counts()).isEqualTo(ImportRun.Counts.of(check));
        ImportRun second = portal.run(portal.upload(file), plan);
        assertThat(second.counts().unchanged()).isEqualTo(second.counts().read());
        return run;
    }

    private static long where(ImportFixture portal, String attribute, String condition) {
        return portal.count("SELECT count(*) FROM %s WHERE %s %s"
                .formatted(portal.attributes(), portal.attribute(attribute), condition));
    }

    private static long sum(ImportFixture portal, String attribute) {
        return portal.count("SELECT sum(%s) FROM %s".formatted(portal.attribute(attribute), portal.attributes()));
    }
}
