package org.clientele.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.dataimport.file.FileInspection;
import org.clientele.plugin.DefinitionBuilder;
import org.clientele.plugin.VerticalTables.Table;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.Layer;
import org.clientele.plugins.api.ReferenceDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Imports before and after an upgrade that renamed and retyped what they fill. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class UpgradedImportTest {
    private static final VerticalDefinition BEFORE = shop(
            new ActivityDefinition(
                    "purchase",
                    "store",
                    List.of(
                            new ActivityField("amount", FieldType.MONEY, List.of()),
                            new ActivityField("product", FieldType.TEXT, List.of()),
                            new ActivityField("quantity", FieldType.INTEGER, List.of())),
                    "amount",
                    null,
                    null),
            attribute("country", FieldType.TEXT),
            attribute("children", FieldType.INTEGER));

    private static final VerticalDefinition AFTER = shop(
            new ActivityDefinition(
                    "sale",
                    "store",
                    List.of(
                            new ActivityField("amount", FieldType.MONEY, List.of()),
                            new ActivityField("article", FieldType.TEXT, List.of(), null, null, List.of("product")),
                            new ActivityField("quantity", FieldType.TEXT, List.of()),
                            new ActivityField("product", FieldType.TEXT, List.of())),
                    "amount",
                    null,
                    null,
                    List.of("purchase")),
            attribute("land", FieldType.TEXT, "country"),
            attribute("children", FieldType.TEXT));

    private final TestDatabase.Kind kind;

    @TempDir
    Path folder;

    private ImportFixture portal;

    UpgradedImportTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void start() {
        portal = new ImportFixture(kind, folder, BEFORE);
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
    }

    @Test
    void shouldFindRowsKnownWhoseFieldsHaveOtherNamesAndTypes() {
        importText("customer,time,amount,product,quantity\n01,2024-02-01,5,Knife,2\n01,2024-02-01,5,Knife,2\n");

        portal.upgrade(without(AFTER, "product"));
        ImportRun again =
                importText("customer,time,amount,article,quantity\n01,2024-02-01,5,Knife,2\n01,2024-02-01,5,Knife,2\n"
                        + "02,2024-02-01,5,Knife,many\n");

        assertThat(again.counts().fresh()).isEqualTo(1);
        assertThat(again.counts().unchanged()).isEqualTo(2);
    }

    @Test
    void shouldNotMixUpAFieldThatTookAFormerName() {
        importText("customer,time,amount,product\n01,2024-02-01,5,Knife\n");
        portal.upgrade(without(AFTER, "product"));
        portal.upgrade(withFormerName());

        ImportRun other = importText("customer,time,amount,product\n01,2024-02-01,5,Knife\n");
        ImportRun same = importText("customer,time,amount,article\n01,2024-02-01,5,Knife\n");

        assertThat(other.counts().fresh()).isEqualTo(1);
        assertThat(same.counts().unchanged()).isEqualTo(1);
    }

    @Test
    void shouldUndoWhatAnImportChangedOfAttributesThatHaveOtherNamesAndTypes() {
        importText("customer,country,children\n01,Chile,2\n");
        ImportRun change = importText("customer,country,children\n01,Peru,3\n");
        portal.upgrade(without(AFTER, "product"));

        portal.undo(change.id());

        assertThat(portal.rows("SELECT %s AS land, %s AS children FROM %s"
                        .formatted(portal.attribute("land"), portal.attribute("children"), portal.attributes())))
                .singleElement()
                .asString()
                .contains("Chile", "2");
    }

    @Test
    void shouldTakeBackActivitiesThatAnUpgradeRenamed() {
        ImportRun run = importText("customer,time,amount,product\n01,2024-02-01,5,Knife\n");
        portal.upgrade(without(AFTER, "product"));

        portal.undo(run.id());

        assertThat(portal.rows("SELECT * FROM "
                        + portal.vertical().tables().activity("sale").name()))
                .isEmpty();
        assertThat(portal.count("SELECT count(*) FROM customer")).isZero();
    }

    @Test
    void shouldTakeBackRowsOfAReferenceThatAnUpgradeRenamed() {
        portal.upgrade(withReference("house", "town"));
        ImportRun first = importRows("House ID,Town", "H1,Suzhou");
        ImportRun second = importRows("House ID,Town", "H1,Hangzhou\nH2,Wuxi");
        portal.upgrade(withReference("hotel", "city", "house", "town"));
        ImportRun third = importRows("Hotel ID,City", "H1,Nanjing");

        assertThatThrownBy(() -> portal.undo(second.id()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("dataimport.problem.later");
        portal.undo(third.id());
        assertThat(hotels()).containsExactly("H1 Hangzhou", "H2 Wuxi");
        portal.undo(second.id());
        assertThat(hotels()).containsExactly("H1 Suzhou");
        portal.undo(first.id());
        assertThat(hotels()).isEmpty();
    }

    @Test
    void shouldKeepARowOfARenamedReferenceThatALaterImportChanged() {
        portal.upgrade(withReference("house", "town"));
        ImportRun first = importRows("House ID,Town", "H1,Suzhou");
        importRows("House ID,Town", "H1,Hangzhou");
        portal.upgrade(withReference("hotel", "city", "house", "town"));

        portal.undo(first.id());

        assertThat(hotels()).containsExactly("H1 Hangzhou");
    }

    private ImportRun importRows(String header, String rows) {
        return importText("%s\n%s\n".formatted(header, rows));
    }

    private List<String> hotels() {
        Table table = portal.vertical().tables().reference("hotel");
        return portal.database().jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT ref_key, %s FROM %s ORDER BY ref_key".formatted(table.column("city"), table.name()))
                .map((row, _) -> row.getString(1) + " " + row.getString(2))
                .list());
    }

    /** @param former what reference and field were called before */
    private static VerticalDefinition withReference(String id, String field, String... former) {
        List<String> was = former.length == 0 ? List.of() : List.of(former[0]);
        List<String> fieldWas = former.length == 0 ? List.of() : List.of(former[1]);
        return DefinitionBuilder.like(BEFORE)
                .references(new ReferenceDefinition(
                        id,
                        "building",
                        List.of(new ActivityField(field, FieldType.TEXT, List.of(), null, null, fieldWas)),
                        field,
                        null,
                        was))
                .build();
    }

    private ImportRun importText(String text) {
        FileInspection file = portal.upload(text);
        return portal.run(file, PlanProposal.propose(portal.vertical(), file));
    }

    private static VerticalDefinition withFormerName() {
        ActivityDefinition sale = AFTER.activities().getFirst();
        List<ActivityField> fields = sale.fields().stream()
                .map(field -> new ActivityField(field.id(), field.type(), field.values()))
                .toList();
        return shop(
                new ActivityDefinition("sale", "store", fields, "amount", null, null),
                AFTER.attributes().toArray(AttributeDefinition[]::new));
    }

    private static VerticalDefinition without(VerticalDefinition definition, String field) {
        ActivityDefinition sale = definition.activities().getFirst();
        List<ActivityField> fields =
                sale.fields().stream().filter(f -> !f.id().equals(field)).toList();
        return shop(
                new ActivityDefinition(sale.id(), "store", fields, "amount", null, null, sale.aliases()),
                definition.attributes().toArray(AttributeDefinition[]::new));
    }

    private static AttributeDefinition attribute(String id, FieldType type, String... aliases) {
        return new AttributeDefinition(id, type, Layer.BASIC, false, List.of(), null, null, null, List.of(aliases));
    }

    private static VerticalDefinition shop(ActivityDefinition activity, AttributeDefinition... attributes) {
        return new VerticalDefinition(
                "shop",
                "store",
                "USD",
                activity.id(),
                "monetary",
                List.of(attributes),
                List.of(activity),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}
