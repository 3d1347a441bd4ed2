package org.clientele.reference.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.engine.column.ReferenceColumns;
import org.clientele.engine.column.Value;
import org.clientele.plugin.DefinitionBuilder;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalFixture;
import org.clientele.plugin.VerticalTables;
import org.clientele.plugins.api.ReferenceDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.reference.ReferenceRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class ReferenceDaoTest {
    private final TestDatabase database;
    private final Vertical vertical;
    private final ReferenceDefinition unit;
    private final ReferenceDao references;

    ReferenceDaoTest(TestDatabase.Kind kind) {
        database = TestDatabase.create(kind);
        vertical = VerticalFixture.estate(database);
        unit = vertical.definition().references().getFirst();
        references = new ReferenceDao(database.jdbi(), database.dialect());
    }

    @BeforeEach
    void fill() {
        VerticalTables.Table table = vertical.tables().reference("unit");
        String sql = "INSERT INTO %s (ref_key, %s, %s, %s, %s, %s) VALUES (%%s)"
                .formatted(
                        table.name(),
                        table.column("place"),
                        table.column("rooms"),
                        table.column("price"),
                        table.column("status"),
                        table.column("built"));
        database.jdbi().useHandle(handle -> {
            handle.execute(sql.formatted("'P2', 'Marina', 3, 125000000, 'sold', DATE '2020-05-01'"));
            handle.execute(sql.formatted("'P1', NULL, NULL, NULL, NULL, NULL"));
        });
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void shouldLoadRowsWithEveryType() {
        ReferenceColumns columns = references.load(vertical, unit);

        int row = columns.keys().code("P2");
        assertThat(columns.size()).isEqualTo(2);
        assertThat(value(columns, "place", row)).isEqualTo(new Value.Text("Marina"));
        assertThat(value(columns, "rooms", row)).isEqualTo(new Value.Whole(3));
        assertThat(value(columns, "price", row)).isEqualTo(new Value.Money(125_000_000, 2));
        assertThat(value(columns, "status", row)).isEqualTo(new Value.Text("sold"));
        assertThat(value(columns, "built", row)).hasToString("Date[date=2020-05-01]");
        assertThat(value(columns, "place", columns.keys().code("P1"))).isEqualTo(Value.MISSING);
    }

    @Test
    void shouldPageThroughRowsByTheirKeys() {
        assertThat(references.count(vertical, unit, "")).isEqualTo(2);
        assertThat(references.page(vertical, unit, "", 0, 10))
                .extracting(ReferenceRow::key)
                .containsExactly("P1", "P2");
        assertThat(references.page(vertical, unit, "", 1, 10)).singleElement().satisfies(row -> {
            assertThat(row.value("place")).isEqualTo(new Value.Text("Marina"));
            assertThat(row.value("price")).isEqualTo(new Value.Money(125_000_000, 2));
            assertThat(row.value("built")).hasToString("Date[date=2020-05-01]");
        });
        assertThat(references.page(vertical, unit, "", 0, 1).getFirst().value("place"))
                .isEqualTo(Value.MISSING);
    }

    @ParameterizedTest
    @CsvSource({"marina, P2", "ARIN, P2", "p1, P1", "' p2 ', P2", "P, 'P1,P2'", "%, ''", "_, ''", "!, ''", "sold, ''"})
    void shouldFindRowsByKeyOrText(String typed, String keys) {
        List<String> expected = keys.isEmpty() ? List.of() : List.of(keys.split(","));

        assertThat(references.page(vertical, unit, typed, 0, 10))
                .extracting(ReferenceRow::key)
                .isEqualTo(expected);
        assertThat(references.count(vertical, unit, typed)).isEqualTo(expected.size());
    }

    @Test
    void shouldGiveTheRowsOfKeys() {
        assertThat(references.find(vertical, unit, Set.of("P2", "P9"))).containsOnlyKeys("P2");
        assertThat(references.find(vertical, unit, Set.of())).isEmpty();
    }

    @Test
    void shouldKeepItsRowsWhenAnUpgradeRenamesTheReference() {
        ReferenceDefinition renamed = new ReferenceDefinition(
                "flat", unit.icon(), unit.fields(), unit.title(), unit.source(), List.of("unit"));
        VerticalDefinition next = DefinitionBuilder.like(vertical.definition())
                .references(renamed)
                .build();

        Vertical upgraded = VerticalFixture.upgrade(database, VerticalFixture.verticals(vertical), next);

        assertThat(references.page(upgraded, renamed, "marina", 0, 10))
                .extracting(ReferenceRow::key)
                .containsExactly("P2");
    }

    private static Value value(ReferenceColumns columns, String field, int row) {
        return Objects.requireNonNull(columns.column(field)).value(row);
    }
}
