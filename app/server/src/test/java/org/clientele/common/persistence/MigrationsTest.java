package org.clientele.common.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class MigrationsTest {
    private final TestDatabase.Kind kind;

    MigrationsTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @Test
    void shouldMakeTheWholeSchema() throws Exception {
        try (TestDatabase database = TestDatabase.create(kind)) {
            int customers = database.jdbi().withHandle(h -> h.createQuery("SELECT count(*) FROM customer")
                    .mapTo(Integer.class)
                    .one());
            assertThat(customers).isZero();
        }
    }
}
