package org.clientele.plugin;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.clientele.common.Job;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.dataimport.ImportFixture;
import org.clientele.dataimport.ImportPlan;
import org.clientele.dataimport.ImportRun;
import org.clientele.dataimport.ImportState;
import org.clientele.dataimport.PlanProposal;
import org.clientele.dataimport.file.FileInspection;
import org.clientele.dataimport.file.FormatChoices;
import org.clientele.plugins.api.FieldType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Data is exported, deleted, and imported again through the wizard's services into the plugin installed anew. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class RoundTripTest {
    /** Tables of a vertical that do not travel, each with the reason. */
    private static final Map<String, String> STAYS = Map.ofEntries(
            Map.entry("customer", "compared by themselves, with their attributes and activities"),
            Map.entry("case_number", "follows from the cases"),
            Map.entry("membership", "computed again"),
            Map.entry("membership_end", "computed again"),
            Map.entry("segment_key", "names what is computed again"),
            Map.entry("recompute_run", "tells of computing"),
            Map.entry("import_run", "the history of imports says what was done here"),
            Map.entry("import_change", "belongs to an import that was done here"),
            Map.entry("reference_change", "belongs to an import that was done here"),
            Map.entry("notification", "tells people of what happened here"));

    private final TestDatabase.Kind kind;

    @TempDir
    private Path folder;

    private TestDatabase database;
    private @Nullable PluginPortal started;

    RoundTripTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void start() {
        database = TestDatabase.create(kind);
    }

    @AfterEach
    void stop() throws Exception {
        if (started != null) {
            started.close();
        }
        database.close();
    }

    @Test
    void shouldBringEveryValueBackAsItWas() throws Exception {
        started = PluginPortal.on(database).developerMode().start();
        portal().service.upload(LifeJars.first().stream());
        enable("club", "EUR");
        ClubData data = new ClubData(database);
        data.fill(vertical("club"));
        hardValues(data);
        database.jdbi().useHandle(handle -> handle.execute("""
                INSERT INTO app_user (id, login, display_name, active, created_at)
                VALUES (70, 'wang.fang', 'Wang Fang', TRUE, TIMESTAMP '2026-01-01 00:00:00')
                """));
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO user_grant (user_id, user_role, vertical_key) VALUES (70, 'STAFF', '*')"));
        database.jdbi()
                .useHandle(handle -> handle.execute("UPDATE customer SET owner_user_id = 70 WHERE ref <> 'hard-0'"));
        new VerticalRemains(database).fill(vertical("club"), portal().data);
        Map<String, List<Map<String, Object>>> before = rows("club");
        Map<String, List<String>> kept = kept();
        assertThat(kept).as("something in every table").doesNotContainValue(List.of());
        List<ContentCount> counts = exportedCounts("club");

        Map<String, byte[]> files = exportAndDelete("club");
        portal().service.upload(LifeJars.first().stream());
        enable("club", "EUR");
        importAll("club", files);

        assertThat(files)
                .containsOnlyKeys(
                        "README.txt",
                        "2-customers.csv",
                        "3-purchase.csv",
                        "4-interactions.csv",
                        "5-cases.csv",
                        "6-case-files.csv",
                        "4-case-policy.csv",
                        "4-workflows.csv",
                        "4-attribute-changes.csv",
                        "4-views.csv",
                        "4-work-notes.csv",
                        "4-consents.csv",
                        "4-erasures.csv",
                        "4-points.csv",
                        "4-programme.csv",
                        "4-surveys.csv",
                        "5-survey-invitations.csv",
                        "4-losses.csv",
                        "4-keeping-cost.csv",
                        "4-stakeholders.csv",
                        "4-market.csv",
                        "4-guides.csv",
                        "4-articles.csv",
                        "4-models.csv",
                        "4-own-models.csv",
                        "4-studio.csv",
                        "4-strategies.csv",
                        "4-strategy-drafts.csv",
                        "4-strategy-entries.csv",
                        "4-strategy-settings.csv",
                        "4-enrolments.csv",
                        "4-tasks.csv",
                        "4-treatments.csv");
        assertThat(counts)
                .extracting(ContentCount::kind)
                .contains("interactions", "cases", "workflows", "views", "guides", "models", "strategies", "tasks");
        assertThat(exportedCounts("club")).isEqualTo(counts);
        assertThat(rows("club")).isEqualTo(before);
        assertThat(kept()).isEqualTo(kept);
        assertThat(Files.readString(attachment(folder))).isEqualTo("a");
        assertThat(portal().files("attachments")).isEmpty();
        assertThat(new String(requireNonNull(files.get("2-customers.csv")), StandardCharsets.UTF_8))
                .contains("\"owner:login\"", "\"wang.fang\"");
    }

    @Test
    void shouldBringTheSampleDataOfEveryVerticalBack() throws Exception {
        started = PluginPortal.on(database)
                .bundled(PluginConfiguration.bundledJars())
                .start();
        for (String id : List.of("retail", "telecom", "utilities", "realestate")) {
            enable(id, "CNY");
            ImportFixture imports = imports(id);
            imports.finished(imports.samples().start(imports.vertical(), Locale.ENGLISH));
            Map<String, String> before = figures(id);
            assertThat(before.get("customers")).isEqualTo("5000");

            Map<String, byte[]> files = exportAndDelete(id);
            enable(id, "CNY");
            importAll(id, files);

            assertThat(figures(id)).as(id).isEqualTo(before);
        }
    }

    /** What the features keep of a vertical in every table that travels, but for numbers that an import gives anew. */
    private Map<String, List<String>> kept() {
        Map<String, List<String>> kept = new TreeMap<>();
        VerticalRemains remains = new VerticalRemains(database);
        Set<String> tables = portal().contentTables();
        assertThat(tables).as("what does not travel is named").containsAll(STAYS.keySet());
        tables.stream()
                .filter(table -> !STAYS.containsKey(table))
                .forEach(table -> kept.put(table, remains.contents(table)));
        return kept;
    }

    private static Path attachment(Path data) throws IOException {
        try (var files = Files.list(data.resolve("attachments"))) {
            return files.findFirst().orElseThrow();
        }
    }

    /** What the dialog that uninstalls counts, as far as an export holds it. */
    private List<ContentCount> exportedCounts(String id) {
        return portal().life.outlookUninstalled(id).counts().stream()
                .filter(ContentCount::isExported)
                .toList();
    }

    private PluginPortal portal() {
        return requireNonNull(started);
    }

    /** How many values each field has, and what they add up to. */
    private Map<String, String> figures(String id) {
        Vertical vertical = vertical(id);
        Map<String, VerticalTables.Table> tables =
                new TreeMap<>(vertical.tables().activities());
        vertical.tables().references().forEach((reference, table) -> tables.put("@" + reference, table));
        tables.put(VerticalLayout.CUSTOMER, vertical.tables().attributes());
        Map<String, String> figures = new TreeMap<>();
        figures.put("customers", value("SELECT count(*) FROM customer WHERE vertical_id = " + vertical.id()));
        VerticalLayout layout = portal().store.layout(vertical.id());
        tables.forEach((owner, table) -> {
            if (!owner.equals(VerticalLayout.CUSTOMER)) {
                figures.put(owner, value("SELECT count(*) FROM " + table.name()));
            }
            layout.owner(owner).orElseThrow().columns().forEach((field, column) -> {
                boolean number = List.of(FieldType.INTEGER, FieldType.MONEY, FieldType.DECIMAL)
                        .contains(column.type());
                figures.put(
                        owner + "." + field,
                        value("SELECT %s FROM %s"
                                .formatted(
                                        number
                                                ? "sum(CAST(%s AS DECIMAL(30, 6)))".formatted(column.name())
                                                : "count(DISTINCT %s)".formatted(column.name()),
                                        table.name())));
                figures.put(
                        owner + "." + field + " known",
                        value("SELECT count(%s) FROM %s".formatted(column.name(), table.name())));
            });
        });
        return figures;
    }

    private String value(String sql) {
        return database.jdbi()
                .withHandle(handle -> String.valueOf(
                        handle.createQuery(sql).mapTo(String.class).one()));
    }

    /** Texts that files and spreadsheets get wrong, and the same purchase twice. */
    private void hardValues(ClubData data) {
        Vertical club = vertical("club");
        List<String> texts = List.of(
                "=1+1",
                "'=1+1",
                "''+x",
                "@SUM(A1)",
                "-5",
                "'-5",
                "a;b\t\"c\",d",
                "line\nbreak",
                "0012",
                "1,5",
                "true",
                "－x");
        for (int i = 0; i < texts.size(); i++) {
            String ref = "hard-" + i;
            data.customer(club, ref);
            data.set(club, ref, Map.of("city", texts.get(i), "score", Double.MIN_NORMAL * 1e290 * (i + 1) / 3));
            data.activity(club, "purchase", ref, Map.of("amount", (long) i));
            data.activity(club, "purchase", ref, Map.of("amount", (long) i));
        }
    }

    private Map<String, byte[]> exportAndDelete(String id) throws IOException {
        LifeJob job = portal().life.export(id, "Import the files in the order of their names.", false);
        ImportFixture.await(() -> job.state() != Job.State.RUNNING);
        ExportedData made = job.exported().orElseThrow();
        assertThat(portal().verticals.find(id)).isEmpty();
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(made.file()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        portal().life.dismiss(job);
        assertThat(portal().files("exports")).isEmpty();

        portal().service.uninstall(id, true, null, true, Milestones.UNWATCHED);
        assertThat(portal().store.find(id)).isEmpty();
        return files;
    }

    /** As somebody who agrees with what the wizard proposes. */
    private void importAll(String id, Map<String, byte[]> files) {
        ImportFixture imports = imports(id);
        files.forEach((name, content) -> {
            if (name.endsWith(".csv")) {
                FileInspection file = imports.imports()
                        .inspect(
                                imports.imports().upload(imports.vertical(), name, new ByteArrayInputStream(content)),
                                FormatChoices.NONE);
                ImportPlan plan = PlanProposal.propose(imports.vertical(), file);
                ImportRun run = imports.run(file, plan);
                assertThat(run.state()).as(name).isEqualTo(ImportState.DONE);
                assertThat(run.counts().rejected()).as(name).isZero();
                assertThat(run.counts().unchanged()).as(name).isZero();
            }
        });
    }

    private ImportFixture imports(String id) {
        return new ImportFixture(database, folder, portal().verticals, id);
    }

    private void enable(String id, String currency) {
        portal().service.enable(id, currency, AsOfMode.LAST_ACTIVITY, null);
    }

    private Vertical vertical(String id) {
        return portal().verticals.get(id);
    }

    /** All rows of the vertical's tables by owner and declared field, with customers by number; in an order of their own. */
    private Map<String, List<Map<String, Object>>> rows(String id) {
        Vertical vertical = vertical(id);
        Map<String, List<Map<String, Object>>> all = new TreeMap<>();
        VerticalTables tables = vertical.tables();
        all.put(
                VerticalLayout.CUSTOMER,
                read(
                        tables.attributes(),
                        "c.ref AS ref, c.name AS called, c.owner_user_id AS looked_after_by",
                        "customer c LEFT JOIN %s t ON t.customer_id = c.id WHERE c.vertical_id = " + vertical.id()));
        tables.activities()
                .forEach((activity, table) -> all.put(
                        activity,
                        read(
                                table,
                                "c.ref AS ref, t.happened_at AS at_time",
                                "%s t JOIN customer c ON c.id = t.customer_id")));
        tables.references()
                .forEach((reference, table) ->
                        all.put(VerticalLayout.reference(reference), read(table, "t.ref_key AS ref", "%s t")));
        all.values().removeIf(List::isEmpty);
        return all;
    }

    private List<Map<String, Object>> read(VerticalTables.Table table, String first, String from) {
        StringBuilder columns = new StringBuilder(first);
        Map<String, String> names = new HashMap<>();
        new TreeMap<>(table.columns()).forEach((field, column) -> {
            columns.append(", t.").append(column);
            names.put(column, field);
        });
        return database.jdbi().withHandle(handle -> {
            List<Map<String, Object>> rows = new ArrayList<>();
            handle.createQuery("SELECT %s FROM %s".formatted(columns, from.formatted(table.name())))
                    .mapToMap()
                    .forEach(row -> {
                        Map<String, Object> named = new TreeMap<>();
                        row.forEach((column, value) ->
                                named.put(names.getOrDefault(column, column), String.valueOf(value)));
                        rows.add(named);
                    });
            rows.sort(Comparator.comparing(Object::toString));
            return rows;
        });
    }
}
