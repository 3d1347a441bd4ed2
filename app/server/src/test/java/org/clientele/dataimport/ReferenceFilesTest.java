package org.clientele.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.dataimport.file.FileInspection;
import org.clientele.plugin.VerticalTables.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that point to each other, imported in any order. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class ReferenceFilesTest {
    private final TestDatabase.Kind kind;
    private ImportFixture portal;

    @TempDir
    private Path folder;

    ReferenceFilesTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() {
        portal = new ImportFixture(kind, folder, EstateFixture.definition());
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldImportAnEstatesFilesUnaidedAndKeepTheirLinks() {
        ImportRun sales = importFile("Sales", "sales");
        assertThat(sales.counts()).isEqualTo(new ImportRun.Counts(813, 813, 0, 0, 0, 813, 0));
        assertThat(sales.unknown())
                .containsExactlyInAnyOrder(new UnknownKeys("property", 813), new UnknownKeys("agent", sellers()));
        ImportRun properties = importFile("Properties", "properties");
        assertThat(properties.counts()).isEqualTo(new ImportRun.Counts(600, 600, 0, 0, 0, 0, 0));
        assertThat(importFile("Agents", "agents").counts()).isEqualTo(new ImportRun.Counts(45, 45, 0, 0, 0, 0, 0));
        ImportRun leads = importFile("Leads", "leads");
        assertThat(leads.counts()).isEqualTo(new ImportRun.Counts(5_000, 4_187, 813, 0, 0, 4_187, 813));
        assertThat(leads.unknown()).isEmpty();
        assertThat(importFile("Customers", "customers").counts().changed()).isEqualTo(5_000);

        Table sale = portal.vertical().tables().activity("sale");
        Table property = portal.vertical().tables().reference("property");
        assertThat(portal.count("SELECT count(*) FROM %s s JOIN %s p ON p.ref_key = s.%s"
                        .formatted(sale.name(), property.name(), sale.column("unit"))))
                .isEqualTo(813);
        assertThat(portal.count("SELECT count(DISTINCT %s) FROM %s".formatted(sale.column("unit"), sale.name())))
                .isEqualTo(457);
        assertThat(portal.count("SELECT sum(%s) FROM %s".formatted(sale.column("amount"), sale.name())))
                .isEqualTo(222_554_400_000L);
        assertThat(portal.count("SELECT count(*) FROM %s WHERE %s IS NULL"
                        .formatted(portal.attributes(), portal.attribute("agent"))))
                .isEqualTo(165);
        assertThat(portal.count("SELECT count(*) FROM %s WHERE %s IS NOT NULL"
                        .formatted(portal.attributes(), portal.attribute("negotiated"))))
                .isEqualTo(1_184);
        assertThat(importFile("Properties", "properties").counts())
                .isEqualTo(new ImportRun.Counts(600, 0, 0, 600, 0, 0, 0));
    }

    @Test
    void shouldAddChangeAndLeaveRowsAsTheyAre() {
        importText(
                "Property_ID,Project_Name,Location,Bedrooms,Property_Price_AED\nP1,Haven,Hills,3,100\nP2,Bay,Marina,,\n");

        ImportRun second = importText(
                "Property_ID,Project_Name,Location,Bedrooms,Property_Price_AED\nP1,Haven,Hills,3,100\nP2,Bay,Marina,2,\nP3,,,,\n,Nameless,,,\nP4,Sky,,many,\n");

        assertThat(second.counts()).isEqualTo(new ImportRun.Counts(5, 1, 1, 1, 2, 0, 0));
        assertThat(properties()).containsExactly("P1 Haven 3", "P2 Bay 2", "P3 null null");
        assertThat(portal.audit().actions()).contains("import.done import " + second.id());
    }

    @Test
    void shouldKeepWhatAFileDoesNotSay() {
        importText("Property_ID,Project_Name,Location,Bedrooms,Property_Price_AED\nP1,Haven,Hills,3,100\n");

        importText("Property_ID,Project_Name,Location,Bedrooms,Property_Price_AED\nP1,,,4,\n");

        assertThat(properties()).containsExactly("P1 Haven 4");
    }

    @Test
    void shouldTakeBackWhatAnImportAddedAndChanged() {
        ImportRun first =
                importText("Property_ID,Project_Name,Location,Bedrooms,Property_Price_AED\nP1,Haven,Hills,3,100\n");
        ImportRun second = importText(
                "Property_ID,Project_Name,Location,Bedrooms,Property_Price_AED\nP1,Heaven,,,\nP2,Bay,Marina,2,\n");
        ImportRun third = importText("Property_ID,Project_Name,Location,Bedrooms,Property_Price_AED\nP1,Havens,,,\n");

        assertThatThrownBy(() -> portal.undo(second.id()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("dataimport.problem.later");
        assertThat(portal.undo(third.id()).state()).isEqualTo(ImportState.UNDONE);
        assertThat(properties()).containsExactly("P1 Heaven 3", "P2 Bay 2");
        portal.undo(second.id());
        assertThat(properties()).containsExactly("P1 Haven 3");
        portal.undo(first.id());
        assertThat(properties()).isEmpty();
        assertThat(portal.count("SELECT count(*) FROM reference_change")).isZero();
    }

    @Test
    void shouldKeepARowThatALaterImportChanged() {
        ImportRun first =
                importText("Property_ID,Project_Name,Location,Bedrooms,Property_Price_AED\nP1,Haven,Hills,3,100\n");
        importText("Property_ID,Project_Name,Location,Bedrooms,Property_Price_AED\nP1,Heaven,,,\n");

        portal.undo(first.id());

        assertThat(properties()).containsExactly("P1 Heaven 3");
    }

    @Test
    void shouldGuessAReferenceFromItsKey() {
        FileInspection file = portal.upload("Agent ID,Name\nA1,Zhou\n");

        ImportPlan plan = PlanProposal.propose(portal.vertical(), file);

        assertThat(plan.target()).isEqualTo("agent");
        assertThat(plan.mapping("key")).isEqualTo(PresetFixture.plain("key", "Agent ID"));
        assertThat(plan.mapping("name")).isEqualTo(PresetFixture.plain("name", "Name"));
    }

    private ImportRun importFile(String name, String preset) {
        FileInspection file = portal.upload(RealData.file("real_estate/" + name + ".csv"));
        return checkAndRun(file, preset);
    }

    private ImportRun importText(String text) {
        return checkAndRun(portal.upload(text), "properties");
    }

    private ImportRun checkAndRun(FileInspection file, String preset) {
        ImportPlan plan = PlanProposal.propose(portal.vertical(), file);
        assertThat(plan.preset()).isEqualTo(preset);
        ImportSummary check = portal.check(file, plan);
        ImportRun run = portal.run(file, plan);
        assertThat(run.state()).isEqualTo(ImportState.DONE);
        assertThat(run.counts()).isEqualTo(ImportRun.Counts.of(check));
        assertThat(run.unknown()).isEqualTo(check.unknown());
        return run;
    }

    private long sellers() {
        Table sale = portal.vertical().tables().activity("sale");
        return portal.count(
                "SELECT count(*) FROM %s WHERE %s IS NOT NULL".formatted(sale.name(), sale.column("seller")));
    }

    private List<String> properties() {
        Table table = portal.vertical().tables().reference("property");
        return portal.database().jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT ref_key, %s, %s FROM %s ORDER BY ref_key"
                                .formatted(table.column("project"), table.column("bedrooms"), table.name()))
                .map((row, _) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                .list());
    }
}
