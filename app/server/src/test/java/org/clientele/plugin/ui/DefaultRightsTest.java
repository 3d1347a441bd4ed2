package org.clientele.plugin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.clientele.common.ui.TestUi;
import org.clientele.plugins.api.RightDefinition;
import org.clientele.plugins.api.RightDefinition.Act;
import org.clientele.plugins.api.RoleName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DefaultRightsTest {
    private static final List<RightDefinition> RIGHTS = List.of(
            new RightDefinition(Act.EXPORT_CUSTOMERS, List.of(RoleName.MANAGER, RoleName.CONSULTANT)),
            new RightDefinition(Act.IMPORT_DATA, List.of()));

    @AfterEach
    void stop() {
        TestUi.stop();
    }

    @Test
    void shouldNameTheRolesThatKeepAnAct() {
        TestUi.start(Locale.ENGLISH);

        DefaultRights shown = new DefaultRights(RIGHTS);

        assertThat(shown.getSummaryText()).isEqualTo("Default rights: 2 acts are left to fewer roles");
        assertThat(text(shown))
                .contains("Export customers: only Administrator, Manager, Consultant")
                .contains("Import data: only Administrator");
    }

    @Test
    void shouldSayItInChinese() {
        TestUi.start(Locale.SIMPLIFIED_CHINESE);

        assertThat(text(new DefaultRights(RIGHTS))).contains("导出客户：仅管理员、经理、顾问");
    }

    @Test
    void shouldBeHiddenWhereNothingIsNarrowed() {
        TestUi.start(Locale.ENGLISH);

        assertThat(new DefaultRights(List.of()).isVisible()).isFalse();
    }

    private static String text(DefaultRights shown) {
        return shown.getElement().getTextRecursively();
    }
}
