package org.clientele.plugin.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.plugin.code.FailureCause;
import org.clientele.plugin.code.Piece;
import org.clientele.plugin.code.PluginFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class PluginFailureDaoTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final TestDatabase.Kind kind;
    private TestDatabase database;
    private PluginFailureDao failures;

    PluginFailureDaoTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void createDatabase() {
        database = TestDatabase.create(kind);
        failures = new PluginFailureDao(database.jdbi());
    }

    @AfterEach
    void closeDatabase() throws Exception {
        database.close();
    }

    @Test
    void shouldKeepTheNewestFailuresOfEachPlugin() {
        failures.add(failure("stall", 0, "other"));
        for (int minute = 0; minute < 7; minute++) {
            failures.add(failure("kiosk", minute, "failure " + minute));
            failures.prune("kiosk", 3);
        }

        assertThat(failures.newest("kiosk", 10))
                .extracting(PluginFailure::detail)
                .containsExactly("failure 6", "failure 5", "failure 4");
        assertThat(failures.newest("kiosk", 1)).containsExactly(failure("kiosk", 6, "failure 6"));
        assertThat(failures.newest("stall", 10)).hasSize(1);
    }

    @Test
    void shouldCountFromATimeOn() {
        failures.add(failure("kiosk", 0, "a"));
        failures.add(failure("kiosk", 5, "b"));
        failures.add(failure("kiosk", 9, "c"));

        assertThat(failures.count("kiosk", NOON.plusSeconds(5 * 60))).isEqualTo(2);
        assertThat(failures.count("stall", NOON)).isZero();
    }

    @Test
    void shouldStoreWhateverAPluginSays() {
        failures.add(failure("kiosk", 0, "null \0 half \uD83D 中文"));

        assertThat(failures.newest("kiosk", 1).getFirst().detail()).isEqualTo("null   half ? 中文");
    }

    @Test
    void shouldRememberWhenThePortalDisabledThePluginUntilItIsEnabledAgain() {
        assertThat(failures.countedFrom("kiosk")).isEmpty();
        assertThat(failures.disabledAt("kiosk")).isEmpty();

        failures.enabled("kiosk", NOON);
        assertThat(failures.countedFrom("kiosk")).contains(NOON);
        failures.disabled("kiosk", NOON.plusSeconds(60));
        assertThat(failures.disabledAt("kiosk")).contains(NOON.plusSeconds(60));

        failures.enabled("kiosk", NOON.plusSeconds(120));
        assertThat(failures.countedFrom("kiosk")).contains(NOON.plusSeconds(120));
        assertThat(failures.disabledAt("kiosk")).isEmpty();
    }

    @Test
    void shouldForgetAPlugin() {
        failures.add(failure("kiosk", 0, "a"));
        failures.add(failure("stall", 0, "b"));
        failures.disabled("kiosk", NOON);

        failures.forget("kiosk");

        assertThat(failures.newest("kiosk", 10)).isEmpty();
        assertThat(failures.disabledAt("kiosk")).isEmpty();
        assertThat(failures.newest("stall", 10)).hasSize(1);
    }

    private static PluginFailure failure(String plugin, int minute, String detail) {
        return new PluginFailure(
                new Piece(plugin, Piece.Kind.SCREEN, "board"),
                "1.0.0",
                NOON.plusSeconds(minute * 60L),
                FailureCause.THREW,
                detail,
                "at a\nat b");
    }
}
