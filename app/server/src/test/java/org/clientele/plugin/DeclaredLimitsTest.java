package org.clientele.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.clientele.access.Grant;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.RoleLimits;
import org.clientele.access.TestRights;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.plugin.persistence.VerticalNoticeDao;
import org.clientele.plugins.api.RightDefinition;
import org.clientele.plugins.api.RightDefinition.Act;
import org.clientele.plugins.api.RoleName;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeclaredLimitsTest {
    private final RoleLimits limits = new DeclaredLimits(VerticalFixture.verticals(vertical(
            new RightDefinition(Act.EXPORT_CUSTOMERS, List.of(RoleName.CONSULTANT)),
            new RightDefinition(Act.SEE_PERSONAL_DATA, List.of(RoleName.MANAGER)),
            new RightDefinition(Act.IMPORT_DATA, List.of(RoleName.STAFF, RoleName.CONSULTANT)),
            new RightDefinition(Act.LOG_INTERACTION, List.of()))));

    @ParameterizedTest
    @CsvSource(textBlock = """
            EXPORT_CUSTOMERS,  ADMINISTRATOR, true
            EXPORT_CUSTOMERS,  CONSULTANT,    true
            EXPORT_CUSTOMERS,  MANAGER,       false
            EXPORT_CUSTOMERS,  STAFF,         false
            SEE_PERSONAL_DATA, MANAGER,       true
            SEE_PERSONAL_DATA, STAFF,         false
            SEE_PERSONAL_DATA, CONSULTANT,    false
            SEE_PERSONAL_DATA, ADMINISTRATOR, true
            IMPORT_DATA,       STAFF,         false
            IMPORT_DATA,       CONSULTANT,    true
            LOG_INTERACTION,   MANAGER,       false
            LOG_INTERACTION,   ADMINISTRATOR, true
            EDIT_CUSTOMER,     STAFF,         true
            SEE_REPORTS,       STAFF,         true
            """)
    void shouldNarrowAndNeverWiden(Permission permission, Role role, boolean allowed) {
        TestRights rights = TestRights.with(new Grant(role, "shop"));
        rights.limit(limits);

        assertThat(rights.may(permission, "shop")).isEqualTo(allowed);
    }

    @Test
    void shouldLimitNothingElsewhere() {
        assertThat(limits.roles(Permission.EXPORT_CUSTOMERS, "other")).isEqualTo(Permission.EXPORT_CUSTOMERS.roles());
        assertThat(limits.roles(Permission.EXPORT_CUSTOMERS, Grant.EVERYWHERE))
                .isEqualTo(Permission.EXPORT_CUSTOMERS.roles());
    }

    @ParameterizedTest
    @EnumSource(VerticalNotice.Happened.class)
    void shouldGoOnLimitingWhatIsKeptOfAVerticalThatIsNotThere(VerticalNotice.Happened happened) throws Exception {
        List<RightDefinition> kept = List.of(
                new RightDefinition(Act.EXPORT_CUSTOMERS, List.of(RoleName.MANAGER, RoleName.STAFF)),
                new RightDefinition(Act.IMPORT_DATA, List.of()));
        TestDatabase database = TestDatabase.create(TestDatabase.Kind.HSQLDB);
        try {
            VerticalNoticeDao notices = new VerticalNoticeDao(database.jdbi());
            notices.save(new VerticalNotice("shop", happened, "Shop", "店", "Anna", Instant.EPOCH, null, kept));
            RoleLimits limiting = new DeclaredLimits(new EnabledVerticals(notices, List.of()));

            assertThat(notices.find("shop").orElseThrow().limits()).isEqualTo(kept);
            assertThat(limiting.roles(Permission.EXPORT_CUSTOMERS, "shop"))
                    .containsExactlyInAnyOrder(Role.ADMINISTRATOR, Role.MANAGER);
            assertThat(limiting.roles(Permission.IMPORT_DATA, "shop")).containsExactly(Role.ADMINISTRATOR);
            assertThat(limiting.roles(Permission.EDIT_CUSTOMER, "shop")).isEqualTo(Permission.EDIT_CUSTOMER.roles());
        } finally {
            database.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void shouldKnowThePermissionOfEveryActAVerticalMayNarrow(Act act) {
        assertThatCode(() -> Permission.valueOf(act.name())).doesNotThrowAnyException();
    }

    private static Vertical vertical(RightDefinition... rights) {
        VerticalDefinition narrowed = DefinitionBuilder.like(VerticalFixture.shopDefinition())
                .rights(rights)
                .build();
        return new Vertical(
                1,
                "shop",
                "USD",
                AsOfMode.TODAY,
                null,
                narrowed,
                new Texts.Bundles(Map.of()),
                new VerticalTables(new VerticalTables.Table("none", Map.of()), Map.of()));
    }
}
