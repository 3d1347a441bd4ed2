package org.clientele.guide.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.clientele.access.persistence.UserDao;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.guide.GuideText;
import org.clientele.guide.GuideVersion;
import org.clientele.plugin.VerticalFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class GuideTextDaoTest {
    private static final Instant NOW = Instant.parse("2026-02-01T08:00:00Z");
    private static final GuideText SHORT = new GuideText("Looks at the clock.", "Serve fast.");
    private static final GuideText LONG = new GuideText("字".repeat(1_000), "言".repeat(4_000));

    private final TestDatabase database;
    private final GuideTextDao texts;
    private final int vertical;

    GuideTextDaoTest(TestDatabase.Kind kind) {
        database = TestDatabase.create(kind);
        texts = new GuideTextDao(database.jdbi());
        vertical = VerticalFixture.shop(database).id();
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void shouldLetTheNewestVersionOfALanguageApply() {
        texts.add(vertical, "slow", "en", SHORT, "anna", NOW);
        texts.add(vertical, "slow", "zh-CN", SHORT, "anna", NOW);
        texts.add(vertical, "slow", "zh-CN", LONG, "ben", NOW.plusSeconds(60));
        texts.add(vertical, "silent", "en", LONG, "ben", NOW);

        assertThat(texts.current(vertical, "en"))
                .containsEntry("slow", SHORT)
                .containsEntry("silent", LONG)
                .hasSize(2);
        assertThat(texts.current(vertical, "zh-CN")).containsEntry("slow", LONG).hasSize(1);
        assertThat(texts.current(vertical + 1, "en")).isEmpty();
    }

    @Test
    void shouldGoBackToThePluginAndKeepWhatWasWritten() {
        texts.add(vertical, "slow", "en", SHORT, "anna", NOW);
        texts.add(vertical, "slow", "en", null, "ben", NOW.plusSeconds(60));

        assertThat(texts.current(vertical, "en")).isEmpty();
        assertThat(texts.history(vertical, "slow", "en"))
                .containsExactly(
                        new GuideVersion(NOW.plusSeconds(60), "ben", null), new GuideVersion(NOW, "anna", SHORT));
    }

    @Test
    void shouldCallWhoeverWroteByName() {
        new UserDao(database.jdbi()).insert("anna", "Anna Zhu", Set.of(), NOW);
        texts.add(vertical, "slow", "en", SHORT, "anna", NOW);
        texts.add(vertical, "slow", "en", LONG, "of long ago", NOW);
        assertThat(texts.history(vertical, "slow", "en"))
                .extracting(GuideVersion::author)
                .containsExactly("of long ago", "Anna Zhu");
    }
}
