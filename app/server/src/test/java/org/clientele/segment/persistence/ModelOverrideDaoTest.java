package org.clientele.segment.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.clientele.common.persistence.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class ModelOverrideDaoTest {
    private static final Instant NOW = Instant.parse("2026-02-01T08:00:00Z");

    private final TestDatabase database;
    private final ModelOverrideDao overrides;
    private final int vertical;

    ModelOverrideDaoTest(TestDatabase.Kind kind) {
        database = TestDatabase.create(kind);
        overrides = new ModelOverrideDao(database.jdbi());
        vertical = SegmentTables.vertical(database, "retail");
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void shouldLetTheNewestVersionApply() {
        overrides.add(vertical, "rfm", "{\"a\":1}", "anna", NOW);
        overrides.add(vertical, "rfm", "{\"a\":2}", "anna", NOW);
        overrides.add(vertical, "pyramid", "{}", "anna", NOW);
        assertThat(overrides.current(vertical))
                .containsEntry("rfm", "{\"a\":2}")
                .containsEntry("pyramid", "{}")
                .hasSize(2);
    }

    @Test
    void shouldGoBackToThePlugin() {
        overrides.add(vertical, "rfm", "{\"a\":1}", "anna", NOW);
        overrides.add(vertical, "rfm", null, "anna", NOW);
        assertThat(overrides.current(vertical)).isEmpty();
    }
}
