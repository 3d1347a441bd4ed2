package org.clientele.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientele.plugin.VerticalFixture.attribute;
import static org.clientele.plugin.VerticalFixture.field;
import static org.clientele.plugin.VerticalFixture.shopDefinition;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.plugin.VerticalTables.Table;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.Layer;
import org.clientele.plugins.api.VerticalDefinition;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class VerticalStoreTest {
    private final TestDatabase.Kind kind;
    private TestDatabase database;

    VerticalStoreTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void createDatabase() {
        database = TestDatabase.create(kind);
    }

    @AfterEach
    void closeDatabase() throws Exception {
        database.close();
    }

    @Test
    void shouldMakeTypedTablesThatHoldEveryType() {
        VerticalTables tables = VerticalFixture.shop(database).tables();

        insertAttributes(tables.attributes());
        insertPurchase(tables.activity("purchase"));

        assertThat(valueOf(tables.attributes(), "birthday")).isEqualTo(java.sql.Date.valueOf("1990-02-28"));
        assertThat(valueOf(tables.attributes(), "credit_limit")).isEqualTo(120_000L);
        assertThat(valueOf(tables.activity("purchase"), "amount")).isEqualTo(-1_999L);
    }

    @Test
    void shouldUseGeneratedNamesOnly() {
        VerticalTables tables = VerticalFixture.shop(database).tables();

        assertThat(tables.attributes().name()).matches("attr_\\d+");
        assertThat(tables.activity("purchase").name()).matches("act_\\d+_1");
        assertThat(tables.attributes().columns()).hasSize(7);
        assertThat(tables.attributes().columns().values()).allMatch(c -> c.matches("c\\d+"));
    }

    @Test
    void shouldMakeATableForEachReferenceWithAKeyOnlyOnce() {
        VerticalTables.Table units = VerticalFixture.estate(database).tables().reference("unit");

        assertThat(units.name()).matches("ref_\\d+_1");
        database.jdbi()
                .useHandle(handle -> handle.execute("INSERT INTO %s (ref_key, %s) VALUES ('U1', 3)"
                        .formatted(units.name(), units.column("rooms"))));
        assertThat(valueOf(units, "rooms")).isEqualTo(3L);
        assertThatThrownBy(() -> database.jdbi()
                        .useHandle(handle ->
                                handle.execute("INSERT INTO %s (ref_key) VALUES ('U1')".formatted(units.name()))))
                .isInstanceOf(UnableToExecuteStatementException.class);
        assertThat(VerticalFixture.store(database).hasData("shop")).isTrue();
        assertThat(VerticalFixture.estate(database).tables().reference("unit")).isEqualTo(units);
    }

    @Test
    void shouldKeepNamesAndDataWhenOpenedAgain() {
        Vertical before = VerticalFixture.shop(database);
        insertAttributes(before.tables().attributes());

        Vertical after = VerticalFixture.shop(database);

        assertThat(after).isEqualTo(before);
        assertThat(valueOf(after.tables().attributes(), "city")).isEqualTo("上海");
    }

    @Test
    void shouldGiveEachVerticalTablesOfItsOwn() {
        Vertical shop = VerticalFixture.shop(database);
        Vertical kiosk = VerticalFixture.enable(database, renamed("kiosk"));

        assertThat(kiosk.id()).isNotEqualTo(shop.id());
        assertThat(kiosk.tables().attributes().name())
                .isNotEqualTo(shop.tables().attributes().name());
    }

    @Test
    void shouldAddColumnsAndTablesThatADefinitionGains() {
        Vertical before = VerticalFixture.shop(database);
        insertAttributes(before.tables().attributes());

        VerticalTables after = VerticalFixture.enable(database, grown()).tables();

        assertThat(after.attributes().columns())
                .containsAllEntriesOf(before.tables().attributes().columns())
                .containsKey("occupation");
        assertThat(after.activities()).containsKeys("purchase", "visit");
        assertThat(valueOf(after.attributes(), "occupation")).isNull();
    }

    @Test
    void shouldKeepTheColumnOfAFieldThatLeftTheDefinition() {
        VerticalFixture.enable(database, grown());
        VerticalTables without = VerticalFixture.shop(database).tables();
        VerticalTables back = VerticalFixture.enable(database, grown()).tables();

        assertThat(without.attributes().columns()).doesNotContainKey("occupation");
        assertThat(back.attributes().columns().values()).doesNotHaveDuplicates();
    }

    @Test
    void shouldMendTablesThatACrashLeftUndone() {
        Vertical shop = VerticalFixture.shop(database);
        database.jdbi()
                .useHandle(h ->
                        h.execute("DROP TABLE " + shop.tables().attributes().name()));
        database.jdbi()
                .useHandle(h -> h.execute("ALTER TABLE %s DROP COLUMN %s"
                        .formatted(
                                shop.tables().activity("purchase").name(),
                                shop.tables().activity("purchase").column("product"))));

        VerticalTables mended = VerticalFixture.shop(database).tables();

        insertAttributes(mended.attributes());
        insertPurchase(mended.activity("purchase"));
        assertThat(mended).isEqualTo(shop.tables());
    }

    @Test
    @Timeout(30)
    void shouldNotWaitForOpenTransactionsWhenThereIsNothingToMake() {
        Vertical shop = VerticalFixture.shop(database);

        database.transactions().executeWithoutResult(t -> {
            insertPurchase(shop.tables().activity("purchase"));
            CompletableFuture.runAsync(() -> VerticalFixture.shop(database)).join();
        });
    }

    @Test
    void shouldRefuseAnotherTypeForAFieldWithData() {
        VerticalFixture.shop(database);
        List<AttributeDefinition> attributes = new ArrayList<>(shopDefinition().attributes());
        attributes.set(0, attribute("city", FieldType.MONEY, Layer.BASIC));

        assertThatThrownBy(() -> VerticalFixture.enable(
                        database, with(attributes, shopDefinition().activities())))
                .isInstanceOf(FieldChangedProblem.class)
                .hasMessageContaining("city")
                .hasMessageContaining("TEXT")
                .hasMessageContaining("MONEY");
    }

    @Test
    void shouldChangeTheCurrencyOnlyWhileThereIsNoData() {
        VerticalStore store = VerticalFixture.store(database);
        Vertical shop = VerticalFixture.shop(database);
        assertThat(store.register("shop", "CNY", AsOfMode.TODAY, null).currency())
                .isEqualTo("CNY");

        insertPurchase(shop.tables().activity("purchase"));

        assertThat(store.hasData("shop")).isTrue();
        assertThatThrownBy(() -> store.register("shop", "EUR", AsOfMode.TODAY, null))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("plugin.problem.currency-fixed")
                .hasMessageContaining("CNY");
    }

    @Test
    void shouldRefuseACurrencyThatIsNone() {
        VerticalStore store = VerticalFixture.store(database);

        assertThatThrownBy(() -> store.register("shop", "RMB", AsOfMode.TODAY, null))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("RMB");
        assertThat(store.find("shop")).isEmpty();
    }

    @Test
    void shouldKeepTheSettings() {
        VerticalStore store = VerticalFixture.store(database);
        store.register("shop", "CNY", AsOfMode.FIXED, LocalDate.of(1998, 6, 30));

        assertThat(store.find("shop")).hasValueSatisfying(settings -> {
            assertThat(settings.asOfMode()).isEqualTo(AsOfMode.FIXED);
            assertThat(settings.asOfDate()).isEqualTo("1998-06-30");
        });
    }

    private void insertAttributes(Table table) {
        database.jdbi().useHandle(h -> h.createUpdate(
                        "INSERT INTO %s (customer_id, %s, %s, %s, %s, %s, %s, %s) VALUES (7, ?, ?, ?, ?, ?, ?, ?)"
                                .formatted(
                                        table.name(),
                                        table.column("city"),
                                        table.column("gender"),
                                        table.column("birthday"),
                                        table.column("children"),
                                        table.column("satisfaction"),
                                        table.column("credit_limit"),
                                        table.column("newsletter")))
                .bind(0, "上海")
                .bind(1, "female")
                .bind(2, LocalDate.of(1990, 2, 28))
                .bind(3, 2L)
                .bind(4, 0.1)
                .bind(5, 120_000L)
                .bind(6, true)
                .execute());
    }

    private void insertPurchase(Table table) {
        database.jdbi().useHandle(h -> h.createUpdate(
                        "INSERT INTO %s (customer_id, happened_at, row_key, %s, %s) VALUES (7, ?, 1, ?, ?)"
                                .formatted(table.name(), table.column("amount"), table.column("product")))
                .bind(0, LocalDateTime.of(2011, 12, 9, 12, 50))
                .bind(1, -1_999L)
                .bind(2, "kettle")
                .execute());
    }

    private Object valueOf(Table table, String field) {
        return database.jdbi().withHandle(h -> h.createQuery(
                        "SELECT %s AS found FROM %s".formatted(table.column(field), table.name()))
                .mapToMap()
                .one()
                .get("found"));
    }

    private static VerticalDefinition grown() {
        VerticalDefinition shop = shopDefinition();
        List<AttributeDefinition> attributes = new ArrayList<>(shop.attributes());
        attributes.add(attribute("occupation", FieldType.TEXT, Layer.BASIC));
        List<ActivityDefinition> activities = new ArrayList<>(shop.activities());
        activities.add(new ActivityDefinition(
                "visit", "store", List.of(field("minutes", FieldType.INTEGER)), null, null, null));
        return with(attributes, activities);
    }

    private static VerticalDefinition renamed(String id) {
        VerticalDefinition shop = shopDefinition();
        return copy(id, shop.attributes(), shop.activities());
    }

    private static VerticalDefinition with(List<AttributeDefinition> attributes, List<ActivityDefinition> activities) {
        return copy("shop", attributes, activities);
    }

    private static VerticalDefinition copy(
            String id, List<AttributeDefinition> attributes, List<ActivityDefinition> activities) {
        VerticalDefinition shop = shopDefinition();
        return new VerticalDefinition(
                id,
                shop.icon(),
                shop.currency(),
                shop.primaryActivity(),
                shop.valueMetric(),
                attributes,
                activities,
                shop.metrics(),
                shop.models(),
                shop.strategies(),
                shop.imports(),
                shop.tiles(),
                null);
    }
}
